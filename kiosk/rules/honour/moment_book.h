// A file of assets/moments: which days and donations are celebrated, and with what.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/rules/honour/entry.h"

namespace rexue::honour {

enum class MomentKind {
    birthday,
    coming_of_age, // the first donation, at the age from which one may give
    couple,
    day_of_year, // 6·14
    festival,    // by the lunar calendar: its days stand in the file
    last_donation,
    milestone, // the 10th, the 20th …
};
BOOST_DESCRIBE_ENUM(MomentKind, birthday, coming_of_age, couple, day_of_year, festival,
                    last_donation, milestone)

enum class OfferKind { coin, certificate };
BOOST_DESCRIBE_ENUM(OfferKind, coin, certificate)

struct Offer {
    std::string id; // the house's stock is counted by it
    OfferKind kind = OfferKind::coin;
    Words title;
};
BOOST_DESCRIBE_STRUCT(Offer, (), (id, kind, title))

struct MomentRule {
    std::string id;
    MomentKind kind = MomentKind::birthday;
    Words title;
    std::optional<int> age;                       // of coming_of_age
    std::optional<int> month;                     // of day_of_year
    std::optional<int> day;                       //
    std::optional<std::vector<base::Date>> dates; // of a festival, a year each
    std::optional<int> days_before;               // that count as the festival too; none: none
    std::optional<int> days_after;                //
    std::optional<std::vector<int>> numbers;      // of a milestone
    std::vector<Offer> offers;
    std::string source;
    bool verified = false;
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to;
};
BOOST_DESCRIBE_STRUCT(MomentRule, (),
                      (id, kind, title, age, month, day, dates, days_before, days_after, numbers,
                       offers, source, verified, effective_from, effective_to))

struct MomentBook {
    std::string id;
    std::string version;
    std::string source;
    std::vector<MomentRule> moments;
};
BOOST_DESCRIBE_STRUCT(MomentBook, (), (id, version, source, moments))

// invalid_argument with the pointer of the first fault.
base::Result<MomentBook> load_moment_book(std::string_view text);

} // namespace rexue::honour
