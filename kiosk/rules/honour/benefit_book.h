// A file of assets/benefits: what a place gives donors and holders (优待), with the day it was
// told.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/rules/honour/entry.h"

namespace rexue::honour {

enum class BenefitKind { transport, sights, clinic, checkup, partner, service, care };
BOOST_DESCRIBE_ENUM(BenefitKind, transport, sights, clinic, checkup, partner, service, care)

enum class How {
    show, // 亮证: staff look at the card and the face
    scan, // 刷码
};
BOOST_DESCRIBE_ENUM(How, show, scan)

struct Benefit {
    std::string id;
    BenefitKind kind = BenefitKind::service;
    Words title;
    Words gives;
    std::vector<How> how; // empty: no source tells
    std::optional<Words> limits;
    std::string valid_in;          // a place: a card of the whole province shows it in each city
    std::optional<int> count;      // 210
    std::optional<Words> count_of; // bus lines
    // Ids of awards and cards: any of them. Empty: every donor. "ask-staff" among them: what is
    // asked for has not been published, or cannot be told from a record.
    std::vector<std::string> conditions;
    std::string source;
    bool verified = false;
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to;

    bool operator==(const Benefit&) const = default;
};
BOOST_DESCRIBE_STRUCT(Benefit, (),
                      (id, kind, title, gives, how, limits, valid_in, count, count_of, conditions,
                       source, verified, effective_from, effective_to))

inline constexpr std::string_view ask_staff = "ask-staff";

struct BenefitBook {
    std::string place;
    Words title;
    std::optional<base::Date> as_of; // the day this was told; none: not known
    std::vector<Benefit> benefits;

    bool operator==(const BenefitBook&) const = default;
};
BOOST_DESCRIBE_STRUCT(BenefitBook, (), (place, title, as_of, benefits))

// invalid_argument with the pointer of the first fault.
base::Result<BenefitBook> load_benefit_book(std::string_view text);
base::Status check(const BenefitBook& book);
// One by itself; `at` is where it stands.
base::Status check(const Benefit& benefit, const std::string& at);

// As a file of assets/benefits.
std::string to_text(const BenefitBook& book);

} // namespace rexue::honour
