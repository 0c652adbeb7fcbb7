// Structs to JSON and back, member by member, from BOOST_DESCRIBE_STRUCT and BOOST_DESCRIBE_ENUM.
//
//   struct Call { std::string ticket; std::optional<int> window; };
//   BOOST_DESCRIBE_STRUCT(Call, (), (ticket, window))
//
// Reading: members that are not described are ignored (a newer peer may send more), a missing
// or null std::optional is empty, anything else missing or of the wrong type is invalid_argument
// with the JSON pointer of the fault. Writing: an empty std::optional is left out.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>

#include "platform/base/date_text.h"
#include "platform/base/error.h"
#include "platform/base/strong_id.h"
#include "platform/base/uuid.h"

namespace rexue::json {

// Longest string and list a message may hold; sealed records are the largest string we send.
inline constexpr size_t max_string_bytes = 512 * 1024;
inline constexpr size_t max_list_items = 10'000;

// A type that travels as a string gives a specialisation with these two functions.
template <typename T>
struct TextForm;

template <>
struct TextForm<base::Uuid> {
    static std::string write(const base::Uuid& id) { return id.to_string(); }
    static base::Result<base::Uuid> read(std::string_view text) { return base::parse_uuid(text); }
};
template <>
struct TextForm<base::Date> {
    static std::string write(base::Date date) { return base::format_date(date); }
    static base::Result<base::Date> read(std::string_view text) { return base::parse_date(text); }
};
template <>
struct TextForm<base::Instant> {
    static std::string write(base::Instant instant) { return base::format_instant(instant); }
    static base::Result<base::Instant> read(std::string_view t) { return base::parse_instant(t); }
};
template <typename Tag>
struct TextForm<base::StrongId<Tag>> {
    static std::string write(const base::StrongId<Tag>& id) { return id.value; }
    static base::Result<base::StrongId<Tag>> read(std::string_view text) {
        return base::StrongId<Tag>(std::string(text));
    }
};

// What is wrong with the value at a JSON pointer (RFC 6901). The empty one, the whole document, is
// written as "": a lone / would be a member without a name.
inline std::unexpected<base::Error> fault(const std::string& pointer, std::string_view what) {
    return base::fail(base::ErrorCode::invalid_argument,
                      (pointer.empty() ? std::string("\"\"") : pointer) + ": " + std::string(what));
}

namespace detail {

template <typename T>
concept HasTextForm = requires(const T& value, std::string_view text) {
    { TextForm<T>::write(value) } -> std::same_as<std::string>;
    { TextForm<T>::read(text) } -> std::same_as<base::Result<T>>;
};

template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};

template <typename T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

} // namespace detail

template <typename T>
boost::json::value to_json(const T& value);

template <typename T>
base::Result<T> from_json(const boost::json::value& value, const std::string& pointer = "");

