#include "net/credential/cbor_json.h"

#include <cmath>

#include <fmt/format.h>

namespace rexue::credential {

namespace {

using boost::json::value;

value one(std::uint64_t number) {
    return number;
}
value one(const cbor::Negative& number) {
    if (const auto fits = cbor::as_integer({.is = number})) return *fits;
    return value(fmt::format("-1-{}", number.n));
}
value one(const base::Bytes& bytes) {
    return value(base::hex_encode(bytes));
}
value one(const std::string& text) {
    return value(text);
}
value one(const cbor::Array& items) {
    boost::json::array array;
    for (const cbor::Value& item : items)
        array.push_back(to_json(item));
    return array;
}
value one(const cbor::Map& entries) {
    boost::json::object object;
    for (const auto& [key, said] : entries) {
        const value name = to_json(key);
        object.emplace(name.is_string() ? std::string_view(name.get_string())
                                        : std::string_view(boost::json::serialize(name)),
                       to_json(said));
    }
    return object;
}
value one(const cbor::Tagged& tagged) {
    return to_json(tagged.item.front());
}
value one(bool truth) {
    return truth;
}
value one(const cbor::Null& /*nothing*/) {
    return nullptr;
}
value one(const cbor::Undefined& /*nothing*/) {
    return nullptr;
}
value one(double number) {
    if (!std::isfinite(number)) return nullptr;
    return number;
}

} // namespace

boost::json::value to_json(const cbor::Value& cbor_value) {
    return std::visit([](const auto& held) { return one(held); }, cbor_value.is);
}

} // namespace rexue::credential
