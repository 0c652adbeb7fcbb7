#include "kiosk/app/loop.h"

#include <optional>

namespace rexue::app {

namespace {

// A change can change another thing once or twice; more is a screen that never rests.
constexpr int max_frames_a_turn = 16;

void take_input(const LoopParts& parts) {
    for (const window::Input& input : parts.window.take_input()) {
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
    parts.ui.compose(now.steady, [&](ui::Frame& frame) { parts.surface.draw(frame, now); });
}

void show(const LoopParts& parts) {
    parts.ui.present();
    if (parts.control != nullptr) parts.control->after_frame(parts.ui, parts.window);
    parts.window.swap();
}

} // namespace

flow::Now now_of(const time::Clock& clock) {
    return {.wall = clock.wall(), .steady = clock.steady().time_since_epoch()};
}

int turn(const LoopParts& parts) {
    take_input(parts);
    int frames = 0;
    flow::Now now = now_of(parts.clock);
    bool wanted = parts.surface.pump(now);
    const auto due = parts.ui.next_frame_at();
    wanted = wanted || parts.ui.has_pending_input() || (due && *due <= now.steady) ||
             (parts.control != nullptr && parts.control->wants_frame());
    while (wanted && frames < max_frames_a_turn) {
        compose(parts, now);
        ++frames;
        now = now_of(parts.clock);
        wanted = parts.surface.pump(now) || parts.ui.has_pending_input();
    }
    // The pixels of all but the newest would be gone before anybody saw them.
    if (frames > 0) show(parts);
    return frames;
}

void run_loop(const LoopParts& parts, EndingSignals& ending) {
    ending.watch([&] { parts.window.wake(); });
    compose(parts, now_of(parts.clock));
    show(parts);
    while (!ending.requested() && !parts.window.should_close()) {
        turn(parts);
        const auto next = flow::earliest({parts.surface.next_deadline(), parts.ui.next_frame_at()});
        std::optional<time::Moment> deadline;
        if (next) deadline = time::Moment(*next);
        parts.window.wait(deadline);
    }
    // The window goes before the signals do.
    ending.stop();
}

} // namespace rexue::app
