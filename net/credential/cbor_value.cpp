#include "net/credential/cbor_value.h"

#include <limits>

namespace rexue::credential::cbor {

Value integer(std::int64_t value) {
    if (value >= 0) return {.is = static_cast<std::uint64_t>(value)};
    return {.is = Negative{.n = static_cast<std::uint64_t>(-(value + 1))}};
}

Value text(std::string_view utf8) {
    return {.is = std::string(utf8)};
}

Value bytes(base::Bytes content) {
    return {.is = std::move(content)};
}

Value array(Array items) {
    return {.is = std::move(items)};
}

Value map(Map entries) {
    return {.is = std::move(entries)};
}

Value tagged(std::uint64_t tag, Value item) {
    Tagged made{.tag = tag, .item = {}};
    made.item.push_back(std::move(item));
    return {.is = std::move(made)};
}

std::optional<std::int64_t> as_integer(const Value& value) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (const auto* positive = value.as<std::uint64_t>()) {
        if (*positive > most) return std::nullopt;
        return static_cast<std::int64_t>(*positive);
    }
    if (const auto* negative = value.as<Negative>()) {
        if (negative->n > most) return std::nullopt;
        return -1 - static_cast<std::int64_t>(negative->n);
    }
    return std::nullopt;
}

const Value* find(const Map& map, std::int64_t key) {
    const Value wanted = integer(key);
    for (const auto& [name, value] : map) {
        if (name == wanted) return &value;
    }
    return nullptr;
}

} // namespace rexue::credential::cbor
