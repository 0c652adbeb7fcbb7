#include "kiosk/ui/keyboard/typing.h"

#include <algorithm>

#include "kiosk/ui/keyboard/ink.h"
#include "kiosk/ui/keyboard/stroke_count.h"
#include "platform/base/utf8.h"

namespace rexue::ui::keyboard {

namespace {

using input_method::Query;

constexpr size_t bytes_a_code_point = 4;

bool belongs(Field field, char32_t point) {
    const bool is_digit = point >= '0' && point <= '9';
    const bool is_capital = point >= 'A' && point <= 'Z';
    switch (field) {
        case Field::resident_number:
            return is_digit || point == 'X';
        case Field::document_number:
            return is_digit || is_capital;
        case Field::name:
            break;
    }
    return point >= ' ' && point != 0x7F && !(point >= 0x80 && point < 0xA0);
}

// A number's X is its last character and no other.
bool fits(const Typing& typing, const std::vector<char32_t>& points) {
    const size_t after = length(typing) + points.size();
    if (points.empty() || after > max_length(typing.field)) return false;
    if (!std::ranges::all_of(points, [&](char32_t p) { return belongs(typing.field, p); })) {
        return false;
    }
    if (typing.field != Field::resident_number) return true;
    return points.back() != 'X' || after == max_resident_number;
}

void insert(Typing& typing, std::string_view text) {
    if (!base::is_valid_utf8(text) || !fits(typing, base::code_points(text))) return;
    // A name begins with no space and has no two of them.
    if (text == " " && (typing.text.empty() || typing.text.ends_with(' '))) return;
    typing.text += text;
}

void erase_last(std::string& text) {
    std::vector<char32_t> points = base::code_points(text);
    while (!points.empty()) {
        const char32_t last = points.back();
        // In place: nothing of the old text is left in another buffer, and none behind the end.
        const size_t shorter = text.size() - base::encode_utf8(last).size();
        std::fill(text.begin() + static_cast<std::ptrdiff_t>(shorter), text.end(), '\0');
        text.resize(shorter);
        points.pop_back();
        if (!base::is_attached(last)) break;
    }
    std::ranges::fill(points, U'\0');
}

// What stands on the keyboard and not yet in the field.
void forget_draft(Typing& typing) {
    base::wipe(typing.letters);
    input_method::wipe(typing.ink);
    base::wipe(typing.radical);
    input_method::wipe(typing.candidates);
    typing.is_pen_down = false;
    typing.strokes.reset();
    typing.page = 0;
    typing.must_ask = false;
    typing.is_waiting = false;
    typing.is_helpless = false;
}

void ask_again(Typing& typing) {
    typing.page = 0;
    typing.must_ask = true;
}

void type_letter(Typing& typing, std::string_view letter) {
    if (typing.letters.size() + letter.size() > max_letters) return;
    typing.letters += letter;
    ask_again(typing);
}

void erase(Typing& typing) {
    if (!typing.letters.empty()) {
        typing.letters.back() = '\0';
        typing.letters.pop_back();
        ask_again(typing);
    } else if (typing.strokes) {
        typing.strokes = without_digit(*typing.strokes);
        ask_again(typing);
    } else {
        erase_last(typing.text);
    }
}

void choose(Typing& typing, int index) {
    if (index < 0 || static_cast<size_t>(index) >= typing.candidates.size()) return;
    const input_method::Candidate& chosen = typing.candidates[static_cast<size_t>(index)];
    if (typing.layout == Layout::strokes && typing.radical.empty()) {
        typing.radical = chosen.text;
        typing.strokes.reset();
        ask_again(typing);
        return;
    }
    if (!fits(typing, base::code_points(chosen.text))) return;
    insert(typing, chosen.text);
    const size_t taken = std::min(chosen.letters, typing.letters.size());
    std::string rest = typing.letters.substr(taken);
    forget_draft(typing);
    typing.letters = rest;
    base::wipe(rest);
    if (!typing.letters.empty()) ask_again(typing);
}

void type_strokes(Typing& typing, int digit) {
    if (digit < 0 || digit > 9) return;
    typing.strokes = with_digit(
        typing.strokes, digit, typing.radical.empty() ? most_radical_strokes : most_strokes_beside);
    ask_again(typing);
}

// Nothing to ask: nothing is offered.
bool has_question(const Typing& typing) {
    switch (typing.layout) {
        case Layout::pinyin:
            return !typing.letters.empty();
        case Layout::handwriting:
            return !typing.ink.empty();
        case Layout::strokes:
            return typing.strokes.has_value();
        case Layout::latin:
            break;
    }
    return false;
}

Query question_of(const Typing& typing) {
    switch (typing.layout) {
        case Layout::handwriting:
            return {
                .kind = Query::Kind::handwriting, .letters = {}, .ink = typing.ink, .radical = {}};
        case Layout::strokes:
            return {
                .kind = typing.radical.empty() ? Query::Kind::radicals : Query::Kind::characters,
                .letters = {},
                .ink = {},
                .radical = typing.radical,
                .strokes = *typing.strokes};
        case Layout::pinyin:
        case Layout::latin:
            break;
    }
    return {.kind = Query::Kind::pinyin, .letters = typing.letters, .ink = {}, .radical = {}};
}

} // namespace

void begin(Typing& typing, Field field, Layout layout) {
    wipe(typing);
    typing.field = field;
    typing.layout = layout;
    // A text that never grows leaves no copy of itself behind.
    typing.text.reserve(bytes_a_code_point * max_length(field));
}

void apply(Typing& typing, const Keystroke& keystroke) {
    using Kind = Keystroke::Kind;
    switch (keystroke.kind) {
        case Kind::character:
            return insert(typing, keystroke.text);
        case Kind::letter:
            return type_letter(typing, keystroke.text);
        case Kind::erase:
            return erase(typing);
        case Kind::choose:
            return choose(typing, keystroke.index);
        case Kind::turn_page:
            typing.page = std::max(0, keystroke.index);
            return;
        case Kind::switch_layout:
            forget_draft(typing);
            typing.layout = keystroke.layout;
            return;
        case Kind::draw:
            if (add_ink(typing.ink, keystroke)) typing.is_pen_down = true;
            return;
        case Kind::lift_pen:
            typing.is_pen_down = false;
            return ask_again(typing);
        case Kind::erase_stroke:
            if (erase_stroke(typing.ink)) ask_again(typing);
            return;
        case Kind::digit:
            return type_strokes(typing, keystroke.index);
        case Kind::another_radical:
            return forget_draft(typing);
        case Kind::finish:
            typing.completion = Completion::by_donor;
            return;
        case Kind::leave_to_staff:
            forget_draft(typing);
            typing.completion = Completion::by_staff;
            return;
    }
}

std::optional<Query> next_query(Typing& typing) {
    if (!typing.must_ask) return std::nullopt;
    typing.must_ask = false;
    ++typing.question;
    typing.is_helpless = false;
    typing.is_waiting = has_question(typing);
    // What was offered for the question before stays in sight until its answer is there.
    if (!typing.is_waiting) {
        input_method::wipe(typing.candidates);
        return std::nullopt;
    }
    Query query = question_of(typing);
    query.number = typing.question;
    return query;
}

void take(Typing& typing, input_method::Answer answer) {
    if (!typing.is_waiting || answer.number != typing.question) {
        input_method::wipe(answer.candidates);
        return;
    }
    input_method::wipe(typing.candidates);
    typing.candidates = std::move(answer.candidates);
    typing.is_waiting = false;
}

void take_failure(Typing& typing, std::uint32_t number) {
    if (!typing.is_waiting || number != typing.question) return;
    input_method::wipe(typing.candidates);
    typing.is_waiting = false;
    typing.is_helpless = true;
}

size_t length(const Typing& typing) {
    return base::code_points(typing.text).size();
}

size_t max_length(Field field) {
    switch (field) {
        case Field::resident_number:
            return max_resident_number;
        case Field::document_number:
            return max_document_number;
        case Field::name:
            break;
    }
    return max_name;
}

bool can_finish(const Typing& typing) {
    if (!typing.letters.empty() || base::trimmed(typing.text).empty()) return false;
    return typing.field != Field::resident_number || is_whole_number(typing);
}

bool is_whole_number(const Typing& typing) {
    return typing.text.size() == max_resident_number;
}

std::string grouped_number(std::string_view number) {
    std::string grouped;
    for (size_t i = 0; i < number.size(); ++i) {
        if (i == 6 || i == 14) grouped += ' ';
        grouped += number[i];
    }
    return grouped;
}

void wipe(Typing& typing) {
    forget_draft(typing);
    base::wipe(typing.text);
    typing.field = Field::name;
    typing.layout = Layout::pinyin;
    typing.completion = Completion::by_donor;
}

} // namespace rexue::ui::keyboard
