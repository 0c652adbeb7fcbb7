// What every rule of the honours' data has: an id, where it was seen, and its days.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/rules/donation/rule.h"
#include "platform/base/date_text.h"
#include "platform/json/codec.h"

namespace rexue::honour {

using donation::DonationType;
using donation::Words;

// Both days count; none on a side: nobody knows of one.
bool is_between(const std::optional<base::Date>& from, const std::optional<base::Date>& to,
                base::Date on);

template <typename Entry>
bool is_in_force(const Entry& entry, base::Date on) {
    return is_between(entry.effective_from, entry.effective_to, on);
}

// Lower-case letters, digits and hyphens: national-bronze, zibo-buses.
bool is_name(std::string_view text);

// invalid_argument with the pointer below `at`.
base::Status check_name(std::string_view name, const std::string& at);
base::Status check_words(const Words& words, const std::string& at);
base::Status check_text(std::string_view text, const std::string& at);
base::Status check_place(const std::optional<std::string>& place, const std::string& at);
base::Status check_days(const std::optional<base::Date>& from, const std::optional<base::Date>& to,
                        const std::string& at);

// Id, source and days.
template <typename Entry>
base::Status check_rule(const Entry& entry, const std::string& at) {
    if (auto name = check_name(entry.id, at + "/id"); !name) return name;
    if (auto source = check_text(entry.source, at + "/source"); !source) return source;
    return check_days(entry.effective_from, entry.effective_to, at);
}

// Id, title, source and days.
template <typename Entry>
base::Status check_entry(const Entry& entry, const std::string& at) {
    if (auto rule = check_rule(entry, at); !rule) return rule;
    return check_words(entry.title, at + "/title");
}

} // namespace rexue::honour
