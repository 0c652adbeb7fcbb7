#include <string>

#include "kiosk/rules/identity/masking.h"
#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/fit.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using ui::tr;

namespace {

using flow::donor::Recognition;

struct Shown {
    std::string name;
    std::string number;
};

// The document in the hand speaks first; without one, what the server knows.
Shown shown_identity(const flow::donor::Visit& visit) {
    if (visit.document) {
        return {.name = identity::mask_name(visit.document->name),
                .number = identity::mask_number(visit.document->number)};
    }
    if (visit.donor)
        return {.name = visit.donor->masked_name.str(), .number = visit.donor->masked_number.str()};
    return {.name = std::string(tr("Holder of this honour card")),
            .number = identity::mask_number(visit.card_number)};
}

void draw_document_pill(ui::Frame& frame, const View& view, float x, float y) {
    const auto& document = view.session.visit.document;
    if (!document) {
        frame.pill(x, y, tr("Honour card"), ui::Ground::honour, ui::Ink::honour, "star");
        return;
    }
    const auto today = base::local_time(view.now.wall, view.session.house.utc_offset).date;
    switch (identity::validity_on(*document, today)) {
        case identity::Validity::expired:
            frame.pill(x, y, tr("Card expired: please show it to our staff"), ui::Ground::attention,
                       ui::Ink::attention, "warning");
            return;
        case identity::Validity::not_yet:
            frame.pill(x, y, tr("Card not valid yet: please show it to our staff"),
                       ui::Ground::attention, ui::Ink::attention, "warning");
            return;
        case identity::Validity::valid:
            frame.pill(x, y, tr("Card is valid"), ui::Ground::done, ui::Ink::done, "check");
            return;
        case identity::Validity::unknown:
            return;
    }
}

std::string record_line(const flow::donor::Visit& visit) {
    switch (visit.recognition) {
        case Recognition::first:
            return std::string(tr("Your first time with us. How good that you came!"));
        case Recognition::known:
            if (!visit.donor || visit.donor->donation_count == 0) {
                return std::string(tr("Welcome back"));
            }
            return say(
                ui::tr_n("You have given blood {} time. Thank you!",
                         "You have given blood {} times. Thank you!", visit.donor->donation_count),
                visit.donor->donation_count);
        default:
            return std::string(tr("Your record will be matched when the line is back."));
    }
}

float draw_identity(ui::Frame& frame, const View& view, float y) {
    const auto& visit = view.session.visit;
    const ui::Metrics& metrics = frame.metrics();
    const ui::Rect box{metrics.margin_mm, y, frame.area().w - 2 * metrics.margin_mm, 100};
    frame.panel(box);
    const float x = box.x + 14;
    const float width = box.w - 28;
    const Shown shown = shown_identity(visit);
    // A long name keeps its place: smaller, then on two lines.
    const float tall = capital_that_fits(frame, shown.name, width, 17, 9);
    const ui::Rect name =
        frame.text({x, box.y + 12, width, 34}, shown.name,
                   {.weight = ui::Weight::bold, .capital_mm = tall, .max_lines = 2});
    frame.text({x, name.bottom() + 7, width, 14}, shown.number,
               {.size = ui::TextSize::large, .max_lines = 1});
    draw_document_pill(frame, view, x, box.bottom() - 24);
    return box.bottom() + 6;
}

float draw_record(ui::Frame& frame, const View& view, float y) {
    const auto& visit = view.session.visit;
    const ui::Metrics& metrics = frame.metrics();
    const bool has_last = visit.donor && visit.donor->last_donation;
    const ui::Rect box{metrics.margin_mm, y, frame.area().w - 2 * metrics.margin_mm,
                       has_last ? 46.0F : 28.0F};
    const bool honoured = visit.recognition == Recognition::known;
    frame.panel(box,
                {.ground = honoured ? ui::Ground::honour : ui::Ground::card, .border = !honoured});
    const ui::Ink ink = honoured ? ui::Ink::honour : ui::Ink::secondary;
    frame.icon({box.x + 10, box.y + 8, 12, 12}, honoured ? "star" : "heart", ink);
    const float x = box.x + 28;
    const ui::Rect line = frame.text({x, box.y + 9, box.right() - x - 8, 18}, record_line(visit),
                                     {.weight = ui::Weight::bold, .ink = ink, .max_lines = 2});
    if (has_last) {
        std::string last = say(tr("Last donation: {}"), full_date(*visit.donor->last_donation));
        if (visit.donor->last_intent) last += " · " + intent_words(*visit.donor->last_intent);
        frame.text({x, line.bottom() + 4, box.right() - x - 8, 18}, last, {.max_lines = 1});
    }
    return box.bottom() + 6;
}

} // namespace

void confirm(ui::Frame& frame, const View& view) {
    frame.screen("confirm");
    draw_head(frame, view);
    float y = draw_question(frame, tr("Is this you?"),
                            tr("To protect your privacy, only parts of name and number are shown"));
    y = draw_remarks(frame, view, y);
    y = draw_identity(frame, view, y);
    draw_record(frame, view, y);

    const ui::Rect answers = answers_area(frame);
    const float height = (answers.h - frame.metrics().gap_mm) / 2;
    if (frame.button("yes", {answers.x, answers.y, answers.w, height}, tr("Yes, this is me"),
                     {.kind = ui::ButtonKind::primary, .size = ui::TextSize::large})) {
        view.emit(flow::donor::ConfirmTapped{});
    }
    if (frame.button("no", {answers.x, answers.bottom() - height, answers.w, height},
                     tr("No, this is not me"), {.size = ui::TextSize::large})) {
        view.emit(flow::donor::NotMeTapped{});
    }
    draw_foot(frame, view, VisitStep::check_in, BackButton::shown);
}

} // namespace rexue::screens::donor
