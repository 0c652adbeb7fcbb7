// A window without a display: hands out what a test puts in, counts what is shown.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "platform/window/window.h"

namespace rexue::support {

class ScriptedWindow final : public window::Window {
  public:
    int width_px() const override { return 1080; }
    int height_px() const override { return 1920; }
    bool should_close() const override { return closed; }
    void wait(std::optional<time::Moment>) override {
        if (on_wait) on_wait();
    }
    void wake() override {}
    std::vector<window::Input> take_input() override { return std::exchange(inputs_, {}); }
    void swap() override { ++pictures; }
    base::Result<image::Picture> read_pixels() override {
        return base::fail(base::ErrorCode::unavailable, "nothing is drawn");
    }

    void feed(window::PointerInput::Kind kind, float x_px, float y_px) {
        inputs_.push_back({.pointer = window::PointerInput{kind, x_px, y_px}, .key = {}});
    }
    void feed(window::Key key) {
        inputs_.push_back({.pointer = {}, .key = window::KeyInput{.key = key}});
    }

    std::function<void()> on_wait;
    int pictures = 0;
    bool closed = false;

  private:
    std::vector<window::Input> inputs_;
};

} // namespace rexue::support
