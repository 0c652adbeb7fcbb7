#include "kiosk/ui/widgets/banner.h"

#include <algorithm>

namespace rexue::ui::widgets {

namespace {

constexpr float icon_per_capital = 2.0F;
constexpr float side_per_capital = 1.1F;
constexpr float above_per_capital = 0.8F;

struct BannerLayout {
    TextLook words{.weight = Weight::bold, .role = Role::status};
    TextLook detail;
    float side = 0;
    float above = 0;
    float icon = 0;
    float words_x = 0;
    float words_w = 0;
    float words_h = 0;
    float detail_h = 0;

    float height() const { return std::max(icon, words_h + detail_h) + 2 * above; }
};

BannerLayout lay_out(Frame& frame, float width_mm, const Banner& banner) {
    const float capital = frame.metrics().body_mm;
    BannerLayout layout;
    layout.side = capital * side_per_capital;
    layout.above = capital * above_per_capital;
    layout.icon = capital * icon_per_capital;
    layout.words_x = 1.7F * layout.side + layout.icon;
    layout.words_w = std::max(1.0F, width_mm - layout.words_x - layout.side);
    layout.words_h = frame.measure(banner.words, layout.words_w, layout.words).h;
    layout.detail_h = frame.measure(banner.detail, layout.words_w, layout.detail).h;
    return layout;
}

} // namespace

float banner_height(Frame& frame, float width_mm, const Banner& banner) {
    return lay_out(frame, width_mm, banner).height();
}

void banner(Frame& frame, const Rect& rect, const Banner& banner) {
    BannerLayout layout = lay_out(frame, rect.w, banner);
    const ToneLook look = look_of(banner.tone);
    frame.panel(rect, {.ground = look.ground});
    frame.icon({rect.x + layout.side, rect.centre_y() - layout.icon / 2, layout.icon, layout.icon},
               banner.icon.empty() ? look.icon : banner.icon, look.ink);
    layout.words.ink = look.ink;
    const float top = rect.centre_y() - (layout.words_h + layout.detail_h) / 2;
    const Rect words{rect.x + layout.words_x, top, layout.words_w, layout.words_h};
    frame.text(words, banner.words, layout.words);
    if (banner.detail.empty()) return;
    frame.text({words.x, words.bottom(), words.w, layout.detail_h}, banner.detail, layout.detail);
}

} // namespace rexue::ui::widgets
