// Reading what people write by hand: a member that nobody knows is a slip of the pen, and what was
// meant by it would silently not be there.
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "platform/json/codec.h"

namespace rexue::json {

namespace detail {

// A step of a JSON pointer (RFC 6901) that stays on one line.
inline std::string pointer_step(std::string_view key) {
    std::string step = "/";
    for (const char c : key) {
        if (c == '~') {
            step += "~0";
        } else if (c == '/') {
            step += "~1";
        } else {
            step += static_cast<unsigned char>(c) < 0x20 ? '?' : c;
        }
    }
    return step;
}

template <typename T>
std::optional<std::string> unknown_in_struct(const boost::json::object& object,
                                             const std::string& pointer);

} // namespace detail

// The pointer of the first member of `value` that T has not; nothing when it knows all.
template <typename T>
std::optional<std::string> unknown_member(const boost::json::value& value,
                                          const std::string& pointer = "") {
    if constexpr (detail::IsOptional<T>::value) {
        return unknown_member<typename T::value_type>(value, pointer);
    } else if constexpr (detail::IsVector<T>::value) {
        if (!value.is_array()) return std::nullopt;
        size_t at = 0;
        for (const boost::json::value& item : value.get_array()) {
            const std::string path = pointer + "/" + std::to_string(at++);
            if (auto found = unknown_member<typename T::value_type>(item, path)) return found;
        }
        return std::nullopt;
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
        if (!value.is_object()) return std::nullopt;
        return detail::unknown_in_struct<T>(value.get_object(), pointer);
    } else {
        return std::nullopt;
    }
}

template <typename T>
std::optional<std::string> detail::unknown_in_struct(const boost::json::object& object,
                                                     const std::string& pointer) {
    std::optional<std::string> unknown;
    for (const auto& entry : object) {
        const std::string path = pointer + pointer_step(entry.key());
        bool is_known = false;
        boost::mp11::mp_for_each<detail::Members<T>>([&](auto member) {
            using Member = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
            if (entry.key() != member.name) return;
            is_known = true;
            if (!unknown) unknown = unknown_member<Member>(entry.value(), path);
        });
        if (!is_known && !unknown) unknown = path;
        if (unknown) return unknown;
    }
    return std::nullopt;
}

// from_json, but a member that T has not is invalid_argument with its pointer.
template <typename T>
base::Result<T> from_exact_json(const boost::json::value& value) {
    auto read = from_json<T>(value);
    if (!read) return read;
    if (const auto unknown = unknown_member<T>(value)) {
        return fault(*unknown, "nothing of this name is known here");
    }
    return read;
}

} // namespace rexue::json
