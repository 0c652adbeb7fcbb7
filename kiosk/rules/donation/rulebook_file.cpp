#include "kiosk/rules/donation/rulebook_file.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "platform/base/utf8.h"

namespace rexue::donation {

namespace {

using json::fault;

constexpr std::array types{DonationType::whole_blood, DonationType::platelets};

std::string place(size_t index) {
    return "/rules/" + std::to_string(index);
}

const Rule* find(const RulebookFile& file, std::string_view id) {
    const auto found = std::ranges::find(file.rules, id, &Rule::id);
    return found == file.rules.end() ? nullptr : &*found;
}

bool is_empty(const Words& words) {
    return base::trimmed(words.zh_CN).empty() || base::trimmed(words.en).empty();
}

base::Status check_front(const RulebookFile& file) {
    const bool is_name = !file.id.empty() && std::ranges::all_of(file.id, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!is_name) return fault("/id", "a name is of lower-case letters, digits and hyphens");
    if (base::trimmed(file.version).empty()) return fault("/version", "is empty");
    if (is_empty(file.title)) return fault("/title", "has no words");
    if (base::trimmed(file.source).empty()) return fault("/source", "has no source");
    if (is_empty(file.confidential_words)) return fault("/confidential_words", "has no words");
    if (file.effective_to && (!file.effective_from || *file.effective_to < *file.effective_from)) {
        return fault("/effective_to", "lies before effective_from");
    }
    return {};
}

base::Status check_plausible(const RulebookFile& file) {
    for (size_t i = 0; i < file.plausible.size(); ++i) {
        const Plausible& one = file.plausible[i];
        const std::string at = fmt::format("/plausible/{}", i);
        if (one.most <= one.least) return fault(at + "/most", "the wrong way round");
        const auto first = std::ranges::find(file.plausible, one.measure, &Plausible::measure);
        if (&*first != &one) return fault(at + "/measure", "stands twice");
    }
    return {};
}

base::Status check_each(const RulebookFile& file) {
    for (size_t i = 0; i < file.rules.size(); ++i) {
        if (auto checked = check_rule(file.rules[i], place(i)); !checked) return checked;
        if (find(file, file.rules[i].id) != &file.rules[i]) {
            return fault(place(i) + "/id", file.rules[i].id + " stands twice");
        }
    }
    return {};
}

// What one rule says of another.
base::Status check_references(const RulebookFile& file) {
    for (size_t i = 0; i < file.rules.size(); ++i) {
        const Rule& rule = file.rules[i];
        if (rule.extends) {
            const Rule* other = find(file, *rule.extends);
            if (other == nullptr || !is_age_rule(*other) || other->extends) {
                return fault(place(i) + "/extends", "names no limit of age");
            }
            if (*rule.bounds->front().at_most <= *other->bounds->front().at_most) {
                return fault(place(i) + "/bounds/0/at_most", "extends nothing");
            }
        }
        if (rule.in_place_of) {
            const Rule* other = find(file, *rule.in_place_of);
            if (other == nullptr || !is_interval_of(*other, *rule.after, rule.applies_to.front())) {
                return fault(place(i) + "/in_place_of", "names no interval of the same pair");
            }
        }
        for (size_t j = 0; j < all_of(rule.readings).size(); ++j) {
            const Rule* other = find(file, (*rule.readings)[j].of);
            if (other == nullptr || !is_age_rule(*other)) {
                return fault(fmt::format("{}/readings/{}/of", place(i), j),
                             "names no limit of age");
            }
        }
    }
    return {};
}

// Without a limit of age or an interval everybody would be cleared.
bool lasts_as_long_as(const RulebookFile& file, const Rule& rule) {
    const bool begins = !rule.effective_from ||
                        (file.effective_from && *rule.effective_from <= *file.effective_from);
    const bool ends =
        !rule.effective_to || (file.effective_to && *rule.effective_to >= *file.effective_to);
    return begins && ends;
}

bool is_whole(const std::optional<double>& years) {
    return !years || (*years >= 0 && *years == std::floor(*years));
}

// An age is everybody's, whatever they give, and a birthday.
base::Status check_age(const Rule& rule, const std::string& at) {
    if (rule.applies_to.size() != types.size()) {
        return fault(at + "/applies_to", "an age is for every type");
    }
    const Bound& bound = rule.bounds->front();
    if (!is_whole(bound.at_least) || !is_whole(bound.at_most)) {
        return fault(at + "/bounds/0", "an age is of whole years");
    }
    if (!rule.extends && !bound.at_least) return fault(at + "/bounds/0/at_least", "is missing");
    return {};
}

base::Status check_ages(const RulebookFile& file) {
    int limits = 0;
    int extensions = 0;
    for (size_t i = 0; i < file.rules.size(); ++i) {
        const Rule& rule = file.rules[i];
        if (!is_age_rule(rule)) continue;
        if (!lasts_as_long_as(file, rule)) {
            return fault(place(i), "a limit of age is in force as long as its book");
        }
        ++(rule.extends ? extensions : limits);
        if (limits > 1 || extensions > 1) {
            return fault(place(i) + "/bounds", "a second limit of age");
        }
        if (auto checked = check_age(rule, place(i)); !checked) return checked;
        int readings = 0;
        for (const Rule& other : file.rules)
            readings +=
                static_cast<int>(std::ranges::count(all_of(other.readings), rule.id, &Reading::of));
        if (readings != 1) {
            return fault(place(i) + "/bounds/0/at_most", "needs one reading of what day is meant");
        }
    }
    if (limits == 0) return fault("/rules", "no limit of age");
    return {};
}

base::Status check_intervals(const RulebookFile& file) {
    for (size_t i = 0; i < file.rules.size(); ++i) {
        if (file.rules[i].kind == Kind::interval && !lasts_as_long_as(file, file.rules[i])) {
            return fault(place(i), "an interval is in force as long as its book");
        }
    }
    for (const DonationType earlier : types) {
        for (const DonationType later : types) {
            const auto found = std::ranges::count_if(
                file.rules, [&](const Rule& rule) { return is_interval_of(rule, earlier, later); });
            if (found == 1) continue;
            return fault("/rules", fmt::format("{} intervals from {} to {}", found,
                                               boost::describe::enum_to_string(earlier, ""),
                                               boost::describe::enum_to_string(later, "")));
        }
    }
    return {};
}

// A deferral that no rule words would be forgotten.
base::Status check_decided(const RulebookFile& file) {
    const Rule* decided = nullptr;
    for (size_t i = 0; i < file.rules.size(); ++i) {
        const Rule& rule = file.rules[i];
        if (rule.kind != Kind::decided) continue;
        if (decided != nullptr) return fault(place(i) + "/kind", "a second one of decisions");
        if (rule.applies_to.size() != types.size() || !lasts_as_long_as(file, rule)) {
            return fault(place(i), "decisions hold for every type, as long as the book");
        }
        decided = &rule;
    }
    if (decided == nullptr) return fault("/rules", "none of what a physician has decided");
    return {};
}

} // namespace

base::Status check(const RulebookFile& file) {
    for (const auto check_part : {check_front, check_plausible, check_each, check_references,
                                  check_ages, check_intervals, check_decided}) {
        if (auto checked = check_part(file); !checked) return checked;
    }
    return {};
}

} // namespace rexue::donation
