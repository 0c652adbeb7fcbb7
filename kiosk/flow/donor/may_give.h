// May this donor give today? What the rules say of a visit so far.
#pragma once

#include <optional>

#include "kiosk/flow/donor/visit.h"

namespace rexue::flow::donor {

// Whose eyes an assessment is for. What is said to the donor is worked out as if the private
// questions had not been asked: whoever looks on learns nothing from any screen or slip.
enum class Audience { donor, staff };

// Also before anything was asked: then by age and history alone.
Verdicts assess(const Visit& visit, base::Date today, Audience audience);

// Null when nothing is known of the type.
const donation::Assessment* find(const Verdicts& verdicts, donation::DonationType type);
donation::DonationType type_of(queue::Intent intent);
bool is_deferred(const Verdicts& verdicts, donation::DonationType type);
bool is_deferred_for_all(const Verdicts& verdicts);

// Of a donor who has chosen what to give.
Ending ending_of(const Visit& visit, const Verdicts& verdicts);

// As the document says, or the typed number, or the server.
std::optional<base::Date> birth_of(const Visit& visit);
identity::Sex sex_of(const Visit& visit, base::Date today);

} // namespace rexue::flow::donor
