#include <string>

#include "kiosk/rules/queue/estimate.h"
#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

std::string needed_today(const flow::House& house) {
    std::string text(tr("Needed today"));
    for (const std::string& group : house.blood_needed)
        text += "  " + blood_group(group);
    return text;
}

std::string waiting_now(const Session& session) {
    const std::string stage =
        session.house.stages.empty() ? std::string() : session.house.stages.front();
    const auto wait =
        queue::estimate_wait(session.queue, stage, "", flow::points_of(session.house, stage));
    if (wait.people_ahead == 0) return std::string(tr("Nobody is waiting: come in"));
    return say(
        ui::tr_n("{0} person is waiting, {1}", "{0} people are waiting, {1}", wait.people_ahead),
        wait.people_ahead, minutes_to_expect(wait));
}

struct Invitation {
    std::string_view welcome;
    std::string_view or_else; // may be empty
};

// Never to what does not work: a broken reader's own words stand above.
Invitation invitation(const Session& session) {
    const bool camera = session.camera == flow::donor::Camera::working;
    if (!reader_is_down(session)) {
        return {
            tr("Welcome.\nPlease lay your\nID card on the reader"),
            camera ? tr("Or hold the QR code of your honour card\nin front of the camera") : ""};
    }
    if (!camera) {
        return {tr("Welcome.\nPlease come\nto our desk"), tr("Our staff check you in at once")};
    }
    return {tr("Welcome.\nPlease show your\nhonour card's code"),
            tr("Hold it in front of the camera,\nor come to our desk")};
}

// The invitation on crimson: slogan, three short lines, how to begin.
void draw_invitation(ui::Frame& frame, const View& view, const ui::Rect& box) {
    const Session& session = view.session;
    frame.panel(box, {.ground = ui::Ground::action, .border = false, .radius_mm = 11});
    frame.image({box.right() - 150, box.bottom() - 176, 150, 176}, "attract_drop");

    const float x = box.x + 16;
    const float width = box.w - 32;
    float y = box.y + 18;
    if (const std::string words = slogan(session.house); !words.empty()) {
        y = frame
                .text({x, y, width, 14}, words,
                      {.size = ui::TextSize::large, .ink = ui::Ink::on_action, .max_lines = 1})
                .bottom() +
            7;
    }
    const auto [welcome, or_else] = invitation(session);
    y = frame
            .text({x, y, width, 130}, welcome,
                  {.weight = ui::Weight::bold,
                   .ink = ui::Ink::on_action,
                   .capital_mm = capital_that_fits(frame, welcome, width, 20, 12),
                   .role = ui::Role::heading})
            .bottom() +
        9;
    if (!or_else.empty()) {
        frame.text({x, y, width, 50}, or_else,
                   {.size = ui::TextSize::large, .ink = ui::Ink::on_action});
    }

    float pill_y = box.bottom() - 20 - 18;
    // Cut off, this terminal knows only its own donors: it does not guess how long the line is.
    if (session.link == flow::Link::online) {
        frame.pill(x, pill_y, waiting_now(session), ui::Ground::action_pressed, ui::Ink::on_action,
                   "clock", ui::TextSize::body);
        pill_y -= 22;
    }
    if (!session.house.blood_needed.empty()) {
        frame.pill(x, pill_y, needed_today(session.house), ui::Ground::action_pressed,
                   ui::Ink::on_action, "drop", ui::TextSize::body);
    }
}

} // namespace

void attract(ui::Frame& frame, const View& view) {
    frame.screen("attract");
    draw_head(frame, view);
    const ui::Metrics& metrics = frame.metrics();
    const ui::Rect area = frame.area();
    const float width = area.w - 2 * metrics.margin_mm;
    const float below_head = draw_remarks(frame, view, 38);
    const float answers_top = area.h - 92;
    draw_invitation(frame, view,
                    {metrics.margin_mm, below_head + 2, width, answers_top - 12 - below_head});

    const ui::Rect start{metrics.margin_mm, answers_top, width, metrics.main_button_mm + 8};
    if (frame.button("start", start, tr("Touch here to begin"),
                     {.kind = ui::ButtonKind::primary, .size = ui::TextSize::large})) {
        view.emit(flow::donor::StartTapped{});
    }
    draw_help_button(frame, view, {metrics.margin_mm, area.h - 46, width, 24});
}

} // namespace rexue::screens::donor
