#include "tests/journeys/surface_under_test.h"

#include <algorithm>

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

app::LoopParts SurfaceUnderTest::parts() {
    return {.window = window_, .ui = *ui_, .surface = *surface_, .clock = clock_};
}

void SurfaceUnderTest::go_on() {
    while (app::turn(parts()) > 0) {
    }
}

const ui::SemanticTree& SurfaceUnderTest::tree() {
    go_on();
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
    window_.feed(window::PointerInput::Kind::down, x, y);
    window_.feed(window::PointerInput::Kind::up, x, y);
    go_on();
    return true;
}

bool SurfaceUnderTest::draw_on(std::string_view label) {
    const ui::Node* node = tree().find(label);
    if (node == nullptr) return false;
    const ui::Rect pad = node->rect;
    const float scale = canvas_.px_per_mm();
    constexpr int steps = 20;
    for (int i = 0; i <= steps; ++i) {
        const float share = 0.2F + 0.6F * static_cast<float>(i) / steps;
        window_.feed(i == 0 ? window::PointerInput::Kind::down : window::PointerInput::Kind::move,
                     (pad.x + pad.w * share) * scale, (pad.y + pad.h * (1 - share)) * scale);
        go_on();
    }
    window_.feed(window::PointerInput::Kind::up, (pad.x + pad.w * 0.8F) * scale,
                 (pad.y + pad.h * 0.2F) * scale);
    go_on();
    return true;
}

void SurfaceUnderTest::press(window::Key key) {
    window_.feed(key);
    go_on();
}

std::optional<size_t> SurfaceUnderTest::focused() {
    const ui::Node* const node = ui_->focused();
    if (node == nullptr) return std::nullopt;
    return static_cast<size_t>(node - ui_->tree().nodes().data());
}

bool SurfaceUnderTest::choose_by_keys(std::string_view label) {
    for (size_t step = 0; step < tree().nodes().size(); ++step) {
        press(window::Key::right);
        const ui::Node* const focused = ui_->focused();
        if (focused == nullptr) return false;
        if (focused->label != label && focused->value != label) continue;
        press(window::Key::enter);
        return true;
    }
    return false;
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
