#include "kiosk/ui/widgets/modal.h"

#include <algorithm>
#include <string>

#include "kiosk/ui/widgets/entrance.h"

namespace rexue::ui::widgets {

namespace {

constexpr float most_width_mm = 240;
constexpr float medal_per_capital = 2.4F; // of the title's
constexpr float icon_per_medal = 0.6F;
constexpr float rise_mm = 8.0F;

constexpr TextLook title_look{
    .size = TextSize::title, .weight = Weight::bold, .align = Align::centre, .role = Role::heading};
constexpr TextLook words_look{.ink = Ink::secondary, .align = Align::centre};

struct ModalLayout {
    Rect card;
    float padding = 0;
    float medal = 0;
    float title_h = 0;
    float words_h = 0;
    float actions_h = 0;
};

ModalLayout lay_out(Frame& frame, const Modal& modal) {
    const Metrics& metrics = frame.metrics();
    const Rect canvas = frame.area();
    ModalLayout layout;
    layout.card.w = std::min(most_width_mm, canvas.w - 2 * metrics.margin_mm);
    layout.padding = metrics.margin_mm;
    layout.medal = metrics.title_mm * medal_per_capital;
    const float width = layout.card.w - 2 * layout.padding;
    const auto count = static_cast<float>(modal.actions.size());
    layout.actions_h =
        count == 0 ? 0 : count * metrics.main_button_mm + (count - 1) * metrics.gap_mm;
    layout.title_h = frame.measure(modal.title, width, title_look).h;
    layout.words_h = frame.measure(modal.words, width, words_look).h;

    const float gap = metrics.margin_mm * 0.7F;
    const auto height_of = [&] {
        float sum = 2 * layout.padding + layout.medal + gap + layout.title_h;
        for (const float part : {layout.words_h, modal.content_mm, layout.actions_h}) {
            if (part > 0) sum += gap + part;
        }
        return sum;
    };
    const float most = canvas.h - 2 * metrics.margin_mm;
    layout.words_h = std::max(0.0F, layout.words_h - std::max(0.0F, height_of() - most));
    layout.card.h = height_of();
    layout.card.x = (canvas.w - layout.card.w) / 2;
    // A little below the middle: nearer to the hand, and still where the eye is.
    layout.card.y = std::min((canvas.h - layout.card.h) * 0.55F, most - layout.card.h);
    layout.card.y = std::max(layout.card.y, metrics.margin_mm);
    return layout;
}

void draw_medal(Frame& frame, const Rect& medal, const Modal& modal) {
    const ToneLook look = look_of(modal.tone);
    const Ground ground = modal.tone == Tone::calm ? Ground::action_tint : look.ground;
    frame.panel(medal, {.ground = ground, .border = false, .radius_mm = medal.h / 2});
    frame.icon(medal.inset(medal.h * (1 - icon_per_medal) / 2),
               modal.icon.empty() ? look.icon : modal.icon,
               modal.tone == Tone::calm ? Ink::action : look.ink);
}

} // namespace

std::optional<size_t> modal(Frame& frame, std::string_view id, const Modal& modal) {
    frame.cover(Ground::page);
    const std::string prefix(id);
    ModalLayout layout = lay_out(frame, modal);
    layout.card.y += rise_mm * (1 - entrance(frame, prefix));
    frame.panel(layout.card, {.radius_mm = frame.metrics().radius_mm * 1.4F});

    const float gap = frame.metrics().margin_mm * 0.7F;
    Rect at = layout.card.inset(layout.padding);
    draw_medal(frame, {at.centre_x() - layout.medal / 2, at.y, layout.medal, layout.medal}, modal);
    at.y += layout.medal + gap;
    frame.text({at.x, at.y, at.w, layout.title_h}, modal.title, title_look);
    at.y += layout.title_h;
    if (layout.words_h > 0) {
        at.y += gap;
        frame.text({at.x, at.y, at.w, layout.words_h}, modal.words, words_look);
        at.y += layout.words_h;
    }
    if (modal.content && modal.content_mm > 0) {
        at.y += gap;
        modal.content({at.x, at.y, at.w, modal.content_mm});
        at.y += modal.content_mm;
    }
    at.y += gap;
    std::optional<size_t> pressed;
    for (size_t i = 0; i < modal.actions.size(); ++i) {
        const ModalAction& action = modal.actions[i];
        const Rect rect{at.x, at.y, at.w, frame.metrics().main_button_mm};
        const ButtonLook look{.kind = action.kind, .icon = action.icon};
        if (frame.button(prefix + "/" + std::string(action.id), rect, action.label, look)) {
            pressed = i;
        }
        at.y += rect.h + frame.metrics().gap_mm;
    }
    return pressed;
}

} // namespace rexue::ui::widgets
