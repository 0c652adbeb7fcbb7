// One CBOR data item (RFC 8949) as a value.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "platform/base/encoding.h"

namespace rexue::credential::cbor {

struct Value;

// -1 - n: reaches further down than std::int64_t.
struct Negative {
    std::uint64_t n = 0;
    bool operator==(const Negative&) const = default;
};
struct Null {
    bool operator==(const Null&) const = default;
};
struct Undefined {
    bool operator==(const Undefined&) const = default;
};
using Array = std::vector<Value>;
struct Entry;
using Map = std::vector<Entry>; // in the order of the bytes
struct Tagged {
    std::uint64_t tag = 0;
    std::vector<Value> item; // exactly one
    bool operator==(const Tagged&) const = default;
};

struct Value {
    std::variant<std::uint64_t, Negative, base::Bytes, std::string, Array, Map, Tagged, bool, Null,
                 Undefined, double>
        is;

    bool operator==(const Value&) const = default;

    template <typename T>
    const T* as() const {
        return std::get_if<T>(&is);
    }
};

struct Entry {
    Value key;
    Value value;
    bool operator==(const Entry&) const = default;
};

Value integer(std::int64_t value);
Value text(std::string_view utf8);
Value bytes(base::Bytes content);
Value array(Array items);
Value map(Map entries);
Value tagged(std::uint64_t tag, Value item);

// The integer, when it is one and fits.
std::optional<std::int64_t> as_integer(const Value& value);
// The value at an integer key; null when there is none.
const Value* find(const Map& map, std::int64_t key);

} // namespace rexue::credential::cbor
