// Paints many scenes one after the other, with one window and what it has warmed up.
#pragma once

#include <chrono>
#include <memory>
#include <optional>

#include "kiosk/app/off_screen.h"
#include "platform/window/window.h"
#include "tests/screenshots/scenes.h"

namespace rexue::screenshots {

// One at a time, one thread; the words are loaded and the renderer is pinned.
class Easel {
  public:
    // As app::paint: nothing is kept of the scene before but caches.
    base::Result<app::Painted> paint(const Scene& scene);

  private:
    base::Status stand_up(const Scene& scene);

    std::optional<ui::Canvas> canvas_;
    std::unique_ptr<window::Window> window_;
    std::unique_ptr<ui::Ui> ui_; // goes before the window
    std::chrono::milliseconds now_{1'000'000};
};

} // namespace rexue::screenshots
