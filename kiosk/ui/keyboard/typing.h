// What a donor is typing: a plain value that the caller owns, changed by keystrokes alone.
//
// It holds a name or a number, so it is personal: whoever owns it calls `wipe` when the field is
// done with and whenever the session is reset.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/geometry.h"
#include "platform/base/secret_text.h"
#include "platform/input_method/query.h"

namespace rexue::ui::keyboard {

enum class Field {
    resident_number, // 17 digits and a digit or X
    document_number, // capital letters and digits: passports and permits
    name             // in any writing
};

// The keyboards of a name; a number has one of its own.
enum class Layout { pinyin, handwriting, strokes, latin };

// Who completes the field. That staff do is an answer like any other: what was typed is kept for
// them, and the visit goes on.
enum class Completion { by_donor, by_staff };

// In code points. A name of 60 holds what an ID card holds.
inline constexpr size_t max_resident_number = 18;
inline constexpr size_t max_document_number = 20;
inline constexpr size_t max_name = 60;
// What one syllable after the other needs; the engine takes no more.
inline constexpr size_t max_letters = 12;
inline constexpr size_t max_ink_strokes = 40;
inline constexpr size_t max_ink_points = 2'000; // of all strokes

struct Typing {
    Field field = Field::name;
    Layout layout = Layout::pinyin;
    std::string text; // so far, UTF-8
    Completion completion = Completion::by_donor;

    std::string letters;                   // pinyin: not yet chosen for
    std::vector<input_method::Stroke> ink; // handwriting
    bool is_pen_down = false;
    std::string radical;        // strokes: chosen, or empty
    std::optional<int> strokes; // of the radical, or beside it
    std::vector<input_method::Candidate> candidates;
    int page = 0; // of the candidates, from 0

    // Counts what has been asked since the start, over all visits, so that an answer that comes
    // late never lands in the next donor's field. The newest is waited for.
    std::uint32_t question = 0;
    bool must_ask = false;
    bool is_waiting = false;
    bool is_helpless = false; // the newest question could not be answered: an engine is missing

    bool operator==(const Typing&) const = default;
};

// One thing that a finger did on a keyboard.
struct Keystroke {
    enum class Kind {
        character,     // `text`
        letter,        // `text`: of pinyin
        erase,         // the newest letter, else the last character
        choose,        // candidate number `index`
        turn_page,     // to page `index`
        switch_layout, // to `layout`
        draw,          // `points`, 0 … 1 in the box; `starts` a stroke
        lift_pen,
        erase_stroke, // of the ink
        digit,        // `index`: of the number of strokes
        another_radical,
        finish, // the donor is done with the field
        leave_to_staff,
    };
    Kind kind = Kind::character;
    base::SecretText text;
    int index = 0;
    Layout layout = Layout::pinyin;
    std::vector<input_method::InkPoint> points;
    bool starts = false;
};

// Wipes, and begins an empty field. `layout` is the first keyboard of a name: pinyin, or Latin for
// foreigners.
void begin(Typing& typing, Field field, Layout layout = Layout::pinyin);

// Does nothing where nothing can be done: a full field, nothing to erase, a candidate that is gone.
// Only characters that belong into the field are taken.
void apply(Typing& typing, const Keystroke& keystroke);

// What has to be looked up for the keyboard at hand, once for each change: hand it to
// input_method::InputMethod on a worker and the answer to `take`. Newer questions make older ones
// void: an answer that comes late is dropped.
std::optional<input_method::Query> next_query(Typing& typing);
void take(Typing& typing, input_method::Answer answer);
// The question of this number could not be answered.
void take_failure(Typing& typing, std::uint32_t number);

// The field's value may be handed on: something is typed and nothing is half chosen.
bool can_finish(const Typing& typing);
size_t length(const Typing& typing); // in code points
size_t max_length(Field field);

// "110101 19900101 123X", as far as it goes: how a card prints it.
std::string grouped_number(std::string_view number);
// The first half of a number's check: it has all its characters.
bool is_whole_number(const Typing& typing);

// Overwrites everything typed, drawn and offered. Afterwards it equals `Typing{}`, but for the
// count of questions.
void wipe(Typing& typing);

} // namespace rexue::ui::keyboard
