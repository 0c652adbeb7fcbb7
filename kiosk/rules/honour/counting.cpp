#include "kiosk/rules/honour/counting.h"

#include <algorithm>
#include <array>

namespace rexue::honour {

namespace {

using json::fault;
namespace chr = std::chrono;

constexpr Thousandths one_count = 1000;

bool fits(const CountRule& rule, const Donation& donation) {
    if (rule.type != donation.type) return false;
    if (!is_between(rule.donated_from, rule.donated_to, donation.date)) return false;
    const bool is_multiple = !rule.ml_per_count || *donation.ml % *rule.ml_per_count == 0;
    return is_multiple || !rule.whole_counts_only.value_or(false);
}

Thousandths worth(const CountRule& rule, const Donation& donation) {
    if (rule.counts_per_unit) return one_count * *donation.units * *rule.counts_per_unit;
    return one_count * *donation.ml / *rule.ml_per_count;
}

base::Status check_one(const CountRule& rule, const std::string& at) {
    if (auto checked = check_rule(rule, at); !checked) return checked;
    const bool is_blood = rule.type == DonationType::whole_blood;
    if (is_blood != rule.ml_per_count.has_value() || is_blood == rule.counts_per_unit.has_value()) {
        return fault(at, "whole blood is counted by ml_per_count, platelets by counts_per_unit");
    }
    if (rule.ml_per_count.value_or(1) < 1 || rule.counts_per_unit.value_or(1) < 1) {
        return fault(at, "a count is of more than nothing");
    }
    if (!is_blood && rule.whole_counts_only) {
        return fault(at + "/whole_counts_only", "units are whole");
    }
    if (rule.donated_from && rule.donated_to && *rule.donated_to < *rule.donated_from) {
        return fault(at + "/donated_to", "lies before donated_from");
    }
    return {};
}

base::Date next_day(base::Date day) {
    return chr::sys_days(day) + chr::days(1);
}

// Some rule, in force always, takes whatever was given on `day`.
bool is_covered(const std::vector<CountRule>& rules, DonationType type, base::Date day) {
    return std::ranges::any_of(rules, [&](const CountRule& rule) {
        return rule.type == type && !rule.whole_counts_only.value_or(false) &&
               !rule.effective_from && !rule.effective_to &&
               is_between(rule.donated_from, rule.donated_to, day);
    });
}

} // namespace

base::Status check_counting(const std::vector<CountRule>& rules, const std::string& at) {
    // What is true of these days is true of all between them.
    std::vector<base::Date> days{chr::year(1900) / 1 / 1};
    for (size_t i = 0; i < rules.size(); ++i) {
        if (auto one = check_one(rules[i], at + "/" + std::to_string(i)); !one) return one;
        if (rules[i].donated_from) days.push_back(*rules[i].donated_from);
        if (rules[i].donated_to) days.push_back(next_day(*rules[i].donated_to));
    }
    for (const DonationType type : {DonationType::whole_blood, DonationType::platelets}) {
        for (const base::Date day : days) {
            if (!is_covered(rules, type, day)) {
                return fault(at, "nothing counts what was given on " + base::format_date(day));
            }
        }
    }
    return {};
}

double whole(Thousandths counts) {
    return static_cast<double>(counts) / static_cast<double>(one_count);
}

std::vector<Counted> counted(const Record& record, const std::vector<CountRule>& rules,
                             std::string_view area) {
    const bool is_own_area = area.empty() || lies_in(here(record), area) == Lies::inside;
    std::vector<Counted> list;
    list.reserve(record.history.size());
    for (const Donation& donation : record.history) {
        const auto rule = std::ranges::find_if(rules, [&](const CountRule& one) {
            return is_in_force(one, record.on) && fits(one, donation);
        });
        REXUE_ASSERT(rule != rules.end()); // check_counting
        Lies lies = area.empty() ? Lies::inside : lies_in(donation.place, area);
        if (lies == Lies::unknown && !is_own_area) lies = Lies::outside;
        list.push_back({.donation = &donation,
                        .rule = &*rule,
                        .counts = worth(*rule, donation),
                        .lies = lies});
    }
    std::ranges::stable_sort(list, {}, [](const Counted& one) { return one.donation->date; });
    return list;
}

} // namespace rexue::honour
