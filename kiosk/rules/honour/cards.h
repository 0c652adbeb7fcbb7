// The second ledger: honour cards. Who holds one, since when, and where it is valid.
#pragma once

#include <span>
#include <vector>

#include "kiosk/rules/honour/awards.h"
#include "kiosk/rules/honour/card_book.h"

namespace rexue::honour {

struct ValidIn {
    std::string rule;
    std::string place; // a city, or a province for every city of it
    std::string source;
    bool verified = false;

    bool operator==(const ValidIn&) const = default;
};
BOOST_DESCRIBE_STRUCT(ValidIn, (), (rule, place, source, verified))

struct CardLine {
    std::string rule; // the card's id
    std::string place;
    Words title;
    bool held = false;
    // The day it was earned, not before the rule's own first day; none: the record does not tell.
    std::optional<base::Date> since;
    std::optional<ValidIn> valid_in; // of a held card; none: no rule of this day tells
    std::optional<Lasts> lasts;
    std::optional<bool> holder_only;
    std::optional<std::vector<Need>> because;           // of a held card: the way that is met
    std::optional<std::vector<std::vector<Need>>> ways; // of one that is not held
    std::optional<double>
        of_unknown_place;              // so many counts are of donations whose place is not known
    std::vector<std::string> benefits; // ids of the catalogue, at the asked place
    std::string source;
    bool verified = false;
};
BOOST_DESCRIBE_STRUCT(CardLine, (),
                      (rule, place, title, held, since, valid_in, lasts, holder_only, because, ways,
                       of_unknown_place, benefits, source, verified))

// A line for every card of the asked place, and for every other that is held. `benefits` are left
// empty: the catalogue fills them in.
std::vector<CardLine> card_lines(std::span<const CardBook> books,
                                 const std::vector<CountRule>& counting, const AwardLedger& awards,
                                 const Record& record);

} // namespace rexue::honour
