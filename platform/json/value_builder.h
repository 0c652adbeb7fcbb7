// Makes a value of what bj::basic_parser reads, and refuses a member that stands twice in its
// object: RFC 8259 leaves open what those mean.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <boost/json.hpp>
#include <boost/json/basic_parser_impl.hpp>

namespace rexue::json {

class ValueBuilder {
  public:
    ValueBuilder() { values_.reset(); }

    // When the parser is done without an error.
    boost::json::value release() { return values_.release(); }
    // The JSON pointer of the second one, at which reading has ended. A name that is no plain word
    // is not repeated: an ellipsis stands for it.
    const std::optional<std::string>& repeated() const { return repeated_; }

    // ---- for the parser ----
    using Error = boost::json::error_code;
    using View = boost::json::string_view;
    static constexpr size_t max_object_size = boost::json::object::max_size();
    static constexpr size_t max_array_size = boost::json::array::max_size();
    static constexpr size_t max_key_size = boost::json::string::max_size();
    static constexpr size_t max_string_size = boost::json::string::max_size();

    bool on_document_begin(Error&) { return true; }
    bool on_document_end(Error&) { return true; }
    bool on_object_begin(Error&) { return begin(true); }
    bool on_object_end(size_t count, Error&) {
        values_.push_object(count);
        return end();
    }
    bool on_array_begin(Error&) { return begin(false); }
    bool on_array_end(size_t count, Error&) {
        values_.push_array(count);
        return end();
    }
    bool on_key_part(View part, size_t, Error&) {
        name_.append(part);
        values_.push_chars(part);
        return true;
    }
    bool on_key(View rest, size_t, Error& error);
    bool on_string_part(View part, size_t, Error&) {
        values_.push_chars(part);
        return true;
    }
    bool on_string(View rest, size_t, Error&) {
        values_.push_string(rest);
        return value();
    }
    bool on_number_part(View, Error&) { return true; }
    bool on_int64(std::int64_t number, View, Error&) {
        values_.push_int64(number);
        return value();
    }
    bool on_uint64(std::uint64_t number, View, Error&) {
        values_.push_uint64(number);
        return value();
    }
    bool on_double(double number, View, Error&) {
        values_.push_double(number);
        return value();
    }
    bool on_bool(bool flag, Error&) {
        values_.push_bool(flag);
        return value();
    }
    bool on_null(Error&) {
        values_.push_null();
        return value();
    }
    bool on_comment_part(View, Error&) { return true; }
    bool on_comment(View, Error&) { return true; }

  private:
    struct Level {
        bool is_object = false;
        std::set<std::string, std::less<>> names{};
        std::string name{}; // of the member that is being read
        size_t place = 0;   // of the next element
    };

    bool begin(bool is_object) {
        levels_.push_back({.is_object = is_object});
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
    std::string pointer() const;

    boost::json::value_stack values_;
    std::vector<Level> levels_;
    std::string name_; // as far as it was read
    std::optional<std::string> repeated_;
};

} // namespace rexue::json
