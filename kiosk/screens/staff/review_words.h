// What reviews are worded with.
#pragma once

#include <string>
#include <vector>

#include "kiosk/flow/staff/review.h"

namespace rexue::screens::staff {

// The rule's or the question's own words, and of a doubt ours. A list, which lies open, says of
// what is private, and of much else, only that a physician looks at it.
enum class Seen { in_a_list, in_the_review };
std::string reason_words(const flow::staff::Reason& reason, Seen seen);
// A day, or that the station must confirm the rule; empty where there is neither.
std::string reason_note(const flow::staff::Reason& reason);
std::string measure_name(flow::staff::Measure measure);
std::string measure_unit(flow::staff::Measure measure); // empty: a fraction
std::string figure(double value);
// Values of this question, in words.
std::string answer_words(const flow::staff::Answer& answer,
                         const std::vector<base::SecretText>& values);
std::string kind_words(flow::staff::DecisionKind kind);
std::string type_words(flow::staff::Type type);
// What the rules say of a type, with what has been measured.
std::string rules_words(const flow::staff::Review& review, flow::staff::Type type);
// Who did what, in one line.
std::string step_words(const flow::staff::Review& review, const flow::staff::StepTaken& step);
// What is being typed: 2026-02-__, 36.5, or a dash.
std::string drafted_date(const base::SecretText& figure);

} // namespace rexue::screens::staff
