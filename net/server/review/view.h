// A review as somebody of a role may see it. PURE.
#pragma once

#include "net/server/review/judge.h"

namespace rexue::server {

// Private answers are for physicians, and so is all that they cause. Others see that a physician
// looks at this visit, as they do of whatever a physician judges: no reason, mark, day or step
// tells the one from the other.
wire::Review view_of(const Judged& judged, const wire::VisitRecord& record,
                     std::vector<wire::ReviewEntry> entries, int revision, wire::StaffRole role);

// A decision counts for the revision of the record that it was made on, until something is put
// right or measured after it. Clear: nothing bars the type that the donor means to give.
wire::ReviewStatus status_of(const Judged& judged, const std::vector<wire::ReviewEntry>& entries,
                             int revision, wire::DonationType intended);

// Why a physician may not decide so; empty when they may. What the rules or the limits defer is
// not given away: an answer is put right or a value measured again first, or the deferral stands.
std::string_view why_not(const Judged& judged, const std::vector<wire::TypeDecision>& decision,
                         base::Date today);

} // namespace rexue::server
