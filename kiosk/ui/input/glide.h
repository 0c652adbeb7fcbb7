// A movement that slows down to a stop: a function of time, so that it looks the same at any
// number of frames.
#pragma once

#include <chrono>

namespace rexue::ui::input {

struct Glide {
    float from = 0;
    float to = 0;
    std::chrono::milliseconds started{};
    std::chrono::milliseconds takes{1};

    // It begins with this speed, in millimetres a second, and slows down for `takes`.
    static Glide thrown(float from, float speed_mm_per_s, std::chrono::milliseconds now,
                        std::chrono::milliseconds takes);

    float at(std::chrono::milliseconds now) const;
    bool is_over(std::chrono::milliseconds now) const { return now - started >= takes; }
};

} // namespace rexue::ui::input
