// An identifier that cannot be handed where another kind is wanted.
#pragma once

#include <compare>
#include <string>
#include <utility>

namespace rexue::base {

template <typename Tag>
struct StrongId {
    std::string value;

    StrongId() = default;
    explicit StrongId(std::string text) : value(std::move(text)) {}

    bool empty() const { return value.empty(); }
    auto operator<=>(const StrongId&) const = default;
};

} // namespace rexue::base
