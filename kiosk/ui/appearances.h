// Since when each part of a screen has been drawn without a break: what short entrances start from.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>

namespace rexue::ui {

class Appearances {
  public:
    // The steady time at which `id` was asked for first, in an unbroken row of frames.
    std::chrono::milliseconds since(std::string_view id, std::chrono::milliseconds now);
    // What was not asked for in this frame is gone.
    void end_frame();
    void forget() { shown_.clear(); }

  private:
    struct Shown {
        std::chrono::milliseconds since{};
        bool is_drawn = false; // in this frame
    };

    std::map<std::string, Shown, std::less<>> shown_;
};

} // namespace rexue::ui
