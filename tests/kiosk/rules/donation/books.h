// The shipped books, and people to ask about.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "kiosk/rules/donation/assessment.h"

namespace rexue::donation {

using namespace std::chrono_literals;

inline constexpr auto whole_blood = DonationType::whole_blood;
inline constexpr auto platelets = DonationType::platelets;

inline std::string book_text(const std::string& id) {
    std::ifstream in(std::string(REXUE_SOURCE_DIR) + "/assets/rulebooks/" + id + ".json");
    return {std::istreambuf_iterator<char>(in), {}};
}

inline const Rulebook& book_of_2011() {
    static const Rulebook book = *Rulebook::load(book_text("gb18467-2011"));
    return book;
}

inline const Rulebook& draft_book() {
    static const Rulebook book = *Rulebook::load(book_text("draft-law-2025"));
    return book;
}

inline constexpr base::Date today = 2026y / 6 / 15;

// Thirty-six years old, a repeat donor whose records lie elsewhere, nothing against it.
inline Inquiry a_donor(base::Date on = today) {
    return {.birth = 1990y / 3 / 4, .sex = Sex::female, .first_time = false, .on = on};
}

inline base::Date plus(base::Date date, int days) {
    return std::chrono::sys_days(date) + std::chrono::days(days);
}

inline Assessment ask(const Rulebook& book, const Inquiry& inquiry, DonationType type) {
    const auto both = assess(book, inquiry);
    EXPECT_TRUE(both.has_value()) << both.error().detail;
    return (*both)[type == DonationType::whole_blood ? 0 : 1];
}

inline std::string reasons(const Assessment& assessment) {
    std::string ids;
    for (const Reason& reason : assessment.reasons)
        ids += (ids.empty() ? "" : " ") + reason.rule;
    return ids;
}

inline std::string day(const std::optional<base::Date>& date) {
    return date ? base::format_date(*date) : "never";
}

} // namespace rexue::donation
