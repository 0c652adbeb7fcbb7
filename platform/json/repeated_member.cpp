#include "platform/json/repeated_member.h"

#include <algorithm>
#include <set>
#include <vector>

#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>

namespace rexue::json {

namespace bj = boost::json;

namespace {

struct Level {
    bool is_object = false;
    std::set<std::string, std::less<>> names;
    std::string name; // of the member that is being read
    size_t place = 0; // of the next element
};

std::string shown(const std::string& name) {
    constexpr size_t longest = 64;
    const bool is_plain = name.size() <= longest && std::ranges::all_of(name, [](char c) {
                              return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                     (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
                          });
    return is_plain ? name : "…";
}

// What bj::basic_parser tells while it reads.
class Listener {
  public:
    static constexpr size_t max_object_size = bj::object::max_size();
    static constexpr size_t max_array_size = bj::array::max_size();
    static constexpr size_t max_key_size = bj::string::max_size();
    static constexpr size_t max_string_size = bj::string::max_size();

    bool on_document_begin(bj::error_code&) { return true; }
    bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code&) { return begin(true); }
    bool on_object_end(size_t, bj::error_code&) { return end(); }
    bool on_array_begin(bj::error_code&) { return begin(false); }
    bool on_array_end(size_t, bj::error_code&) { return end(); }
    bool on_key_part(bj::string_view part, size_t, bj::error_code&) {
        part_.append(part);
        return true;
    }
    bool on_key(bj::string_view rest, size_t, bj::error_code& error) {
        part_.append(rest);
        Level& level = levels_.back();
        level.name = std::move(part_);
        part_.clear();
        if (level.names.insert(level.name).second) return true;
        repeated_ = pointer();
        error = bj::error::syntax; // ends the reading
        return false;
    }
    bool on_string_part(bj::string_view, size_t, bj::error_code&) { return true; }
    bool on_string(bj::string_view, size_t, bj::error_code&) { return value(); }
    bool on_number_part(bj::string_view, bj::error_code&) { return true; }
    bool on_int64(std::int64_t, bj::string_view, bj::error_code&) { return value(); }
    bool on_uint64(std::uint64_t, bj::string_view, bj::error_code&) { return value(); }
    bool on_double(double, bj::string_view, bj::error_code&) { return value(); }
    bool on_bool(bool, bj::error_code&) { return value(); }
    bool on_null(bj::error_code&) { return value(); }
    bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    bool on_comment(bj::string_view, bj::error_code&) { return true; }

    std::optional<std::string> repeated() const { return repeated_; }

  private:
    bool begin(bool is_object) {
        levels_.push_back({.is_object = is_object, .names = {}, .name = {}});
        return true;
    }
    bool end() {
        levels_.pop_back();
        return value();
    }
    bool value() {
        if (!levels_.empty()) ++levels_.back().place;
        return true;
    }
    std::string pointer() const {
        std::string path;
        for (const Level& level : levels_)
            path += "/" + (level.is_object ? shown(level.name) : std::to_string(level.place));
        return path;
    }

    std::vector<Level> levels_;
    std::string part_;
    std::optional<std::string> repeated_;
};

} // namespace

std::optional<std::string> repeated_member(std::string_view text, size_t max_depth) {
    bj::parse_options options;
    options.max_depth = max_depth;
    bj::basic_parser<Listener> parser(options);
    bj::error_code error;
    parser.write_some(false, text.data(), text.size(), error);
    return parser.handler().repeated();
}

} // namespace rexue::json
