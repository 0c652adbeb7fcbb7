#include "kiosk/ctl/json_lines.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace rexue::ctl {

namespace {

// Deeper than what json::parse reads.
constexpr int max_depth = 64;

int line_at(std::string_view text, size_t byte) {
    const auto before = text.substr(0, byte);
    return 1 + static_cast<int>(std::ranges::count(before, '\n'));
}

// Walks through JSON and remembers where it came closest to the pointer. What is no JSON ends the
// walk: the line before it is as close as can be told.
class Walk {
  public:
    Walk(std::string_view text, std::string_view wanted) : text_(text), wanted_(wanted) {
        (void)value("", 0);
    }

    size_t best() const { return best_; }

  private:
    bool value(const std::string& pointer, int depth) {
        step_over_space();
        note(pointer);
        if (at_ >= text_.size() || depth > max_depth) return false;
        if (text_[at_] == '{') return object(pointer, depth);
        if (text_[at_] == '[') return array(pointer, depth);
        if (text_[at_] == '"') return string();
        at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
        return true;
    }

    bool object(const std::string& pointer, int depth) {
        do {
            ++at_;
            step_over_space();
            if (next_is('}')) return true;
            const size_t start = at_;
            if (!string()) return false;
            // As it is written: names with escapes are found by the object around them.
            const std::string inner =
                pointer + "/" + std::string(text_.substr(start + 1, at_ - start - 2));
            note(inner, start);
            step_over_space();
            if (!next_is(':') || !value(inner, depth + 1)) return false;
            step_over_space();
        } while (at_ < text_.size() && text_[at_] == ',');
        return next_is('}');
    }

    bool array(const std::string& pointer, int depth) {
        size_t index = 0;
        do {
            ++at_;
            step_over_space();
            if (next_is(']')) return true;
            if (!value(pointer + "/" + std::to_string(index++), depth + 1)) return false;
            step_over_space();
        } while (at_ < text_.size() && text_[at_] == ',');
        return next_is(']');
    }

    bool string() {
        if (!next_is('"')) return false;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\\') {
                ++at_;
            } else if (text_[at_] == '"') {
                ++at_;
                return true;
            }
        }
        return false;
    }

    bool next_is(char wanted) {
        if (at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }

    void step_over_space() {
        at_ = std::min(text_.find_first_not_of(" \t\r\n", at_), text_.size());
    }

    void note(const std::string& pointer) { note(pointer, at_); }
    void note(const std::string& pointer, size_t where) {
        const bool is_around = wanted_.starts_with(pointer) &&
                               (wanted_.size() == pointer.size() || wanted_[pointer.size()] == '/');
        if (!is_around || pointer.size() < closest_) return;
        closest_ = pointer.size();
        best_ = where;
    }

    std::string_view text_;
    std::string_view wanted_;
    size_t at_ = 0;
    size_t closest_ = 0;
    size_t best_ = 0;
};

} // namespace

int json_line(std::string_view text, std::string_view pointer) {
    return line_at(text, Walk(text, pointer).best());
}

std::string with_json_line(std::string_view text, const std::string& fault) {
    constexpr std::string_view no_json = "not JSON at byte ";
    // A fault of the whole has an empty pointer.
    constexpr std::string_view of_the_whole = "\"\": ";
    const std::string_view said =
        std::string_view(fault).substr(fault.starts_with(of_the_whole) ? of_the_whole.size() : 0);
    int line = 1;
    if (said.starts_with(no_json)) {
        size_t byte = 0;
        std::from_chars(said.data() + no_json.size(), said.data() + said.size(), byte);
        line = line_at(text, byte);
    } else if (said.starts_with('/')) {
        line = json_line(text, said.substr(0, said.find(": ")));
    }
    return "line " + std::to_string(line) + ", " + std::string(said);
}

} // namespace rexue::ctl
