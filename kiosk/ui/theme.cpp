#include "kiosk/ui/theme.h"

#include <algorithm>
#include <cmath>

#include "platform/base/error.h"

namespace rexue::ui {

namespace {

constexpr float reference_distance_mm = 600.0F;

constexpr Colour black{0, 0, 0};
constexpr Colour white{255, 255, 255};
constexpr Colour yellow{0xFF, 0xE9, 0x3B};

// WCAG 2.1, "relative luminance".
float luminance(Colour colour) {
    const auto linear = [](std::uint8_t channel) {
        const float value = static_cast<float>(channel) / 255.0F;
        return value <= 0.04045F ? value / 12.92F : std::pow((value + 0.055F) / 1.055F, 2.4F);
    };
    return 0.2126F * linear(colour.r) + 0.7152F * linear(colour.g) + 0.0722F * linear(colour.b);
}

Metrics scaled(Metrics metrics, float viewing_distance_mm) {
    const float scale = viewing_distance_mm / reference_distance_mm;
    const float target_scale = std::max(1.0F, scale);
    for (float* const text : {&metrics.small_mm, &metrics.body_mm, &metrics.large_mm,
                              &metrics.title_mm, &metrics.margin_mm, &metrics.radius_mm}) {
        *text *= scale;
    }
    for (float* const target : {&metrics.main_button_mm, &metrics.target_mm, &metrics.gap_mm}) {
        *target *= target_scale;
    }
    return metrics;
}

} // namespace

Colour Theme::of(Ink wanted) const {
    switch (wanted) {
        case Ink::primary:
            return ink;
        case Ink::secondary:
            return second_ink;
        case Ink::action:
            return action;
        case Ink::on_action:
            return on_action;
        case Ink::on_invitation:
            return on_invitation;
        case Ink::honour:
            return honour;
        case Ink::done:
            return done;
        case Ink::attention:
            return attention;
        case Ink::on_dark:
            return white;
    }
    REXUE_ASSERT(!"an ink that has no colour");
}

Colour Theme::of(Ground wanted) const {
    switch (wanted) {
        case Ground::page:
            return page;
        case Ground::card:
            return card;
        case Ground::action:
            return action;
        case Ground::action_pressed:
            return action_pressed;
        case Ground::action_tint:
            return action_tint;
        case Ground::invitation:
            return invitation;
        case Ground::honour:
            return honour_ground;
        case Ground::done:
            return done_ground;
        case Ground::attention:
            return attention_ground;
        case Ground::dark:
            return dark;
    }
    REXUE_ASSERT(!"a ground that has no colour");
}

Theme Theme::with_accent(Colour accent) const {
    constexpr float least_contrast = 7;
    const auto mixed = [](Colour a, Colour b, float share) {
        const auto channel = [share](std::uint8_t from, std::uint8_t to) {
            const auto low = static_cast<float>(from);
            return static_cast<std::uint8_t>(low + (static_cast<float>(to) - low) * share);
        };
        return Colour{channel(a.r, b.r), channel(a.g, b.g), channel(a.b, b.b)};
    };
    Theme theme = *this;
    for (Colour darker = accent;; darker = mixed(darker, black, 0.04F)) {
        theme.action = darker;
        theme.action_tint = mixed(white, darker, 0.07F);
        const bool is_read = contrast(darker, on_action) >= least_contrast &&
                             contrast(darker, page) >= least_contrast &&
                             contrast(darker, theme.action_tint) >= least_contrast;
        if (is_read || darker == black) break;
    }
    theme.action_pressed = mixed(theme.action, black, 0.2F);
    theme.invitation = theme.action;
    return theme;
}

Theme Theme::black_on_white() {
    return {.name = "black-on-white",
            .page = white,
            .card = white,
            .line = black,
            .ink = black,
            .second_ink = black,
            .action = black,
            .action_pressed = {0x30, 0x06, 0x09},
            .action_tint = white,
            .honour = black,
            .honour_ground = white,
            .done = black,
            .done_ground = white,
            .attention = black,
            .attention_ground = white,
            .dark = black,
            .on_action = white,
            .invitation = white,
            .on_invitation = black};
}

Theme Theme::white_on_black() {
    return {.name = "white-on-black",
            .page = black,
            .card = black,
            .line = white,
            .ink = white,
            .second_ink = white,
            .action = yellow,
            .action_pressed = white,
            .action_tint = black,
            .honour = yellow,
            .honour_ground = black,
            .done = white,
            .done_ground = black,
            .attention = yellow,
            .attention_ground = black,
            .dark = black,
            .on_action = black,
            .invitation = black,
            .on_invitation = white};
}

float contrast(Colour a, Colour b) {
    const float first = luminance(a);
    const float second = luminance(b);
    return (std::max(first, second) + 0.05F) / (std::min(first, second) + 0.05F);
}

float Metrics::capital_mm(TextSize size) const {
    switch (size) {
        case TextSize::small:
            return small_mm;
        case TextSize::body:
            return body_mm;
        case TextSize::large:
            return large_mm;
        case TextSize::title:
            return title_mm;
    }
    REXUE_ASSERT(!"a text size that has no height");
}

Metrics Metrics::for_terminal(float viewing_distance_mm) {
    return scaled(Metrics{}, viewing_distance_mm);
}

Metrics Metrics::for_care(float viewing_distance_mm) {
    const Metrics care{.small_mm = 5.5F,
                       .body_mm = 7.4F,
                       .large_mm = 9.2F,
                       .title_mm = 12.5F,
                       .main_button_mm = 28.0F,
                       .target_mm = 20.0F,
                       .gap_mm = 5.0F,
                       .margin_mm = 12.0F,
                       .radius_mm = 7.0F,
                       .most_choices = 4};
    return scaled(care, viewing_distance_mm);
}

} // namespace rexue::ui
