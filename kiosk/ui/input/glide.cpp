#include "kiosk/ui/input/glide.h"

#include <algorithm>

namespace rexue::ui::input {

namespace {

// What is left of the way falls with the cube of what is left of the time, so the speed at the
// start is three times the mean.
constexpr float start_per_mean_speed = 3;

float seconds(std::chrono::milliseconds duration) {
    return std::chrono::duration<float>(duration).count();
}

} // namespace

Glide Glide::thrown(float from, float speed_mm_per_s, std::chrono::milliseconds now,
                    std::chrono::milliseconds takes) {
    return {.from = from,
            .to = from + speed_mm_per_s * seconds(takes) / start_per_mean_speed,
            .started = now,
            .takes = takes};
}

float Glide::at(std::chrono::milliseconds now) const {
    const float left = 1 - std::clamp(seconds(now - started) / seconds(takes), 0.0F, 1.0F);
    return to - (to - from) * left * left * left;
}

} // namespace rexue::ui::input
