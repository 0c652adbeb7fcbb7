#include "kiosk/ui/speech/values.h"

#include <algorithm>
#include <array>
#include <string>

#include "kiosk/ui/speech/letters.h"

namespace rexue::ui::speech {

namespace {

// Where a text is being looked at.
class Reader {
  public:
    Reader(std::string_view text, size_t place) : text_(text), begin_(place), place_(place) {}

    std::string_view digits() {
        const size_t from = place_;
        while (place_ < text_.size() && is_digit(text_[place_]))
            ++place_;
        return text_.substr(from, place_ - from);
    }
    std::string_view capitals() {
        const size_t from = place_;
        while (place_ < text_.size() && is_upper(text_[place_]))
            ++place_;
        return text_.substr(from, place_ - from);
    }
    bool take(std::string_view what) {
        if (!text_.substr(place_).starts_with(what)) return false;
        place_ += what.size();
        return true;
    }
    void skip_spaces() {
        while (place_ < text_.size() && text_[place_] == ' ')
            ++place_;
    }
    // Neither a letter nor a digit, nor a star that hides one, on either side.
    bool stands_alone() const {
        return !(begin_ > 0 && hangs_on(text_[begin_ - 1])) &&
               !(place_ < text_.size() && hangs_on(text_[place_]));
    }
    size_t bytes() const { return place_ - begin_; }
    Neighbours neighbours() const {
        std::string_view after = text_.substr(place_);
        return {.before = text_.substr(0, begin_), .after = after};
    }
    // Before the first and behind the last of it, without a space between.
    Neighbours close_neighbours() const {
        Neighbours near = neighbours();
        while (near.before.ends_with(' '))
            near.before.remove_suffix(1);
        while (near.after.starts_with(' '))
            near.after.remove_prefix(1);
        return near;
    }

  private:
    static bool hangs_on(char c) { return is_word_letter(c) || c == '*'; }

    const std::string_view text_;
    const size_t begin_;
    size_t place_;
};

int number_of(std::string_view digits) {
    int number = 0;
    for (const char c : digits)
        number = 10 * number + (c - '0');
    return number;
}

void add_word(Words& words, const std::string& word) {
    if (!word.empty()) words.push_back(word);
}

void add_words(Words& words, Words more) {
    std::ranges::move(more, std::back_inserter(words));
}

std::optional<Value> time_at(const ClipPack& pack, Reader reader) {
    const auto hours = reader.digits();
    if (hours.empty() || hours.size() > 2 || !reader.take(":")) return std::nullopt;
    const auto minutes = reader.digits();
    if (minutes.size() != 2 || !reader.stands_alone()) return std::nullopt;
    if (number_of(hours) > 23 || number_of(minutes) > 59) return std::nullopt;
    return Value{reader.bytes(), time_words(pack.tongue(), number_of(hours), number_of(minutes))};
}

// "3 / 5", as a progress bar has it.
std::optional<Value> step_at(const ClipPack& pack, Reader reader) {
    const auto step = reader.digits();
    reader.skip_spaces();
    if (step.empty() || step.size() > 3 || !reader.take("/")) return std::nullopt;
    reader.skip_spaces();
    const auto all = reader.digits();
    if (all.empty() || all.size() > 3 || !reader.stands_alone()) return std::nullopt;
    const PackWords& words = pack.words();
    Value value{reader.bytes(), {}};
    add_word(value.words, words.step);
    add_words(value.words,
              number_words(pack.tongue(), number_of(step), {.before = words.step, .after = {}}));
    add_word(value.words, words.step_of);
    add_words(value.words,
              number_words(pack.tongue(), number_of(all), {.before = {}, .after = words.step_end}));
    add_word(value.words, words.step_end);
    return value;
}

// A letter and three or four digits (rules: a terminal's series and its count of the day).
std::optional<Value> ticket_at(const ClipPack& pack, Reader reader) {
    const auto letter = reader.capitals();
    const auto count = reader.digits();
    if (letter.size() != 1 || count.size() < 3 || count.size() > 4) return std::nullopt;
    if (!reader.stands_alone()) return std::nullopt;
    Value value{reader.bytes(), spelt_words(pack.tongue(), letter)};
    add_words(value.words, spelt_words(pack.tongue(), count));
    return value;
}

std::optional<Value> number_at(const ClipPack& pack, Reader reader) {
    constexpr size_t longest_spelt = 24;
    const auto digits = reader.digits();
    if (digits.empty() || digits.size() > longest_spelt || !reader.stands_alone()) {
        return std::nullopt;
    }
    const bool is_count = digits.size() <= 4 && (digits.size() == 1 || digits.front() != '0');
    if (!is_count) return Value{reader.bytes(), spelt_words(pack.tongue(), digits)};
    // English words stand apart by spaces, Chinese ones do not care.
    const Neighbours near =
        pack.tongue() == Tongue::chinese ? reader.close_neighbours() : reader.neighbours();
    return Value{reader.bytes(), number_words(pack.tongue(), number_of(digits), near)};
}

std::optional<Value> range_at(const ClipPack& pack, std::string_view text, size_t place) {
    static constexpr std::array<std::string_view, 4> dashes = {"–", "-", "—", "~"};
    Reader reader(text, place);
    if (place == 0 || !is_digit(text[place - 1])) return std::nullopt;
    if (std::ranges::none_of(dashes, [&](std::string_view dash) { return reader.take(dash); })) {
        return std::nullopt;
    }
    const size_t bytes = reader.bytes();
    if (reader.digits().empty() || pack.words().range.empty()) return std::nullopt;
    return Value{bytes, {pack.words().range}};
}

// A blood group, or the letter of a terminal.
std::optional<Value> letters_at(const ClipPack& pack, Reader reader) {
    const auto letters = reader.capitals();
    if (letters.empty() || letters.size() > 3 || !reader.stands_alone()) return std::nullopt;
    return Value{reader.bytes(), spelt_words(pack.tongue(), letters)};
}

} // namespace

std::optional<Value> value_at(const ClipPack& pack, std::string_view text, size_t place) {
    const Reader reader(text, place);
    if (auto time = time_at(pack, reader)) return time;
    if (auto step = step_at(pack, reader)) return step;
    if (auto ticket = ticket_at(pack, reader)) return ticket;
    if (auto number = number_at(pack, reader)) return number;
    if (auto range = range_at(pack, text, place)) return range;
    return letters_at(pack, reader);
}

} // namespace rexue::ui::speech
