#include "kiosk/rules/honour/catalogue.h"

#include <algorithm>
#include <set>

#include "kiosk/rules/honour/place.h"

namespace rexue::honour {

namespace {

// ASCII only: Chinese has no capitals.
std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

// At spaces, also the wide one (U+3000) that Chinese keyboards type.
std::vector<std::string> words_of(std::string_view text) {
    constexpr std::string_view wide = "　";
    std::vector<std::string> words(1);
    for (size_t at = 0; at < text.size(); ++at) {
        const bool is_wide = text.substr(at).starts_with(wide);
        if (!is_wide && text[at] != ' ') {
            words.back() += text[at];
            continue;
        }
        if (is_wide) at += wide.size() - 1;
        if (!words.back().empty()) words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

std::string text_of(const Benefit& benefit, const BenefitBook& book) {
    std::string text;
    for (const Words& words :
         {book.title, benefit.title, benefit.gives, benefit.limits.value_or(Words())}) {
        text += words.zh_CN + "\n" + words.en + "\n";
    }
    return lower(text);
}

bool matches(const Benefit& benefit, const BenefitBook& book, const BenefitQuery& query,
             const std::vector<std::string>& words) {
    if (!is_in_force(benefit, query.on)) return false;
    if (query.kind && *query.kind != benefit.kind) return false;
    if (query.place && lies_in(query.place, benefit.valid_in) != Lies::inside) return false;
    const std::string text = words.empty() ? "" : text_of(benefit, book);
    return std::ranges::all_of(
        words, [&](const std::string& word) { return text.find(word) != std::string::npos; });
}

Claim claim_of(const Benefit& benefit) {
    const bool asks = std::ranges::find(benefit.conditions, ask_staff) != benefit.conditions.end();
    return asks ? Claim::ask : Claim::entitled;
}

} // namespace

base::Result<Catalogue> Catalogue::create(std::vector<BenefitBook> books) {
    std::set<std::string> names;
    for (const BenefitBook& book : books) {
        if (!names.insert(book.place).second) {
            return base::fail(base::ErrorCode::already_exists, book.place + " has two files");
        }
        for (const Benefit& benefit : book.benefits) {
            if (!names.insert(benefit.id).second) {
                return base::fail(base::ErrorCode::already_exists,
                                  "two benefits are named " + benefit.id);
            }
        }
    }
    std::ranges::sort(books, {}, &BenefitBook::place);
    return Catalogue(std::move(books));
}

const BenefitBook* Catalogue::of_place(std::string_view place) const {
    const auto found = std::ranges::find(books_, place, &BenefitBook::place);
    return found == books_.end() ? nullptr : &*found;
}

std::vector<Offered> Catalogue::find(const BenefitQuery& query) const {
    const auto words = words_of(lower(query.text));
    std::vector<Offered> found;
    for (const BenefitBook& book : books_) {
        for (const Benefit& benefit : book.benefits) {
            if (!matches(benefit, book, query, words)) continue;
            found.push_back({.benefit = &benefit, .book = &book, .claim = claim_of(benefit)});
        }
    }
    return found;
}

std::vector<Offered> Catalogue::benefits_for(std::span<const std::string> held,
                                             std::string_view place, base::Date on) const {
    auto offered = find({.place = std::string(place), .kind = std::nullopt, .text = {}, .on = on});
    std::erase_if(offered, [&](Offered& one) {
        const auto& conditions = one.benefit->conditions;
        const bool holds = std::ranges::any_of(conditions, [&](const std::string& condition) {
            return std::ranges::find(held, condition) != held.end();
        });
        if (holds) one.claim = Claim::entitled;
        return !conditions.empty() && !holds && one.claim != Claim::ask;
    });
    return offered;
}

std::vector<Offered> told_by_the_nearest(std::vector<Offered> offered) {
    const auto is_of_province = [](const Offered& one) {
        return one.book->place.ends_with("0000");
    };
    const std::vector<Offered> all = offered;
    std::erase_if(offered, [&](const Offered& one) {
        return is_of_province(one) && std::ranges::any_of(all, [&](const Offered& other) {
                   return !is_of_province(other) && other.claim == Claim::entitled &&
                          other.benefit->kind == one.benefit->kind;
               });
    });
    return offered;
}

} // namespace rexue::honour
