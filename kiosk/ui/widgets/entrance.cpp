#include "kiosk/ui/widgets/entrance.h"

namespace rexue::ui::widgets {

namespace {

constexpr std::chrono::milliseconds takes{160};
constexpr std::chrono::milliseconds between_frames{16};

} // namespace

float entrance(Frame& frame, std::string_view id) {
    const auto since = frame.since_shown(id);
    if (since >= takes) return 1;
    frame.redraw_in(between_frames);
    const float left = 1 - static_cast<float>(since.count()) / static_cast<float>(takes.count());
    return 1 - left * left * left;
}

} // namespace rexue::ui::widgets
