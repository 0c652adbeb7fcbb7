#include "kiosk/rules/honour/entry.h"

#include <algorithm>

#include "kiosk/rules/honour/place.h"
#include "platform/base/utf8.h"

namespace rexue::honour {

using json::fault;

bool is_between(const std::optional<base::Date>& from, const std::optional<base::Date>& to,
                base::Date on) {
    return (!from || *from <= on) && (!to || on <= *to);
}

bool is_name(std::string_view text) {
    constexpr size_t longest = 60;
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

base::Status check_name(std::string_view name, const std::string& at) {
    if (!is_name(name)) return fault(at, "a name is of lower-case letters, digits and hyphens");
    return {};
}

base::Status check_text(std::string_view text, const std::string& at) {
    if (base::trimmed(text).empty()) return fault(at, "is empty");
    return {};
}

base::Status check_words(const Words& words, const std::string& at) {
    if (auto chinese = check_text(words.zh_CN, at + "/zh_CN"); !chinese) return chinese;
    return check_text(words.en, at + "/en");
}

base::Status check_place(const std::optional<std::string>& place, const std::string& at) {
    if (place && !is_place(*place)) return fault(at, "a place is six digits, such as 370300");
    return {};
}

base::Status check_days(const std::optional<base::Date>& from, const std::optional<base::Date>& to,
                        const std::string& at) {
    if (from && to && *to < *from) return fault(at + "/effective_to", "lies before effective_from");
    return {};
}

} // namespace rexue::honour
