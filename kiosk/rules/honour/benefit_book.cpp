#include "kiosk/rules/honour/benefit_book.h"

#include <algorithm>

#include "kiosk/rules/honour/place.h"
#include "platform/json/exact.h"
#include "platform/json/parse.h"

namespace rexue::honour {

using json::fault;

base::Status check(const Benefit& benefit, const std::string& at) {
    if (auto entry = check_entry(benefit, at); !entry) return entry;
    if (auto gives = check_words(benefit.gives, at + "/gives"); !gives) return gives;
    if (benefit.limits) {
        if (auto limits = check_words(*benefit.limits, at + "/limits"); !limits) return limits;
    }
    if (auto place = check_place(benefit.valid_in, at + "/valid_in"); !place) return place;
    if (benefit.count && *benefit.count < 1) return fault(at + "/count", "fewer than one");
    if (benefit.count.has_value() != benefit.count_of.has_value()) {
        return fault(at + "/count_of", "goes with count");
    }
    if (benefit.count_of) {
        if (auto words = check_words(*benefit.count_of, at + "/count_of"); !words) return words;
    }
    for (size_t i = 0; i < benefit.conditions.size(); ++i) {
        const std::string here = at + "/conditions/" + std::to_string(i);
        if (auto name = check_name(benefit.conditions[i], here); !name) return name;
    }
    auto how = benefit.how;
    std::ranges::sort(how);
    if (std::ranges::adjacent_find(how) != how.end()) {
        return fault(at + "/how", "names a way twice");
    }
    return {};
}

base::Status check(const BenefitBook& book) {
    if (auto place = check_place(book.place, "/place"); !place) return place;
    if (auto words = check_words(book.title, "/title"); !words) return words;
    if (book.benefits.empty()) return fault("/benefits", "is empty");
    for (size_t i = 0; i < book.benefits.size(); ++i) {
        const Benefit& one = book.benefits[i];
        const std::string at = "/benefits/" + std::to_string(i);
        if (auto checked = check(one, at); !checked) return checked;
        if (&*std::ranges::find(book.benefits, one.id, &Benefit::id) != &one) {
            return fault(at + "/id", one.id + " stands twice");
        }
        const auto inside = lies_in(one.valid_in, book.place);
        if (inside == Lies::outside) return fault(at + "/valid_in", "lies outside the place");
    }
    return {};
}

base::Result<BenefitBook> load_benefit_book(std::string_view text) {
    const auto value = json::parse(text);
    if (!value) return fault("", value.error().detail);
    auto book = json::from_exact_json<BenefitBook>(*value);
    if (!book) return book;
    if (const auto checked = check(*book); !checked) return base::fail(checked);
    return book;
}

std::string to_text(const BenefitBook& book) {
    boost::json::object file{{"place", book.place},
                             {"title", json::to_json(book.title)},
                             {"as_of", json::to_json(book.as_of)}};
    auto& benefits = file["benefits"].emplace_array();
    for (const Benefit& one : book.benefits) {
        boost::json::object entry = json::to_json(one).as_object();
        // At the end, and null when no source tells it: that it was looked for is to be seen.
        for (const char* name : {"effective_from", "effective_to"})
            entry.erase(name);
        entry["effective_from"] = json::to_json(one.effective_from);
        entry["effective_to"] = json::to_json(one.effective_to);
        benefits.push_back(std::move(entry));
    }
    return json::pretty(file);
}

} // namespace rexue::honour
