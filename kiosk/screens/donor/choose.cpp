#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using queue::Intent;
using ui::tr;

namespace {

struct Choice {
    Intent intent;
    const char* id;
};
constexpr std::array whole_blood{Choice{Intent::whole_blood_200, "whole_200"},
                                 Choice{Intent::whole_blood_300, "whole_300"},
                                 Choice{Intent::whole_blood_400, "whole_400"}};
constexpr std::array platelets{Choice{Intent::platelets_1, "platelets_1"},
                               Choice{Intent::platelets_2, "platelets_2"}};

std::string short_label(Intent intent) {
    switch (intent) {
        case Intent::whole_blood_200:
            return say(tr("{} mL"), 200);
        case Intent::whole_blood_300:
            return say(tr("{} mL"), 300);
        case Intent::whole_blood_400:
            return say(tr("{} mL"), 400);
        case Intent::platelets_1:
            return std::string(tr("1 unit"));
        case Intent::platelets_2:
            return std::string(tr("2 units"));
    }
    return {};
}

struct Kind {
    std::string_view title;
    std::string_view detail;
    std::span<const Choice> choices;
};

Grid grid_of(ui::Frame& frame, const Kind& kind, float width_mm) {
    std::vector<std::string> labels;
    for (const Choice& choice : kind.choices)
        labels.push_back(short_label(choice.intent));
    const std::vector<std::string_view> views(labels.begin(), labels.end());
    return grid_that_fits(frame, views, {.selected = true, .size = ui::TextSize::large}, width_mm);
}

void draw_choices(ui::Frame& frame, const View& view, const Kind& kind, const ui::Rect& place,
                  float button_height) {
    const Grid grid = grid_of(frame, kind, place.w);
    for (size_t i = 0; i < kind.choices.size(); ++i) {
        const Choice& choice = kind.choices[i];
        if (frame.button(choice.id, grid.cell(place, button_height, i), short_label(choice.intent),
                         {.selected = view.session.visit.intent == choice.intent,
                          .size = ui::TextSize::large,
                          .role = ui::Role::choice,
                          .value = choice.id})) {
            view.emit(flow::donor::IntentTapped{.intent = choice.intent});
        }
    }
}

void add_kind(ui::Frame& frame, const View& view, Page& page, const Kind& kind) {
    const ui::Metrics& metrics = frame.metrics();
    const float padding = is_low(view) ? 6 : 10;
    const float width = page.width() - 2 * padding;
    const ui::TextLook title{
        .size = ui::TextSize::large, .weight = ui::Weight::bold, .role = ui::Role::heading};
    const ui::TextLook detail{.ink = ui::Ink::secondary};
    const bool has_detail = !is_low(view);
    const float title_height = frame.measure(kind.title, width, title).h;
    const float detail_height = has_detail ? frame.measure(kind.detail, width, detail).h : 0;
    const Grid grid = grid_of(frame, kind, width);
    // Whole screens have room for tall ones, unless words need it for a second row.
    const float extra = is_low(view) ? 0 : grid.rows() > 1 ? 5 : 15;
    const float button = metrics.target_mm + extra;
    const float choices_height = grid.height(button);
    page.content().add(title_height + detail_height + choices_height + 2 * padding + 4,
                       [=, &frame, &view](const ui::Rect& place) {
                           frame.panel(place);
                           const float x = place.x + padding;
                           float y = place.y + padding;
                           frame.text({x, y, width, title_height + 1}, kind.title, title);
                           y += title_height;
                           if (has_detail)
                               frame.text({x, y, width, detail_height + 1}, kind.detail, detail);
                           y += detail_height + 4;
                           draw_choices(frame, view, kind, {x, y, width, choices_height}, button);
                       });
}

// Care mode shows one kind and the way to the other.
void add_other_kind(ui::Frame& frame, const View& view, Page& page, std::string_view label) {
    page.content().add(frame.metrics().target_mm + 4,
                       [&frame, &view, label](const ui::Rect& place) {
                           ui::ButtonLook look{.icon = "arrow_right"};
                           fit_label(frame, label, place.w, look);
                           if (frame.button("other", place, label, look)) {
                               view.emit(flow::donor::OtherChoicesTapped{});
                           }
                       });
}

} // namespace

void choose(ui::Frame& frame, const View& view) {
    using flow::donor::ChoicePage;
    const Kind whole{tr("Whole blood"), tr("5 to 10 minutes on the chair"), whole_blood};
    const Kind apheresis{tr("Platelets by apheresis"), tr("a good hour on the chair"), platelets};
    Page page(frame, view,
              {.name = "choose", .step = VisitStep::check_in, .back = BackButton::shown});
    page.question(tr("What would you like to give?"),
                  tr("Our staff confirm with you what is right for you today."));
    // Few choices at a time: for who asked for it, and where only half the screen is there.
    const bool one_kind = view.session.preferences.mode == flow::donor::Mode::care || is_low(view);
    if (!one_kind || view.session.choice_page == ChoicePage::whole_blood) {
        add_kind(frame, view, page, whole);
        if (one_kind) add_other_kind(frame, view, page, apheresis.title);
    }
    if (!one_kind || view.session.choice_page == ChoicePage::platelets) {
        add_kind(frame, view, page, apheresis);
        if (one_kind) add_other_kind(frame, view, page, whole.title);
    }
    const bool chosen = view.session.visit.intent.has_value();
    page.answer({.id = "continue",
                 .label = chosen ? tr("Take my number") : tr("Please choose above"),
                 .event = flow::donor::ContinueTapped{},
                 .enabled = chosen});
    page.draw();
}

} // namespace rexue::screens::donor
