// What reviews are worded with.
#pragma once

#include <string>

#include "kiosk/flow/staff/review.h"

namespace rexue::screens::staff {

// The rule's or the question's own words, and of a doubt ours.
std::string reason_words(const flow::staff::Reason& reason);
// A day, or that the station must confirm the rule; empty where there is neither.
std::string reason_note(const flow::staff::Reason& reason);
std::string measure_name(flow::staff::Measure measure);
std::string measure_unit(flow::staff::Measure measure); // empty: a fraction
std::string figure(double value);
std::string answer_words(const flow::staff::Answer& answer);
std::string kind_words(flow::staff::DecisionKind kind);
std::string type_words(flow::staff::Type type);
// Who did what, in one line.
std::string step_words(const flow::staff::StepTaken& step);

} // namespace rexue::screens::staff
