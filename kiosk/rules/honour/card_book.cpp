#include "kiosk/rules/honour/card_book.h"

#include "kiosk/rules/honour/place.h"
#include "platform/json/exact.h"
#include "platform/json/parse.h"

namespace rexue::honour {

namespace {

using json::fault;

bool meet(const Validity& one, const Validity& other) {
    const auto begins_in = [](const Validity& inner, const Validity& outer) {
        return inner.effective_from ? is_in_force(outer, *inner.effective_from)
                                    : !outer.effective_from;
    };
    return begins_in(one, other) || begins_in(other, one);
}

base::Status check_card(const Card& card, const std::string& at) {
    if (auto entry = check_entry(card, at); !entry) return entry;
    if (auto ways = check_ways(card.any_of, at + "/any_of"); !ways) return ways;
    if (card.valid_in.empty()) return fault(at + "/valid_in", "is empty");
    for (size_t i = 0; i < card.valid_in.size(); ++i) {
        const std::string here = at + "/valid_in/" + std::to_string(i);
        if (auto rule = check_rule(card.valid_in[i], here); !rule) return rule;
        for (size_t j = 0; j < i; ++j) {
            if (meet(card.valid_in[i], card.valid_in[j])) {
                return fault(here, "another is in force on the same day");
            }
        }
    }
    for (size_t i = 0; i < card.counts_as.size(); ++i) {
        const std::string here = at + "/counts_as/" + std::to_string(i);
        if (auto rule = check_rule(card.counts_as[i], here); !rule) return rule;
        if (card.counts_as[i].card == card.id) return fault(here + "/card", "is the card itself");
    }
    return {};
}

base::Status check(const CardBook& book) {
    if (auto name = check_name(book.id, "/id"); !name) return name;
    if (auto version = check_text(book.version, "/version"); !version) return version;
    if (auto place = check_place(book.place, "/place"); !place) return place;
    if (auto words = check_words(book.title, "/title"); !words) return words;
    if (auto source = check_text(book.source, "/source"); !source) return source;
    for (size_t i = 0; i < book.cards.size(); ++i) {
        auto card = check_card(book.cards[i], "/cards/" + std::to_string(i));
        if (!card) return card;
    }
    return {};
}

} // namespace

base::Result<CardBook> load_card_book(std::string_view text) {
    const auto value = json::parse(text);
    if (!value) return base::fail(value);
    auto book = json::from_exact_json<CardBook>(*value);
    if (!book) return book;
    if (const auto checked = check(*book); !checked) return base::fail(checked);
    return book;
}

} // namespace rexue::honour
