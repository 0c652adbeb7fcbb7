// What the ledgers say, in the donor's words.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "kiosk/flow/donor/honours.h"

namespace rexue::screens::donor {

std::string words_of(const honour::Words& words); // in the language shown
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
// "Transport 1, sights 1. As of 11 June 2025."
std::string benefit_words(const flow::donor::MyHonours& mine);

// Behind what no source vouches for.
std::string with_doubt(std::string words, bool verified);

} // namespace rexue::screens::donor
