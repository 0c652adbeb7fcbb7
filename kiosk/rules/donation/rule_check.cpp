// What must be true of one rule by itself.
#include <algorithm>
#include <array>

#include "kiosk/rules/donation/rulebook_file.h"
#include "platform/base/utf8.h"

namespace rexue::donation {

namespace {

using json::fault;

// A letter of the list, two digits, and a letter where the standard's item has several parts.
bool is_rule_id(std::string_view id) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool begins = (id.size() == 3 || id.size() == 4) && id[0] >= 'A' && id[0] <= 'Z' &&
                        is_digit(id[1]) && is_digit(id[2]);
    return begins && (id.size() == 3 || (id[3] >= 'a' && id[3] <= 'z'));
}

base::Status check_texts(const Rule& rule, const std::string& at) {
    if (!is_rule_id(rule.id)) return fault(at + "/id", "an id is like L01 or T10f");
    if (base::trimmed(rule.words.zh_CN).empty()) return fault(at + "/words/zh_CN", "has no words");
    if (base::trimmed(rule.words.en).empty()) return fault(at + "/words/en", "has no words");
    if (base::trimmed(rule.source).empty()) return fault(at + "/source", "has no source");
    if (rule.effective_from && rule.effective_to && *rule.effective_to < *rule.effective_from) {
        return fault(at + "/effective_to", "lies before effective_from");
    }
    return {};
}

base::Status check_types(const Rule& rule, const std::string& at) {
    if (rule.applies_to.empty()) return fault(at + "/applies_to", "is empty");
    auto types = rule.applies_to;
    std::ranges::sort(types);
    if (std::ranges::adjacent_find(types) != types.end()) {
        return fault(at + "/applies_to", "names a type twice");
    }
    return {};
}

base::Status check_bound(const Bound& bound, const std::string& at) {
    if (!bound.at_least && !bound.at_most && !bound.below && !bound.station_at_least &&
        !bound.station_at_most) {
        return fault(at, "a bound without a limit");
    }
    if (bound.at_least && ((bound.at_most && *bound.at_most < *bound.at_least) ||
                           (bound.below && *bound.below <= *bound.at_least))) {
        return fault(at, "the upper limit lies below the lower");
    }
    if ((bound.station_at_least && bound.station_at_least->most < bound.station_at_least->least) ||
        (bound.station_at_most && bound.station_at_most->most < bound.station_at_most->least)) {
        return fault(at, "the station's range is the wrong way round");
    }
    return {};
}

base::Status check_bounds(const Rule& rule, const std::string& at) {
    if (!rule.bounds) return {};
    if (rule.bounds->empty()) return fault(at + "/bounds", "is empty");
    for (size_t i = 0; i < rule.bounds->size(); ++i) {
        const Bound& bound = (*rule.bounds)[i];
        const std::string here = at + "/bounds/" + std::to_string(i);
        if (const auto checked = check_bound(bound, here); !checked) return checked;
        const bool is_station = bound.station_at_least || bound.station_at_most;
        if (is_station && rule.owner != Owner::station) {
            return fault(here, "only a rule of the station leaves it a choice");
        }
        if (bound.measure == Measure::age_years &&
            (!bound.at_most || bound.below || rule.bounds->size() > 1)) {
            return fault(here, "an age has one bound with at_most");
        }
    }
    return {};
}

base::Status check_window(const Window& window, const Rule& rule, const std::string& at) {
    const bool is_interval = rule.kind == Kind::interval;
    if (is_interval != (window.anchor == Anchor::donation)) {
        return fault(at + "/anchor", "an interval, and nothing else, is counted from a donation");
    }
    if (window.anchor == Anchor::ongoing && window.duration) {
        return fault(at + "/duration", "what is ongoing has no duration");
    }
    const bool is_period = window.anchor == Anchor::period;
    if (is_period && (!window.duration || !window.before)) {
        return fault(at, "a period has duration and before");
    }
    if (!is_period && window.before) return fault(at + "/before", "only a period has it");
    if (is_interval && !window.duration) return fault(at + "/duration", "is missing");
    return {};
}

base::Status check_windows(const Rule& rule, const std::string& at) {
    const auto windows = all_of(rule.windows);
    const bool may_have =
        rule.kind == Kind::interval || rule.kind == Kind::temporary || rule.kind == Kind::same_day;
    if (rule.windows && (!may_have || windows.empty())) {
        return fault(at + "/windows", "a rule of this kind has none");
    }
    const bool must_have = rule.kind == Kind::interval || rule.kind == Kind::temporary;
    if (must_have && windows.empty()) return fault(at + "/windows", "is missing");
    if (windows.size() > 1 && rule.kind != Kind::temporary) {
        return fault(at + "/windows", "a rule of this kind has one");
    }
    for (size_t i = 0; i < windows.size(); ++i) {
        const std::string here = at + "/windows/" + std::to_string(i);
        if (const auto checked = check_window(windows[i], rule, here); !checked) return checked;
        const bool is_one_of_many = windows.size() > 1;
        if (is_one_of_many && (!windows[i].of || windows[i].before)) {
            return fault(here + "/of", "one of several windows says of what, and is no period");
        }
        for (size_t j = 0; j < i; ++j) {
            if (windows[j].of == windows[i].of) return fault(here + "/of", "stands twice");
        }
    }
    return {};
}

// What a rule of this kind may say.
base::Status check_kind(const Rule& rule, const std::string& at) {
    const bool is_limit = rule.kind == Kind::limit;
    const bool is_interval = rule.kind == Kind::interval;
    if (!is_limit && (rule.bounds || rule.readings || rule.extends || rule.only_for ||
                      rule.volumes_ml || rule.units)) {
        return fault(at + "/kind", "only a limit has bounds, readings, volumes or units");
    }
    if (!is_interval && (rule.after || rule.in_place_of || rule.at_most)) {
        return fault(at + "/kind", "only an interval has after, in_place_of or at_most");
    }
    if (is_interval && (!rule.after || rule.applies_to.size() != 1)) {
        return fault(at + "/after", "an interval lies between one type and one type");
    }
    if (rule.at_most && rule.at_most->count < 1) {
        return fault(at + "/at_most/count", "fewer than one");
    }
    if (rule.owner == Owner::station && !is_limit && rule.kind != Kind::same_day) {
        return fault(at + "/owner", "intervals and deferrals are not the station's");
    }
    if (rule.readings && rule.owner != Owner::station) {
        return fault(at + "/readings", "how an age is read is the station's");
    }
    if (rule.extends.has_value() != rule.only_for.has_value() ||
        (rule.extends && !is_age_rule(rule))) {
        return fault(at + "/extends", "an age is extended, and only for somebody");
    }
    for (const int amount : all_of(rule.volumes_ml)) {
        if (amount < 1) return fault(at + "/volumes_ml", "an amount is more than nothing");
    }
    for (const int amount : all_of(rule.units)) {
        if (amount < 1) return fault(at + "/units", "an amount is more than nothing");
    }
    return {};
}

} // namespace

base::Status check_rule(const Rule& rule, const std::string& pointer) {
    for (const auto check_part :
         {check_texts, check_types, check_kind, check_bounds, check_windows}) {
        if (auto checked = check_part(rule, pointer); !checked) return checked;
    }
    return {};
}

bool is_age_rule(const Rule& rule) {
    return std::ranges::any_of(all_of(rule.bounds), [](const Bound& bound) {
        return bound.measure == Measure::age_years;
    });
}

bool is_interval_of(const Rule& rule, DonationType earlier, DonationType later) {
    return rule.kind == Kind::interval && !rule.in_place_of && rule.after == earlier &&
           rule.applies_to.front() == later;
}

} // namespace rexue::donation
