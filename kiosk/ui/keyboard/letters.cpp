// Keyboards of keys alone: numbers, capital letters, pinyin.
#include <algorithm>
#include <array>

#include "kiosk/ui/keyboard/bodies.h"
#include "kiosk/ui/keyboard/keys.h"
#include "kiosk/ui/strings.h"

namespace rexue::ui::keyboard {

namespace {

constexpr std::string_view erase_key = "\b";

template <size_t count>
constexpr std::array<Key, count> keys_of(std::string_view characters) {
    std::array<Key, count> keys;
    for (size_t i = 0; i < count; ++i) {
        keys[i] = {.label = characters.substr(i, 1), .types = characters.substr(i, 1)};
    }
    return keys;
}

constexpr auto digits = keys_of<10>("1234567890");
constexpr auto capitals_top = keys_of<10>("QWERTYUIOP");
constexpr auto capitals_middle = keys_of<9>("ASDFGHJKL");
constexpr auto capitals_bottom = keys_of<7>("ZXCVBNM");
constexpr auto small_top = keys_of<10>("qwertyuiop");
constexpr auto small_middle = keys_of<9>("asdfghjkl");

Keystroke typed(const Key& key, Keystroke::Kind kind) {
    if (key.types == erase_key) return {.kind = Keystroke::Kind::erase, .text = {}};
    return {.kind = kind, .text = std::string(key.types)};
}

std::optional<Keystroke> typed(const Key* key, Keystroke::Kind kind) {
    if (key == nullptr) return std::nullopt;
    return typed(*key, kind);
}

} // namespace

std::optional<Keystroke> draw_number_pad(Frame& frame, const Rect& rect, const Typing&) {
    const Metrics& metrics = frame.metrics();
    const Key x{.label = "X", .types = "X"};
    const Key erase{.label = tr("Erase"), .types = erase_key};
    const auto d = keys_of<10>("1234567890");
    const Key* pressed = nullptr;
    if (rect.h < 4 * metrics.target_mm + 3 * key_gap_mm(metrics)) {
        const Key wide_erase{.label = erase.label, .types = erase_key, .width = 2};
        const std::array<Key, 6> upper{d[0], d[1], d[2], d[3], d[4], d[5]};
        const std::array<Key, 6> lower{d[6], d[7], d[8], d[9], x, wide_erase};
        const std::array<KeyRow, 2> rows{upper, lower};
        pressed = draw_keys(frame, rect, rows, 7);
        return typed(pressed, Keystroke::Kind::character);
    }
    const std::array<Key, 3> first{d[0], d[1], d[2]};
    const std::array<Key, 3> second{d[3], d[4], d[5]};
    const std::array<Key, 3> third{d[6], d[7], d[8]};
    const std::array<Key, 3> last{x, d[9], erase};
    const std::array<KeyRow, 4> rows{first, second, third, last};
    pressed = draw_keys(frame, rect, rows, 3);
    return typed(pressed, Keystroke::Kind::character);
}

std::optional<Keystroke> draw_latin(Frame& frame, const Rect& rect, const Typing& typing) {
    if (typing.field == Field::document_number) {
        const std::array<KeyRow, 4> rows{digits, capitals_top, capitals_middle, capitals_bottom};
        return typed(draw_keys(frame, rect, rows, 10), Keystroke::Kind::character);
    }
    const std::array<Key, 4> signs{
        Key{.label = "'", .types = "'", .spoken = tr("apostrophe"), .width = 1.5F},
        Key{.label = tr("Space"), .types = " ", .width = 5},
        Key{.label = "-", .types = "-", .spoken = tr("hyphen"), .width = 1.5F},
        Key{.label = "·", .types = "·", .spoken = tr("dot in the middle"), .width = 1.5F}};
    const std::array<KeyRow, 4> rows{capitals_top, capitals_middle, capitals_bottom, signs};
    return typed(draw_keys(frame, rect, rows, 10), Keystroke::Kind::character);
}

std::optional<Keystroke> draw_pinyin(Frame& frame, const Rect& rect, const Typing& typing) {
    const Metrics& metrics = frame.metrics();
    const float gap = key_gap_mm(metrics);
    constexpr int key_rows = 3;
    const float line = 2.2F * metrics.body_mm;
    // Two rows of candidates are enough; keys grow first, and what is left after them is rows more.
    const float room = rect.h - line - metrics.gap_mm - 2 * large_key_mm(metrics) - gap;
    const float key = std::clamp((room - (key_rows - 1) * gap) / key_rows, metrics.target_mm,
                                 metrics.main_button_mm);
    const float keys_height = key_rows * key + (key_rows - 1) * gap;
    const Rect letters{rect.x, rect.y, rect.w, line};
    const Rect candidates{rect.x, letters.bottom(), rect.w,
                          rect.h - line - keys_height - metrics.gap_mm};
    frame.text_row(
        letters, typing.letters,
        {.weight = Weight::bold, .ink = Ink::action, .role = Role::status, .spoken = ""});
    auto done =
        draw_candidates(frame, candidates, typing,
                        typing.letters.empty() ? tr("Type the sound, then choose the character.")
                                               : tr("Nothing is read so. Please erase a letter."));

    // Only i, u and v begin no syllable; v is what the two dots are typed with.
    const std::array<Key, 9> bottom{
        Key{.label = "z", .types = "z"},
        Key{.label = "x", .types = "x"},
        Key{.label = "c", .types = "c"},
        Key{.label = "ü", .types = "v"},
        Key{.label = "b", .types = "b"},
        Key{.label = "n", .types = "n"},
        Key{.label = "m", .types = "m"},
        Key{.label = "'", .types = "'", .spoken = tr("between two syllables")},
        Key{.label = "·", .types = "·", .spoken = tr("dot in the middle")}};
    const std::array<KeyRow, key_rows> rows{small_top, small_middle, bottom};
    const Rect keys{rect.x, rect.bottom() - keys_height, rect.w, keys_height};
    if (const Key* const pressed = draw_keys(frame, keys, rows, 10)) {
        const bool is_letter = pressed->types != "·";
        done = typed(*pressed, is_letter ? Keystroke::Kind::letter : Keystroke::Kind::character);
    }
    return done;
}

} // namespace rexue::ui::keyboard
