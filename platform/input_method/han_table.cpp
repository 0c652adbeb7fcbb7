#include "platform/input_method/han_table.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <tuple>

#include "platform/input_method/radicals.h"

namespace rexue::input_method {

namespace {

// The parts of a line; the last two columns may be empty.
constexpr size_t column_count = 6;
using Columns = std::array<std::string_view, column_count>;

std::optional<Columns> split(std::string_view line) {
    Columns columns;
    for (size_t i = 0; i < column_count; ++i) {
        const size_t end = line.find('\t');
        if ((end == std::string_view::npos) != (i + 1 == column_count)) return std::nullopt;
        columns[i] = line.substr(0, end);
        line.remove_prefix(std::min(line.size(), end == std::string_view::npos ? end : end + 1));
    }
    return columns;
}

std::optional<int> number(std::string_view text, int base) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<std::array<char, 8>> letters_of(std::string_view syllable) {
    std::array<char, 8> letters{};
    if (syllable.empty() || syllable.size() >= letters.size()) return std::nullopt;
    std::ranges::copy(syllable, letters.begin());
    return letters;
}

} // namespace

base::Result<HanTable> HanTable::load(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return base::fail(base::ErrorCode::not_found, "the table of characters is not there");
    HanTable table;
    table.places_.reserve(110'000);
    table.readings_.reserve(60'000);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        if (auto added = table.add(line); !added) return base::fail(added);
    }
    if (table.places_.empty()) {
        return base::fail(base::ErrorCode::corrupt, "the table of characters is empty");
    }
    table.sort();
    return table;
}

base::Status HanTable::add(std::string_view line) {
    const auto damaged = [] {
        return base::fail(base::ErrorCode::corrupt, "a line of the table of characters");
    };
    const auto columns = split(line);
    if (!columns) return damaged();
    const auto character = number((*columns)[0], 16);
    const auto radical = radical_code((*columns)[1]);
    const auto strokes = number((*columns)[2], 10);
    if (!character || *character > 0x10FFFF || !radical || !strokes) return damaged();
    const auto code_point = static_cast<char32_t>(*character);
    places_.push_back({.radical = *radical,
                       .strokes = static_cast<std::int16_t>(*strokes),
                       .character = code_point});
    std::string_view readings = (*columns)[5];
    bool is_usual = true;
    while (!readings.empty()) {
        const size_t end = std::min(readings.find(','), readings.size());
        const auto letters = letters_of(readings.substr(0, end));
        if (!letters) return damaged();
        readings_.push_back({.letters = *letters, .is_usual = is_usual, .character = code_point});
        is_usual = false;
        readings.remove_prefix(std::min(end + 1, readings.size()));
    }
    return {};
}

void HanTable::sort() {
    std::ranges::stable_sort(
        places_, {}, [](const Place& place) { return std::tuple(place.radical, place.strokes); });
    std::ranges::stable_sort(readings_, {}, [](const Reading& reading) {
        return std::tuple(reading.letters, !reading.is_usual);
    });
    places_.shrink_to_fit();
    readings_.shrink_to_fit();
}

std::vector<char32_t> HanTable::by_reading(std::string_view syllable, size_t limit) const {
    std::vector<char32_t> found;
    const auto letters = letters_of(syllable);
    if (!letters) return found;
    for (const Reading& reading :
         std::ranges::equal_range(readings_, *letters, {}, &Reading::letters)) {
        if (found.size() == limit) break;
        // A character listed under two radicals has two lines.
        if (std::ranges::find(found, reading.character) == found.end()) {
            found.push_back(reading.character);
        }
    }
    return found;
}

bool HanTable::has_reading(std::string_view syllable) const {
    return !by_reading(syllable, 1).empty();
}

std::vector<char32_t> HanTable::by_radical(std::string_view radical, int strokes,
                                           size_t limit) const {
    std::vector<char32_t> found;
    const auto codes = codes_of_radical(radical);
    for (const int counted : {strokes, strokes - 1, strokes + 1}) {
        for (const std::uint16_t code : codes) {
            const auto key = [](const Place& place) {
                return std::tuple<int, int>(place.radical, place.strokes);
            };
            for (const Place& place :
                 std::ranges::equal_range(places_, std::tuple<int, int>(code, counted), {}, key)) {
                if (found.size() == limit) return found;
                if (std::ranges::find(found, place.character) == found.end()) {
                    found.push_back(place.character);
                }
            }
        }
    }
    return found;
}

} // namespace rexue::input_method
