#include "kiosk/ui/ui.h"

#include <algorithm>

#include "kiosk/ui/parts.h"
#include "kiosk/ui/strings.h"
#include "kiosk/ui/text/fonts.h"

namespace rexue::ui {

Ui::Ui(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Ui::~Ui() = default;

base::Result<std::unique_ptr<Ui>> Ui::create(const UiOptions& options) {
    const Canvas& canvas = options.canvas;
    if (canvas.width_px < 1 || canvas.height_px < 1 || canvas.width_mm <= 0) {
        return base::fail(base::ErrorCode::invalid_argument, "a canvas without a size");
    }
    auto parts = std::make_unique<Parts>(options);
    if (options.rendering == Rendering::opengl) {
        auto renderer = draw::Renderer::create(canvas.width_px, canvas.height_px);
        if (!renderer) return base::fail(renderer);
        parts->renderer = std::move(*renderer);
    }
    text::Fonts::shared();
    return std::unique_ptr<Ui>(new Ui(std::move(parts)));
}

void Ui::pointer_moved(float x_px, float y_px) {
    const Point at = parts_->under_finger(x_px, y_px);
    parts_->presses.moved(at.x, at.y);
}

void Ui::pointer_down(float x_px, float y_px) {
    const Point at = parts_->under_finger(x_px, y_px);
    parts_->presses.down(at.x, at.y);
}

void Ui::pointer_up(float x_px, float y_px) {
    const Point at = parts_->under_finger(x_px, y_px);
    parts_->presses.up(at.x, at.y);
}

bool Ui::has_pending_input() const {
    return parts_->presses.has_pending();
}

bool Ui::finger_is_new() const {
    return parts_->presses.is_new();
}

void Ui::focus_next() {
    parts_->presses.focus_next();
    parts_->is_frame_due = true;
}

void Ui::focus_previous() {
    parts_->presses.focus_previous();
    parts_->is_frame_due = true;
}

void Ui::choose_focused() {
    parts_->presses.choose_focused();
}

const Node* Ui::focused() const {
    const auto rect = parts_->presses.focused_rect();
    if (!rect) return nullptr;
    const auto& nodes = parts_->tree.nodes();
    const auto node = std::ranges::find(nodes, parts_->on_canvas(*rect), &Node::rect);
    return node == nodes.end() ? nullptr : &*node;
}

std::optional<Focus> Ui::focus() const {
    const Node* const node = focused();
    if (node == nullptr) return std::nullopt;
    return Focus{.node = static_cast<size_t>(node - parts_->tree.nodes().data()),
                 .target = parts_->presses.focus()};
}

void Ui::frame(std::chrono::milliseconds now, const std::function<void(Frame&)>& draw) {
    compose(now, draw);
    present();
}

void Ui::compose(std::chrono::milliseconds now, const std::function<void(Frame&)>& draw) {
    Parts& parts = *parts_;
    parts.now = now;
    // Not under a finger.
    if (!parts.presses.is_down()) parts.wander = parts.wander_at(now);
    parts.redraw_at.reset();
    parts.is_frame_due = false;
    parts.is_mirrored = is_right_to_left(current_language());
    parts.tree.clear();
    parts.grounds.clear();
    parts.presses.begin_frame();
    parts.scrolls.begin_frame(now, parts.options.motion);
    parts.painter.start(parts.renderer ? parts.renderer->begin_frame() : nullptr,
                        parts.options.canvas.height_px);

    Frame frame(*this);
    draw(frame);

    parts.painter.start(nullptr, 0);
    parts.presses.end_frame();
    parts.scrolls.end_frame(parts.presses);
    parts.appearances.end_frame();
    if (!parts.presses.is_down()) parts.pad.clear();
    if (parts.presses.was_offered_twice()) {
        parts.faults.insert("two targets have one id on screen " + parts.screen);
    }
}

void Ui::present() {
    Parts& parts = *parts_;
    if (parts.renderer) parts.renderer->end_frame(parts.theme().page, parts.wander);
    // Not before: the frame draws with what the caches hold.
    parts.texts.end_frame();
    parts.pictures.end_frame();
}

bool Ui::wants_frame() const {
    return parts_->is_frame_due || parts_->presses.has_pending();
}

std::optional<std::chrono::milliseconds> Ui::next_frame_at() const {
    if (wants_frame()) return parts_->now;
    return parts_->redraw_at;
}

void Ui::set_look(const Theme& theme, const Metrics& metrics) {
    parts_->options.theme = theme;
    parts_->options.metrics = metrics;
    parts_->is_frame_due = true;
}

const SemanticTree& Ui::tree() const {
    return parts_->tree;
}

void Ui::forget() {
    parts_->texts.clear();
    parts_->codes.clear();
    parts_->presses.forget();
    parts_->scrolls.forget();
    parts_->appearances.forget();
    parts_->tree.forget();
    parts_->pad.clear();
    parts_->is_frame_due = true;
}

size_t text_cache_bytes_used(Ui& ui) {
    return ui.parts().texts.bytes_used();
}

std::vector<std::string> faults(Ui& ui) {
    std::vector<std::string> found(ui.parts().faults.begin(), ui.parts().faults.end());
    for (const std::string& name : ui.parts().pictures.missing()) {
        found.push_back(name + " is missing");
    }
    return found;
}

} // namespace rexue::ui
