#include "kiosk/app/loop.h"

#include <optional>

namespace rexue::app {

namespace {

// A change can change another thing once or twice; more is a screen that never rests.
constexpr int max_frames_a_turn = 16;
// A finger's own tap lasts tens of milliseconds, and is not kept waiting by this; the press and
// the lifting that a touchscreen's driver makes of a quick one come in one breath.
constexpr std::chrono::milliseconds lifting_may_follow{2};
constexpr int max_looks = 8; // in that moment

// Five keys work the whole terminal: previous, next, choose, back, repeat.
void take_key(const LoopParts& parts, window::Key key) {
    using window::Key;
    parts.surface.keyed();
    switch (key) {
        case Key::tab:
        case Key::right:
        case Key::down:
            return parts.ui.focus_next();
        case Key::left:
        case Key::up:
            return parts.ui.focus_previous();
        case Key::enter:
        case Key::space:
            return parts.ui.choose_focused();
        case Key::escape:
        case Key::backspace:
            return parts.surface.back();
        case Key::f1:
            return parts.surface.repeat();
        case Key::f5:
        case Key::f12:
            return;
    }
}

void take_key(const LoopParts& parts, const window::KeyInput& key) {
    // Who walks over the buttons with the keypad chooses with it, too.
    const bool is_for_the_focus = key.key && parts.ui.focused() != nullptr;
    const bool taken = !is_for_the_focus && parts.surface.take_key(key);
    if (!taken && key.key) take_key(parts, *key.key);
    if (taken || key.key) parts.surface.touched();
}

void take_input(const LoopParts& parts) {
    for (const window::Input& input : parts.window.take_input()) {
        if (parts.dock != nullptr && parts.dock->take(input)) continue;
        if (input.key) take_key(parts, *input.key);
        if (!input.pointer) continue;
        const auto& pointer = *input.pointer;
        switch (pointer.kind) {
            case window::PointerInput::Kind::down:
                parts.ui.pointer_down(pointer.x_px, pointer.y_px);
                parts.surface.touched();
                break;
            case window::PointerInput::Kind::up:
                parts.ui.pointer_up(pointer.x_px, pointer.y_px);
                break;
            case window::PointerInput::Kind::move:
                parts.ui.pointer_moved(pointer.x_px, pointer.y_px);
                break;
        }
    }
}

void compose(const LoopParts& parts, const flow::Now& now) {
    if (parts.surface.take_forget_request()) parts.ui.forget();
    if (const auto look = parts.surface.take_look()) {
        parts.ui.set_look(ui::theme_of(*look, parts.house_theme),
                          ui::metrics_of(*look, parts.viewing_distance_mm));
    }
    parts.ui.compose(now.steady, [&](ui::Frame& frame) {
        parts.surface.draw(frame, now);
        if (parts.dock != nullptr) parts.dock->draw(frame);
    });
}

void show(const LoopParts& parts) {
    parts.ui.present();
    parts.surface.shown(parts.ui.tree(), parts.ui.focus());
    if (parts.control != nullptr) parts.control->after_frame(parts.ui, parts.window);
    if (parts.dock != nullptr) parts.dock->after_frame(parts.ui, parts.window);
    parts.window.swap();
}

// At least one frame, and as many as something goes on changing. Returns their number.
int compose_all(const LoopParts& parts, flow::Now now) {
    int frames = 0;
    do {
        compose(parts, now);
        ++frames;
        now = now_of(parts.clock);
    } while ((parts.surface.pump(now) || parts.ui.has_pending_input()) &&
             frames < max_frames_a_turn);
    return frames;
}

// Somebody waits for the next picture, whatever is on it.
bool is_frame_ordered(const LoopParts& parts) {
    return (parts.control != nullptr && parts.control->wants_frame()) ||
           (parts.dock != nullptr && parts.dock->wants_frame());
}

enum class Orders { heeded, heeded_already };

int compose_what_is_new(const LoopParts& parts, Orders orders) {
    take_input(parts);
    const flow::Now now = now_of(parts.clock);
    const bool changed = parts.surface.pump(now);
    const auto due = parts.ui.next_frame_at();
    const bool wanted = changed || parts.ui.has_pending_input() || (due && *due <= now.steady) ||
                        (orders == Orders::heeded && is_frame_ordered(parts));
    return wanted ? compose_all(parts, now) : 0;
}

// Drawing costs more than all before it. The lifting of a short tap, which comes in meanwhile or in
// a moment, is answered by this picture then, not by one that waits for it. A look may also take a
// wake that somebody sent: what it was for is looked at as well, and when it was for nothing, the
// moment goes on. Nothing else is waited for: a finger that drags sees each place it comes to.
int compose_what_follows(const LoopParts& parts) {
    const auto now = parts.clock.steady();
    const auto until = parts.ui.finger_is_new() ? now + lifting_may_follow : now;
    for (int look = 0; look < max_looks; ++look) {
        parts.window.wait(until);
        const int frames = compose_what_is_new(parts, Orders::heeded_already);
        if (frames > 0 || parts.clock.steady() >= until) return frames;
    }
    return 0;
}

} // namespace

flow::Now now_of(const time::Clock& clock) {
    return {.wall = clock.wall(), .steady = clock.steady().time_since_epoch()};
}

int turn(const LoopParts& parts) {
    int frames = compose_what_is_new(parts, Orders::heeded);
    if (frames == 0) return 0;
    const int following = compose_what_follows(parts);
    frames += following;
    // It came down only now: something else was drawn before.
    if (following > 0 && parts.ui.finger_is_new()) frames += compose_what_follows(parts);
    // The pixels of all but the newest would be gone before anybody saw them.
    show(parts);
    return frames;
}

void run_loop(const LoopParts& parts, EndingSignals& ending) {
    ending.watch([&] { parts.window.wake(); });
    compose(parts, now_of(parts.clock));
    show(parts);
    while (!ending.requested() && !parts.window.should_close()) {
        turn(parts);
        // Looking for input may have found that the window is closed: nothing more wakes then.
        if (parts.window.should_close()) break;
        const auto next = flow::earliest({parts.surface.next_deadline(), parts.ui.next_frame_at()});
        std::optional<time::Moment> deadline;
        if (next) deadline = time::Moment(*next);
        parts.window.wait(deadline);
    }
    // The window goes before the signals do.
    ending.stop();
}

} // namespace rexue::app
