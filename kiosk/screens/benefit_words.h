// What a benefit, its kind and the way to use it are called: the same on the donor's screen, the
// volunteer's tablet and the sheet to take along.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/rules/honour/catalogue.h"

namespace rexue::screens {

// In the language shown.
const std::string& in_shown_language(const honour::Words& words);

std::string_view kind_words(honour::BenefitKind kind);
std::string_view icon_of(honour::BenefitKind kind);
// Each once, in the order of the enumeration.
std::vector<honour::BenefitKind> kinds_of(const std::vector<honour::Offered>& offers);

// With what it counts: "Free buses · 210 bus lines".
std::string title_of(const honour::Benefit& benefit);
// Whether the card is shown or scanned; empty where no source tells.
std::string how_words(const honour::Benefit& benefit);

} // namespace rexue::screens
