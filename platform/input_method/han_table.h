// Every Han character of Unicode by reading, and by radical and strokes: for names that no
// dictionary holds. From the Unihan database (see assets/input/make_han.sh).
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/error.h"

namespace rexue::input_method {

class HanTable {
  public:
    // Blocks: 2 MB of text, about 90 ms; keeps 2 MB. not_found without the file, corrupt at a line
    // that is none.
    static base::Result<HanTable> load(const std::filesystem::path& file);

    // Characters read so, at most `limit`: those usually read so first, common ones before rare.
    // "hong", "lv", "biang".
    std::vector<char32_t> by_reading(std::string_view syllable, size_t limit) const;
    bool has_reading(std::string_view syllable) const;

    // Characters listed under the radical with so many strokes beside it, common ones first; after
    // them those with one stroke less or more, because people count differently. The radical is
    // one of radicals_of; nothing for any other.
    std::vector<char32_t> by_radical(std::string_view radical, int strokes, size_t limit) const;

    size_t size() const { return places_.size(); }

  private:
    // A character under one radical.
    struct Place {
        std::uint16_t radical = 0; // see radicals.h
        std::int16_t strokes = 0;
        char32_t character = 0;
    };
    struct Reading {
        std::array<char, 8> letters{};
        bool is_usual = false; // the character's first reading
        char32_t character = 0;
    };
    base::Status add(std::string_view line);
    void sort();

    std::vector<Place> places_;     // by radical and strokes; in the file's order within
    std::vector<Reading> readings_; // by letters, usual ones first; in the file's order within
};

} // namespace rexue::input_method