namespace detail {

template <typename T>
base::Result<T> read_number(const boost::json::value& value, const std::string& pointer) {
    if constexpr (std::floating_point<T>) {
        if (!value.is_number()) return fault(pointer, "a number is wanted");
        return value.to_number<T>();
    } else {
        boost::system::error_code error;
        const T number = value.to_number<T>(error);
        if (error || value.is_double()) return fault(pointer, "a whole number in range is wanted");
        return number;
    }
}

template <typename T>
base::Result<T> read_enum(const boost::json::value& value, const std::string& pointer) {
    T result{};
    if (!value.is_string()) return fault(pointer, "a string is wanted");
    const auto& text = value.get_string();
    // The library compares C strings: a word must not pass for what it says up to a NUL.
    const bool has_nul = text.find('\0') != boost::json::string::npos;
    if (has_nul || !boost::describe::enum_from_string(text.c_str(), result)) {
        return fault(pointer, "not one of the known words");
    }
    return result;
}

template <typename T>
base::Result<T> read_struct(const boost::json::value& value, const std::string& pointer) {
    if (!value.is_object()) return fault(pointer, "an object is wanted");
    const auto& object = value.get_object();
    T result{};
    std::optional<base::Error> error;
    boost::mp11::mp_for_each<Members<T>>([&](auto member) {
        if (error) return;
        using Member = std::remove_cvref_t<decltype(result.*member.pointer)>;
        const std::string path = pointer + "/" + member.name;
        const auto* found = object.if_contains(member.name);
        if (found == nullptr) {
            if constexpr (!IsOptional<Member>::value) error = fault(path, "is missing").error();
            return;
        }
        auto read = from_json<Member>(*found, path);
        if (read) {
            result.*member.pointer = std::move(*read);
        } else {
            error = std::move(read.error());
        }
    });
    if (error) return std::unexpected(std::move(*error));
    return result;
}

template <typename T>
base::Result<T> read_list(const boost::json::value& value, const std::string& pointer) {
    if (!value.is_array()) return fault(pointer, "a list is wanted");
    const auto& array = value.get_array();
    if (array.size() > max_list_items) return fault(pointer, "the list is too long");
    T result;
    result.reserve(array.size());
    for (size_t i = 0; i < array.size(); ++i) {
        auto item = from_json<typename T::value_type>(array[i], pointer + "/" + std::to_string(i));
        if (!item) return std::unexpected(std::move(item.error()));
        result.push_back(std::move(*item));
    }
    return result;
}

} // namespace detail

template <typename T>
boost::json::value to_json(const T& value) {
    if constexpr (std::same_as<T, boost::json::value>) {
        return value;
    } else if constexpr (detail::IsOptional<T>::value) {
        return value ? to_json(*value) : boost::json::value(nullptr);
    } else if constexpr (detail::HasTextForm<T>) {
        return boost::json::value(TextForm<T>::write(value));
    } else if constexpr (std::is_enum_v<T>) {
        return boost::json::value(boost::describe::enum_to_string(value, ""));
    } else if constexpr (detail::IsVector<T>::value) {
        boost::json::array array;
        array.reserve(value.size());
        for (const auto& item : value)
            array.push_back(to_json(item));
        return array;
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
        boost::json::object object;
        boost::mp11::mp_for_each<detail::Members<T>>([&](auto member) {
            using Member = std::remove_cvref_t<decltype(value.*member.pointer)>;
            if constexpr (detail::IsOptional<Member>::value) {
                if (!(value.*member.pointer)) return;
            }
            object.emplace(member.name, to_json(value.*member.pointer));
        });
        return object;
    } else {
        return boost::json::value(value);
    }
}

template <typename T>
base::Result<T> from_json(const boost::json::value& value, const std::string& pointer) {
    if constexpr (std::same_as<T, boost::json::value>) {
        return value;
    } else if constexpr (detail::IsOptional<T>::value) {
        if (value.is_null()) return T();
        auto inner = from_json<typename T::value_type>(value, pointer);
        if (!inner) return std::unexpected(std::move(inner.error()));
        return T(std::move(*inner));
    } else if constexpr (std::same_as<T, bool>) {
        if (!value.is_bool()) return fault(pointer, "true or false is wanted");
        return value.get_bool();
    } else if constexpr (std::is_arithmetic_v<T>) {
        return detail::read_number<T>(value, pointer);
    } else if constexpr (std::same_as<T, std::string> || detail::HasTextForm<T>) {
        if (!value.is_string()) return fault(pointer, "a string is wanted");
        const auto& text = value.get_string();
        if (text.size() > max_string_bytes) return fault(pointer, "the string is too long");
        if constexpr (std::same_as<T, std::string>) {
            return std::string(text);
        } else {
            auto read = TextForm<T>::read(std::string_view(text));
            if (!read) return fault(pointer, read.error().detail);
            return read;
        }
    } else if constexpr (std::is_enum_v<T>) {
        return detail::read_enum<T>(value, pointer);
    } else if constexpr (detail::IsVector<T>::value) {
        return detail::read_list<T>(value, pointer);
    } else {
        return detail::read_struct<T>(value, pointer);
    }
}

} // namespace rexue::json
