#include "kiosk/rules/honour/award_book.h"

#include <algorithm>

#include "platform/json/exact.h"
#include "platform/json/parse.h"

namespace rexue::honour {

namespace {

using json::fault;

base::Status check_ladder(const Ladder& ladder, const std::string& at) {
    if (auto name = check_name(ladder.id, at + "/id"); !name) return name;
    if (auto words = check_words(ladder.title, at + "/title"); !words) return words;
    if (ladder.steps.empty()) return fault(at + "/steps", "is empty");
    for (size_t i = 0; i < ladder.steps.size(); ++i) {
        const std::string here = at + "/steps/" + std::to_string(i);
        if (auto entry = check_entry(ladder.steps[i], here); !entry) return entry;
        if (auto ways = check_ways(ladder.steps[i].any_of, here + "/any_of"); !ways) return ways;
    }
    return {};
}

base::Status check(const AwardBook& book) {
    if (auto name = check_name(book.id, "/id"); !name) return name;
    if (auto version = check_text(book.version, "/version"); !version) return version;
    if (auto place = check_place(book.place, "/place"); !place) return place;
    if (auto words = check_words(book.title, "/title"); !words) return words;
    if (auto source = check_text(book.source, "/source"); !source) return source;
    if (book.counting.has_value() == book.place.has_value()) {
        return fault("/counting", "goes with the awards of the country");
    }
    if (book.counting) {
        if (auto rules = check_counting(*book.counting, "/counting"); !rules) return rules;
    }
    for (size_t i = 0; i < book.ladders.size(); ++i) {
        auto ladder = check_ladder(book.ladders[i], "/ladders/" + std::to_string(i));
        if (!ladder) return ladder;
    }
    // "Three golds" is of the one award that begins anew.
    const auto restarting = std::ranges::count_if(
        book.ladders, [](const Ladder& one) { return one.restarts.value_or(false); });
    if (restarting > 1) return fault("/ladders", "two begin anew");
    return {};
}

} // namespace

base::Result<AwardBook> load_award_book(std::string_view text) {
    const auto value = json::parse(text);
    if (!value) return base::fail(value);
    auto book = json::from_exact_json<AwardBook>(*value);
    if (!book) return book;
    if (const auto checked = check(*book); !checked) return base::fail(checked);
    return book;
}

} // namespace rexue::honour
