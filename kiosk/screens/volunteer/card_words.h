// What a verdict and a doubt are called.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/flow/volunteer/session.h"
#include "kiosk/ui/widgets/tone.h"

namespace rexue::screens::volunteer {

struct VerdictWords {
    std::string_view title;
    std::string_view detail; // what to do, or what it means
    ui::widgets::Tone tone = ui::widgets::Tone::attention;
    std::string_view icon;
};
VerdictWords words_of(flow::volunteer::Verdict verdict);
std::string_view words_of(flow::volunteer::Doubt doubt);

// The place's own name, as its list says it; the code where there is no list.
std::string place_name(const flow::volunteer::Session& session, const std::string& place);
// "2025-06-13" as a date; empty where nobody knows the day.
std::string as_of_words(const flow::volunteer::Session& session, const std::string& place);

} // namespace rexue::screens::volunteer
