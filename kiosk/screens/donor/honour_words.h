// What the ledgers say, in the donor's words.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "kiosk/flow/donor/honours.h"

namespace rexue::screens::donor {

// "Today is your donation no. 30".
std::string moment_words(const honour::Moment& moment);
// What to ask staff for; empty where there is nothing. Only of offers that the house has.
std::string offer_words(const honour::Moment& moment);

// "1 more count to: Dedication Award, gold"; empty for what no figure tells.
std::string next_words(const honour::Next& next, honour::Measure measure);
// What is missing to a card: the two nearest ways. Empty for what a record cannot tell.
std::string missing_words(const std::vector<std::vector<honour::Need>>& ways,
                          const honour::Honours& rules);
std::string relief_words(const honour::ReliefLine& line);

// What is given of one kind, here and today.
struct BenefitRow {
    honour::BenefitKind kind = honour::BenefitKind::service;
    std::string words; // each with its place: "Free buses and metro (Qingdao)"
    int benefits = 0;
    bool verified = true;
};
// In the order of their kinds; `benefits` are in it, too.
std::vector<BenefitRow> benefit_rows(std::span<const honour::Offered> benefits);
// All rows in one line: "Transport 1, sights 1".
std::string benefit_summary(std::span<const BenefitRow> rows);

// Behind what no source vouches for.
std::string with_doubt(std::string words, bool verified);

} // namespace rexue::screens::donor
