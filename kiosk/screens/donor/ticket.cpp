#include <algorithm>
#include <optional>

#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

using flow::donor::Printer;

std::string where_to_go(const flow::House& house) {
    const std::string stage = house.stages.empty() ? std::string() : house.stages.front();
    const auto first = std::ranges::find(house.service_points, stage, &flow::ServicePoint::stage);
    if (first == house.service_points.end()) {
        return std::string(tr("Please take a seat. We call your number."));
    }
    if (flow::points_of(house, stage) > 1) {
        return say(tr("Please take a seat. The board shows which desk calls you ({})."),
                   stage_name(stage));
    }
    return say(tr("Please take a seat. When your number is called: {}"), point_name(*first));
}

struct PaperLine {
    std::string_view icon;
    std::string_view text;
    ui::Ground ground;
    ui::Ink ink;
};

PaperLine good(std::string_view text) {
    return {"printer", text, ui::Ground::done, ui::Ink::done};
}

PaperLine trouble(std::string_view text) {
    return {"printer", text, ui::Ground::attention, ui::Ink::attention};
}

std::optional<PaperLine> paper_line(const Session& session) {
    if (session.slip == flow::donor::Slip::printed) return good(tr("Please take your slip."));
    if (session.printer == Printer::absent) return std::nullopt;
    if (session.printer == Printer::out_of_paper) {
        return trouble(
            tr("The printer is out of paper, our staff have been told. "
               "Please remember your number."));
    }
    if (session.printer == Printer::broken || session.slip == flow::donor::Slip::failed) {
        return trouble(
            tr("The printer does not work just now. "
               "Please remember your number."));
    }
    return good(tr("Your slip is being printed."));
}

// A hand that takes a slip only where there is one to take.
std::string_view picture_of(const Session& session) {
    const auto line = paper_line(session);
    if (!line) return "heart_house";
    return line->ground == ui::Ground::done ? "take_ticket" : "printer_trouble";
}

void draw_paper_line(ui::Frame& frame, const View& view, float y) {
    const auto line = paper_line(view.session);
    if (!line) return;
    const ui::Metrics& metrics = frame.metrics();
    const ui::Rect box{metrics.margin_mm, y, frame.area().w - 2 * metrics.margin_mm, 30};
    frame.panel(box, {.ground = line->ground, .border = false});
    frame.icon({box.x + 8, box.centre_y() - 6, 12, 12}, line->icon, line->ink);
    const float text_width = box.w - 36;
    const ui::TextLook look{.ink = line->ink, .role = ui::Role::status};
    const float height = frame.measure(line->text, text_width, look).h;
    frame.text({box.x + 26, box.centre_y() - height / 2, text_width, height + 1}, line->text, look);
}

} // namespace

void ticket(ui::Frame& frame, const View& view) {
    frame.screen("ticket");
    draw_head(frame, view);
    const ui::Metrics& metrics = frame.metrics();
    const ui::Rect area = frame.area();
    const auto& visit = view.session.visit;
    const float width = area.w - 2 * metrics.margin_mm;
    const float x = metrics.margin_mm;

    const ui::Size done =
        frame.measure_pill(tr("You are checked in"), "check", ui::TextSize::large);
    frame.pill(area.centre_x() - done.w / 2, 46, tr("You are checked in"), ui::Ground::done,
               ui::Ink::done, "check", ui::TextSize::large);
    frame.text(
        {x, 76, width, 14}, tr("Your number"),
        {.size = ui::TextSize::large, .ink = ui::Ink::secondary, .align = ui::Align::centre});
    const ui::Rect number = frame.text({x, 92, width, 84}, visit.ticket,
                                       {.weight = ui::Weight::bold,
                                        .ink = ui::Ink::action,
                                        .align = ui::Align::centre,
                                        .capital_mm = visit.ticket.size() > 4 ? 46.0F : 56.0F,
                                        .max_lines = 1,
                                        .role = ui::Role::heading,
                                        .value = "ticket"});
    float y = number.bottom() + 10;
    y = frame
            .text({x, y, width, 16},
                  say(tr("{0}, {1}"), people_ahead(visit.wait.people_ahead),
                      minutes_to_expect(visit.wait)),
                  {.size = ui::TextSize::large,
                   .weight = ui::Weight::bold,
                   .align = ui::Align::centre})
            .bottom() +
        6;
    y = frame
            .text({x, y, width, 30}, where_to_go(view.session.house),
                  {.ink = ui::Ink::secondary, .align = ui::Align::centre})
            .bottom() +
        8;
    if (visit.intent) {
        const std::string what = intent_words(*visit.intent);
        const ui::Size size = frame.measure_pill(what, "drop", ui::TextSize::body);
        y = frame
                .pill(area.centre_x() - size.w / 2, y, what, ui::Ground::action_tint,
                      ui::Ink::action, "drop", ui::TextSize::body)
                .bottom() +
            8;
    }
    frame.image({area.centre_x() - 50, y, 100, 70}, picture_of(view.session));
    draw_paper_line(frame, view, y + 76);

    const ui::Rect answers = answers_area(frame);
    const float height = metrics.main_button_mm + 8;
    if (frame.button("done", {x, answers.bottom() - height, width, height}, tr("All right"),
                     {.kind = ui::ButtonKind::primary, .size = ui::TextSize::large})) {
        view.emit(flow::donor::DoneTapped{});
    }
    draw_foot(frame, view, VisitStep::ticket, BackButton::hidden);
}

} // namespace rexue::screens::donor
