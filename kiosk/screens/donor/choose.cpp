#include <array>
#include <span>

#include "kiosk/screens/donor/chrome.h"
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

float draw_kind(ui::Frame& frame, const View& view, float y, std::string_view title,
                std::string_view detail, std::span<const Choice> choices) {
    const ui::Metrics& metrics = frame.metrics();
    const ui::Rect box{metrics.margin_mm, y, frame.area().w - 2 * metrics.margin_mm, 84};
    frame.panel(box);
    const float x = box.x + 11;
    const float width = box.w - 22;
    const ui::Rect heading = frame.text(
        {x, box.y + 9, width, 14}, title,
        {.size = ui::TextSize::large, .weight = ui::Weight::bold, .role = ui::Role::heading});
    frame.text({x, heading.bottom() + 4, width, 12}, detail,
               {.ink = ui::Ink::secondary, .max_lines = 1});
    const auto count = static_cast<float>(choices.size());
    const float button_width = (width - (count - 1) * metrics.gap_mm) / count;
    const float button_height = metrics.main_button_mm + 6;
    for (size_t i = 0; i < choices.size(); ++i) {
        const ui::Rect rect{x + static_cast<float>(i) * (button_width + metrics.gap_mm),
                            box.bottom() - button_height - 10, button_width, button_height};
        const bool selected = view.session.visit.intent == choices[i].intent;
        if (frame.button(choices[i].id, rect, short_label(choices[i].intent),
                         {.selected = selected,
                          .size = ui::TextSize::large,
                          .role = ui::Role::choice,
                          .value = choices[i].id})) {
            view.emit(flow::donor::IntentTapped{.intent = choices[i].intent});
        }
    }
    return box.bottom() + 7;
}

} // namespace

void choose(ui::Frame& frame, const View& view) {
    frame.screen("choose");
    draw_head(frame, view);
    float y = draw_question(frame, tr("What would you like to give?"),
                            tr("Our staff confirm with you what is right for you today."));
    y = draw_remark_in_its_place(frame, view, y);
    y = draw_kind(frame, view, y, tr("Whole blood"), tr("5 to 10 minutes on the chair"),
                  whole_blood);
    draw_kind(frame, view, y, tr("Platelets by apheresis"), tr("a good hour on the chair"),
              platelets);

    const ui::Rect answers = answers_area(frame);
    const float height = frame.metrics().main_button_mm + 8;
    const bool chosen = view.session.visit.intent.has_value();
    if (frame.button(
            "continue", {answers.x, answers.bottom() - height, answers.w, height},
            chosen ? tr("Take my number") : tr("Please choose above"),
            {.kind = ui::ButtonKind::primary, .enabled = chosen, .size = ui::TextSize::large})) {
        view.emit(flow::donor::ContinueTapped{});
    }
    draw_foot(frame, view, VisitStep::check_in, BackButton::shown);
}

} // namespace rexue::screens::donor
