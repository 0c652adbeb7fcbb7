#include "platform/json/value_builder.h"

#include <algorithm>
#include <utility>

namespace rexue::json {

namespace {

std::string shown(const std::string& name) {
    constexpr size_t longest = 64;
    const bool is_plain = name.size() <= longest && std::ranges::all_of(name, [](char c) {
                              return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                     (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
                          });
    return is_plain ? name : "…";
}

} // namespace

bool ValueBuilder::on_key(View rest, size_t, Error& error) {
    name_.append(rest);
    values_.push_key(rest);
    Level& level = levels_.back();
    level.name = std::exchange(name_, {});
    if (level.names.insert(level.name).second) return true;
    repeated_ = pointer();
    error = boost::json::error::syntax; // ends the reading
    return false;
}

std::string ValueBuilder::pointer() const {
    std::string path;
    for (const Level& level : levels_)
        path += "/" + (level.is_object ? shown(level.name) : std::to_string(level.place));
    return path;
}

} // namespace rexue::json
