#include "tests/journeys/surface_under_test.h"

#include <algorithm>

#include "kiosk/app/loop.h"

namespace rexue::journeys {

SurfaceUnderTest::SurfaceUnderTest(std::unique_ptr<app::Surface> surface, ui::Canvas canvas,
                                   JourneyClock& clock)
    : surface_(std::move(surface)), canvas_(canvas), clock_(clock) {
    auto made = ui::Ui::create({.canvas = canvas,
                                .theme = {},
                                .metrics = ui::Metrics::for_terminal(600),
                                .rendering = ui::Rendering::none,
                                .assets = REXUE_SOURCE_DIR "/assets"});
    REXUE_ASSERT(made.has_value());
    ui_ = std::move(*made);
}

void SurfaceUnderTest::draw() {
    const flow::Now now = app::now_of(clock_);
    surface_->pump(now);
    if (surface_->take_forget_request()) ui_->forget();
    do {
        ui_->frame(now.steady, [&](ui::Frame& frame) { surface_->draw(frame, now); });
        surface_->pump(now);
    } while (ui_->has_pending_input());
    // What the last press changed is on the screen too.
    ui_->frame(now.steady, [&](ui::Frame& frame) { surface_->draw(frame, now); });
}

const ui::SemanticTree& SurfaceUnderTest::tree() {
    draw();
    return ui_->tree();
}

bool SurfaceUnderTest::shows(std::string_view text) {
    return tree().shows(text);
}

bool SurfaceUnderTest::is_on(std::string_view screen) {
    return std::ranges::any_of(tree().nodes(), [&](const ui::Node& node) {
        return node.role == ui::Role::screen && node.label == screen;
    });
}

bool SurfaceUnderTest::tap(std::string_view label) {
    const ui::Node* node = tree().find(label);
    if (node == nullptr || !node->enabled) return false;
    const float scale = canvas_.px_per_mm();
    const float x = node->rect.centre_x() * scale;
    const float y = node->rect.centre_y() * scale;
    surface_->touched();
    ui_->pointer_down(x, y);
    ui_->pointer_up(x, y);
    draw();
    return true;
}

std::string SurfaceUnderTest::label_of(std::string_view value) {
    for (const ui::Node& node : tree().nodes()) {
        if (node.value == value) return node.label;
    }
    return {};
}

std::string SurfaceUnderTest::screen_text() {
    return tree().as_text();
}

} // namespace rexue::journeys
