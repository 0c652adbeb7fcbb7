// What stands inside a sealed record of a visit.
#pragma once

#include <optional>

#include "net/server/keys/sealing.h"
#include "net/server/store/store.h"

namespace rexue::server {

// corrupt; the words name a member, never its value.
base::Result<wire::VisitRecord> open_record(const keys::SealingKeys& sealing,
                                            const wire::SealedRecord& sealed);

// As a screen that many see may show it; empty where staff have to ask.
std::string masked_name_of(const wire::VisitRecord& record, const std::optional<Donor>& donor);

} // namespace rexue::server
