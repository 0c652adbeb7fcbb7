// Every character there is, by its radical and the strokes beside it.
#include <algorithm>
#include <array>

#include "kiosk/ui/keyboard/bodies.h"
#include "kiosk/ui/keyboard/keys.h"
#include "kiosk/ui/strings.h"

namespace rexue::ui::keyboard {

namespace {

constexpr float task_per_capital = 3.3F; // two lines

constexpr std::array<Key, 10> digits{
    Key{.label = "0", .types = "0"}, Key{.label = "1", .types = "1"},
    Key{.label = "2", .types = "2"}, Key{.label = "3", .types = "3"},
    Key{.label = "4", .types = "4"}, Key{.label = "5", .types = "5"},
    Key{.label = "6", .types = "6"}, Key{.label = "7", .types = "7"},
    Key{.label = "8", .types = "8"}, Key{.label = "9", .types = "9"}};

std::string task(const Typing& typing) {
    if (typing.radical.empty()) {
        return typing.strokes ? say(tr("Radicals of {} strokes. Please choose."), *typing.strokes)
                              : std::string(tr("How many strokes has the radical?"));
    }
    return typing.strokes
               ? say(tr("{0} and {1} strokes beside it"), typing.radical, *typing.strokes)
               : say(tr("How many strokes stand beside {}?"), typing.radical);
}

} // namespace

std::optional<Keystroke> draw_strokes(Frame& frame, const Rect& rect, const Typing& typing) {
    const Metrics& metrics = frame.metrics();
    const float gap = metrics.gap_mm;
    const float key = metrics.target_mm;
    const ButtonLook change_look{.kind = ButtonKind::quiet,
                                 .enabled = !typing.radical.empty() || typing.strokes.has_value()};
    const float change_width = frame.measure_button(tr("Another radical"), change_look).w;
    const Rect line{rect.x, rect.y, rect.w, std::max(key, task_per_capital * metrics.body_mm)};
    const TextLook task_look{.weight = Weight::bold, .role = Role::status};
    const std::string words = task(typing);
    const float words_width = line.w - change_width - gap;
    const float words_height = frame.measure(words, words_width, task_look).h;
    frame.text({line.x, line.centre_y() - words_height / 2, words_width, words_height + 1}, words,
               task_look);
    std::optional<Keystroke> done;
    if (frame.button("another-radical", {line.right() - change_width, line.y, change_width, line.h},
                     tr("Another radical"), change_look)) {
        done = Keystroke{.kind = Keystroke::Kind::another_radical, .text = {}};
    }
    const Rect keys{rect.x, line.bottom() + gap, rect.w, key};
    const std::array<KeyRow, 1> rows{digits};
    if (const Key* const pressed = draw_keys(frame, keys, rows, 10)) {
        done = Keystroke{
            .kind = Keystroke::Kind::digit, .text = {}, .index = pressed->types.front() - '0'};
    }
    const float top = keys.bottom() + gap;
    const Rect candidates{rect.x, top, rect.w, rect.bottom() - top};
    if (auto chosen = draw_candidates(
            frame, candidates, typing,
            tr("A character has a radical, often at its left or above, and strokes beside it. "
               "For 䶮: 龙 has five strokes, four stand beside it."))) {
        done = chosen;
    }
    return done;
}

} // namespace rexue::ui::keyboard
