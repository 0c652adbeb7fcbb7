#include <algorithm>
#include <optional>

#include "kiosk/screens/donor/honour_words.h"
#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;
using ui::widgets::Tone;

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

Remark good(std::string_view words) {
    return {.tone = Tone::done, .words = words, .icon = "printer"};
}

Remark trouble(std::string_view words) {
    return {.tone = Tone::attention, .words = words, .icon = "printer"};
}

std::optional<Remark> paper_line(const Session& session) {
    if (session.slip == flow::donor::Slip::printed) return good(tr("Please take your slip."));
    if (session.printer == Printer::absent) return std::nullopt;
    if (session.printer == Printer::out_of_paper) {
        return trouble(calls_arrive(session)
                           ? tr("The printer is out of paper, our staff have been told. "
                                "Please remember your number.")
                           : tr("The printer is out of paper. Please remember your number, "
                                "or come to our desk."));
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
    if (!line) return "staff_at_desk";
    return line->tone == Tone::done ? "take_ticket" : "printer_trouble";
}

void add_pill(ui::Frame& frame, Page& page, std::string words, std::string_view icon,
              ui::Ground ground, ui::Ink ink, ui::TextSize size) {
    const float height = frame.measure_pill(words, icon, size).h;
    page.content().add_optional(
        height, [=, &frame, words = std::move(words)](const ui::Rect& place) {
            const float width = frame.measure_pill(words, icon, size).w;
            frame.pill(place.centre_x() - width / 2, place.y, words, ground, ink, icon, size);
        });
}

// The number is read from two metres: as large as there is room for.
void add_number(ui::Frame& frame, Page& page, const std::string& ticket, bool low) {
    const float most = low ? 24 : 52;
    const std::string spoken = say(tr("Your number is {}"), ticket);
    page.text(ticket, {.weight = ui::Weight::bold,
                       .ink = ui::Ink::action,
                       .align = ui::Align::centre,
                       .capital_mm = capital_that_fits(frame, ticket, page.width(), most, 20),
                       .max_lines = 1,
                       .role = ui::Role::heading,
                       .value = "ticket",
                       .spoken = spoken});
}

// One of them; the others are on the donor's own page.
void add_moment(const View& view, Page& page) {
    const auto moments = flow::donor::celebrated(view.session.visit, view.session.house);
    if (moments.empty()) return;
    const std::string words = moment_words(moments.front());
    const std::string detail = with_doubt(offer_words(moments.front()), moments.front().verified);
    page.banner({.tone = Tone::honour, .words = words, .detail = detail, .icon = "heart"},
                is_low(view) ? Presence::optional : Presence::required);
}

} // namespace

void ticket(ui::Frame& frame, const View& view) {
    const auto& visit = view.session.visit;
    Page page(frame, view, {.name = "ticket", .step = VisitStep::ticket, .content = Content::read});
    add_pill(frame, page, std::string(tr("You are checked in")), "check", ui::Ground::done,
             ui::Ink::done, ui::TextSize::body);
    page.text(tr("Your number"),
              {.ink = ui::Ink::secondary, .align = ui::Align::centre, .spoken = ""},
              Presence::optional);
    add_number(frame, page, visit.ticket, is_low(view));
    const ui::Metrics& metrics = frame.metrics();
    const auto lines = wait_lines(visit.wait);
    const std::string wait =
        lines.size() == 1 ? lines.front() : say(tr("{0}, {1}"), lines[0], lines[1]);
    page.text(wait, {.weight = ui::Weight::bold,
                     .align = ui::Align::centre,
                     .capital_mm = capital_that_fits(frame, wait, page.width(), metrics.large_mm,
                                                     metrics.body_mm)});
    page.text(where_to_go(view.session.house),
              {.ink = ui::Ink::secondary, .align = ui::Align::centre},
              is_low(view) ? Presence::optional : Presence::required);
    add_moment(view, page);
    if (visit.intent) {
        add_pill(frame, page, intent_words(*visit.intent), "drop", ui::Ground::action_tint,
                 ui::Ink::action, ui::TextSize::body);
    }
    page.picture(picture_of(view.session), 24, 70);
    if (const auto line = paper_line(view.session)) page.banner(*line);
    page.answer({.id = "done", .label = tr("All right"), .event = flow::donor::DoneTapped{}});
    if (visit.honours) {
        page.answer({.id = "honours",
                     .label = tr("My honours"),
                     .event = flow::donor::HonoursTapped{},
                     .kind = ui::ButtonKind::secondary});
    }
    page.draw();
}

} // namespace rexue::screens::donor
