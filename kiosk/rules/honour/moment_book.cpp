#include "kiosk/rules/honour/moment_book.h"

#include <algorithm>

#include "platform/json/exact.h"
#include "platform/json/parse.h"

namespace rexue::honour {

namespace {

using json::fault;
namespace chr = std::chrono;

constexpr int most_years = 150;
constexpr int most_days = 60; // round a festival

// A member that this kind has, and no other.
base::Status check_has(bool has, bool wants, const std::string& at) {
    if (has && !wants) return fault(at, "a moment of this kind has none");
    if (!has && wants) return fault(at, "is missing");
    return {};
}

base::Status check_members(const MomentRule& rule, const std::string& at) {
    const bool is_day = rule.kind == MomentKind::day_of_year;
    const bool is_festival = rule.kind == MomentKind::festival;
    struct Row {
        bool has;
        bool wants;
        const char* member;
    };
    for (const Row& row :
         {Row{rule.age.has_value(), rule.kind == MomentKind::coming_of_age, "/age"},
          Row{rule.month.has_value(), is_day, "/month"}, Row{rule.day.has_value(), is_day, "/day"},
          Row{rule.dates.has_value(), is_festival, "/dates"},
          Row{rule.numbers.has_value(), rule.kind == MomentKind::milestone, "/numbers"},
          Row{rule.days_before.has_value(), is_festival && rule.days_before, "/days_before"},
          Row{rule.days_after.has_value(), is_festival && rule.days_after, "/days_after"}}) {
        if (auto has = check_has(row.has, row.wants, at + row.member); !has) return has;
    }
    return {};
}

base::Status check_figures(const MomentRule& rule, const std::string& at) {
    if (rule.age && (*rule.age < 1 || *rule.age > most_years)) {
        return fault(at + "/age", "nobody is so old");
    }
    if (rule.month) {
        // 29 February is a day of some years, and no day to celebrate every year.
        const chr::month_day day = chr::month(static_cast<unsigned>(*rule.month)) /
                                   chr::day(static_cast<unsigned>(*rule.day));
        if (*rule.month < 1 || *rule.day < 1 || !(chr::year(2001) / day).ok()) {
            return fault(at + "/day", "no day of every year");
        }
    }
    const auto dates = donation::all_of(rule.dates);
    if (rule.dates && (dates.empty() || !std::ranges::is_sorted(dates, std::less_equal()))) {
        return fault(at + "/dates", "some, the earliest first");
    }
    for (const auto& days : {rule.days_before, rule.days_after}) {
        if (days && (*days < 0 || *days > most_days)) return fault(at, "too many days round it");
    }
    const auto numbers = donation::all_of(rule.numbers);
    if (rule.numbers && (numbers.empty() || numbers.front() < 1 ||
                         !std::ranges::is_sorted(numbers, std::less_equal()))) {
        return fault(at + "/numbers", "some, the smallest first");
    }
    return {};
}

base::Status check_offers(const MomentRule& rule, const std::string& at) {
    if (rule.offers.empty()) return fault(at + "/offers", "is empty");
    for (size_t i = 0; i < rule.offers.size(); ++i) {
        const std::string here = at + "/offers/" + std::to_string(i);
        if (auto name = check_name(rule.offers[i].id, here + "/id"); !name) return name;
        if (auto words = check_words(rule.offers[i].title, here + "/title"); !words) return words;
    }
    return {};
}

base::Status check(const MomentBook& book) {
    if (auto name = check_name(book.id, "/id"); !name) return name;
    if (auto version = check_text(book.version, "/version"); !version) return version;
    if (auto source = check_text(book.source, "/source"); !source) return source;
    for (size_t i = 0; i < book.moments.size(); ++i) {
        const std::string at = "/moments/" + std::to_string(i);
        const MomentRule& rule = book.moments[i];
        if (auto entry = check_entry(rule, at); !entry) return entry;
        if (auto members = check_members(rule, at); !members) return members;
        if (auto figures = check_figures(rule, at); !figures) return figures;
        if (auto offers = check_offers(rule, at); !offers) return offers;
    }
    return {};
}

} // namespace

base::Result<MomentBook> load_moment_book(std::string_view text) {
    const auto value = json::parse(text);
    if (!value) return base::fail(value);
    auto book = json::from_exact_json<MomentBook>(*value);
    if (!book) return book;
    if (const auto checked = check(*book); !checked) return base::fail(checked);
    return book;
}

} // namespace rexue::honour
