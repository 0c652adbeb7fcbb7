// All benefits of all places: searched, filtered, and what a holder gets here today.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/rules/honour/benefit_book.h"

namespace rexue::honour {

enum class Claim {
    entitled, // every donor, or what is held is enough
    ask,      // staff know: what is asked for cannot be told from a record
};
BOOST_DESCRIBE_ENUM(Claim, entitled, ask)

struct Offered {
    const Benefit* benefit = nullptr; // of the catalogue
    const BenefitBook* book = nullptr;
    Claim claim = Claim::entitled;
};

struct BenefitQuery {
    std::optional<std::string> place; // valid there; none: anywhere
    std::optional<BenefitKind> kind;
    // Each of its words stands in title, what it gives, limits or the place's name, in Chinese or
    // English; capitals do not matter.
    std::string text;
    base::Date on{};
};

class Catalogue {
  public:
    // already_exists when two books have one place, or two benefits one id. That a benefit's
    // conditions are known is for who knows awards and cards (honours.h).
    static base::Result<Catalogue> create(std::vector<BenefitBook> books);

    std::span<const BenefitBook> books() const { return books_; }
    const BenefitBook* of_place(std::string_view place) const;

    // In force on the day; in the order of places and files.
    std::vector<Offered> find(const BenefitQuery& query) const;

    // What somebody who holds `held` (ids of awards and cards) may use at `place`.
    std::vector<Offered> benefits_for(std::span<const std::string> held, std::string_view place,
                                      base::Date on) const;

  private:
    explicit Catalogue(std::vector<BenefitBook> books) : books_(std::move(books)) {}

    std::vector<BenefitBook> books_;
};

// What a city tells of a kind stands for what its province tells of it: to who stands there both
// are one benefit, and the city says how it is used.
std::vector<Offered> told_by_the_nearest(std::vector<Offered> offered);

} // namespace rexue::honour
