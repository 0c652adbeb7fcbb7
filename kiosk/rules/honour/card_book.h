// A file of assets/honour-cards: who holds a card (荣誉卡、荣誉证) of a place, and where it is
// valid.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/rules/honour/requirement.h"

namespace rexue::honour {

enum class ValidWhere {
    issuing_city,
    whole_place,    // of the book
    whole_province, // of the book's city
};
BOOST_DESCRIBE_ENUM(ValidWhere, issuing_city, whole_place, whole_province)

struct Validity {
    std::string id;
    ValidWhere where = ValidWhere::whole_place;
    std::string source;
    bool verified = false;
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to;
};
BOOST_DESCRIBE_STRUCT(Validity, (), (id, where, source, verified, effective_from, effective_to))

// Who holds the card holds another one, too: what asks for that one is theirs.
struct CountsAs {
    std::string id;
    std::string card;
    std::string source;
    bool verified = false;
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to;
};
BOOST_DESCRIBE_STRUCT(CountsAs, (), (id, card, source, verified, effective_from, effective_to))

enum class Lasts { for_life };
BOOST_DESCRIBE_ENUM(Lasts, for_life)

struct Card {
    std::string id; // benefits name it
    Words title;
    Ways any_of; // counts are of donations in the book's place, awards are anywhere's
    std::vector<Validity> valid_in;
    std::vector<CountsAs> counts_as;
    std::optional<Lasts> lasts;      // none: no source tells
    std::optional<bool> holder_only; // none: no source tells
    std::string source;
    bool verified = false;
    std::optional<base::Date> effective_from;
    std::optional<base::Date> effective_to;
};
BOOST_DESCRIBE_STRUCT(Card, (),
                      (id, title, any_of, valid_in, counts_as, lasts, holder_only, source, verified,
                       effective_from, effective_to))

struct CardBook {
    std::string id;
    std::string version;
    std::string place;
    Words title;
    std::string source;
    std::vector<Card> cards;
};
BOOST_DESCRIBE_STRUCT(CardBook, (), (id, version, place, title, source, cards))

// invalid_argument with the pointer of the first fault.
base::Result<CardBook> load_card_book(std::string_view text);

} // namespace rexue::honour
