#include "kiosk/ui/widgets/choice_card.h"

#include <algorithm>

namespace rexue::ui::widgets {

namespace {

constexpr float side_per_capital = 1.0F;  // room at each side, of the label's capitals
constexpr float medal_per_capital = 2.9F; // the round ground of the icon
constexpr float mark_per_capital = 1.7F;  // the ring at the end, ticked when selected
constexpr float icon_per_round = 0.62F;   // of the round it lies in
constexpr float selected_border_mm = 0.9F;
constexpr float ring_mm = 0.5F;

// Where everything of a card lies, from its own corner.
struct CardLayout {
    TextLook label{.size = TextSize::large, .weight = Weight::bold, .spoken = ""};
    TextLook detail{.size = TextSize::small, .ink = Ink::secondary, .spoken = ""};
    bool is_upright = false;
    float side = 0;
    float medal = 0; // 0 without an icon
    float mark = 0;
    float words_x = 0;
    float words_w = 0;
    float label_h = 0;
    float detail_h = 0;

    float words_h() const { return label_h + detail_h; }
    float needed() const {
        return 2 * side * 0.8F + (is_upright ? std::max(medal, mark) + side * 0.4F + words_h()
                                             : std::max({medal, mark, words_h()}));
    }
};

CardLayout lay_out(Frame& frame, const Choice& choice, float width_mm, const CardLook& look) {
    const float capital = frame.metrics().capital_mm(TextSize::large);
    CardLayout layout;
    layout.is_upright = look.form == CardForm::above;
    layout.label.size = look.name;
    layout.side = capital * side_per_capital;
    layout.medal = choice.icon.empty() ? 0 : capital * medal_per_capital;
    layout.mark = capital * mark_per_capital;
    layout.words_x = layout.side;
    layout.words_w = width_mm - 2 * layout.side;
    if (!layout.is_upright) {
        if (layout.medal > 0) layout.words_x += layout.medal + layout.side * 0.8F;
        layout.words_w = width_mm - layout.words_x - layout.mark - 2 * layout.side;
    }
    layout.words_w = std::max(1.0F, layout.words_w);
    layout.detail.size = layout.is_upright ? TextSize::small : TextSize::body;
    layout.label_h = frame.measure(choice.label, layout.words_w, layout.label).h;
    layout.detail_h = frame.measure(choice.detail, layout.words_w, layout.detail).h;
    return layout;
}

// A ring to be ticked; a lock where nothing can be.
void draw_mark(Frame& frame, const Rect& round, bool is_enabled, bool is_selected) {
    const Theme& theme = frame.theme();
    if (!is_enabled) {
        frame.icon(round, "lock", Ink::secondary);
        return;
    }
    if (!is_selected) {
        frame.fill(round, theme.second_ink, round.h / 2);
        frame.fill(round.inset(ring_mm), theme.card, round.h / 2);
        return;
    }
    frame.fill(round, theme.action, round.h / 2);
    frame.icon(round.inset(round.h * (1 - icon_per_round) / 2), "check", Ink::on_action);
}

// The border lies inside; a thin one is the panel's own.
Ground draw_ground(Frame& frame, const Rect& rect, const Choice& choice, bool is_selected,
                   bool is_held) {
    const float radius = frame.metrics().radius_mm;
    if (!choice.enabled) {
        frame.panel(rect, {.ground = Ground::page});
        return Ground::page;
    }
    if (!is_selected && !is_held) {
        frame.panel(rect, {.ground = Ground::card});
        return Ground::card;
    }
    const float border = is_selected ? selected_border_mm : ring_mm;
    frame.fill(rect, frame.theme().action, radius);
    frame.panel(rect.inset(border),
                {.ground = Ground::action_tint, .border = false, .radius_mm = radius - border});
    return Ground::action_tint;
}

void draw_words(Frame& frame, const Rect& rect, const Choice& choice, const CardLayout& layout,
                float top) {
    TextLook label = layout.label;
    TextLook detail = layout.detail;
    label.align = detail.align = layout.is_upright ? Align::centre : Align::left;
    if (!choice.enabled) label.ink = Ink::secondary;
    const Rect words{rect.x + layout.words_x, top, layout.words_w, layout.label_h};
    frame.text(words, choice.label, label);
    if (choice.detail.empty()) return;
    frame.text({words.x, words.bottom(), words.w, layout.detail_h}, choice.detail, detail);
}

} // namespace

bool name_fits(Frame& frame, const Choice& choice, float width_mm, const CardLook& look,
               NameRule rule) {
    const CardLayout layout = lay_out(frame, choice, width_mm, look);
    const auto fits = [&](std::string_view words) {
        return frame.measure(words, 0, layout.label).w <= layout.words_w;
    };
    if (fits(choice.label)) return true;
    if (rule == NameRule::one_line) return false;
    std::string_view rest = choice.label;
    while (!rest.empty()) {
        const size_t end = rest.find(' ');
        const std::string_view word = rest.substr(0, end);
        // Chinese is written without spaces and may be broken anywhere.
        const bool is_latin = static_cast<unsigned char>(word.empty() ? ' ' : word.front()) < 0x80;
        if (is_latin && !fits(word)) return false;
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return true;
}

float choice_card_height(Frame& frame, const Choice& choice, float width_mm, const CardLook& look) {
    return std::max(frame.metrics().main_button_mm,
                    lay_out(frame, choice, width_mm, look).needed());
}

bool choice_card(Frame& frame, std::string_view id, const Rect& rect, const Choice& choice,
                 const CardLook& look, bool is_selected) {
    const CardLayout layout = lay_out(frame, choice, rect.w, look);
    const bool pressed = frame.target(id, rect, choice.label,
                                      {.role = Role::choice,
                                       .enabled = choice.enabled,
                                       .selected = is_selected,
                                       .value = choice.detail});
    const bool is_held = choice.enabled && frame.is_pressed(id);
    const Ground ground = draw_ground(frame, rect, choice, is_selected, is_held);

    const float above = (rect.h - layout.needed()) / 2 + layout.side * 0.8F;
    const float medal_x =
        layout.is_upright ? rect.centre_x() - layout.medal / 2 : rect.x + layout.side;
    const float medal_y = layout.is_upright ? rect.y + above : rect.centre_y() - layout.medal / 2;
    if (layout.medal > 0) {
        const Rect medal{medal_x, medal_y, layout.medal, layout.medal};
        const bool is_tinted = ground == Ground::action_tint;
        frame.panel(medal, {.ground = is_tinted ? Ground::card : Ground::action_tint,
                            .border = false,
                            .radius_mm = layout.medal / 2});
        frame.icon(medal.inset(layout.medal * (1 - icon_per_round) / 2), choice.icon,
                   choice.enabled ? Ink::action : Ink::secondary);
    }
    const float mark_y =
        layout.is_upright ? rect.y + layout.side * 0.5F : rect.centre_y() - layout.mark / 2;
    const float mark_side = layout.is_upright ? layout.side * 0.5F : layout.side;
    draw_mark(frame, {rect.right() - mark_side - layout.mark, mark_y, layout.mark, layout.mark},
              choice.enabled, is_selected);
    const float words_y = layout.is_upright ? rect.y + above + std::max(layout.medal, layout.mark) +
                                                  layout.side * 0.4F
                                            : rect.centre_y() - layout.words_h() / 2;
    draw_words(frame, rect, choice, layout, words_y);
    return pressed;
}

} // namespace rexue::ui::widgets
