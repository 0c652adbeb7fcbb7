#include <optional>
#include <string>

#include "kiosk/rules/identity/masking.h"
#include "kiosk/screens/donor/chrome.h"
#include "kiosk/screens/donor/page.h"
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
    if (visit.typed && !visit.donor) {
        const auto& typed = *visit.typed;
        const bool whole = typed.name_by == flow::donor::NameBy::donor;
        return {.name = whole ? identity::mask_name(typed.name)
                              : std::string(tr("Our staff complete your name")),
                .number = identity::mask_number(typed.number)};
    }
    if (visit.donor)
        return {.name = visit.donor->masked_name.str(), .number = visit.donor->masked_number.str()};
    return {.name = std::string(tr("Holder of this honour card")),
            .number = identity::mask_number(visit.card_number)};
}

// What the document is worth today.
std::optional<Remark> document_word(const View& view) {
    const auto& document = view.session.visit.document;
    if (view.session.visit.typed) {
        return Remark{.icon = "card", .text = tr("Please show your document to our staff later")};
    }
    if (!document) {
        return Remark{.icon = "star",
                      .text = tr("Honour card"),
                      .ground = ui::Ground::honour,
                      .ink = ui::Ink::honour};
    }
    const auto today = base::local_time(view.now.wall, view.session.house.utc_offset).date;
    switch (identity::validity_on(*document, today)) {
        case identity::Validity::expired:
            return Remark{.icon = "warning",
                          .text = tr("Card expired: please show it to our staff")};
        case identity::Validity::not_yet:
            return Remark{.icon = "warning",
                          .text = tr("Card not valid yet: please show it to our staff")};
        case identity::Validity::valid:
            return Remark{.icon = "check",
                          .text = tr("Card is valid"),
                          .ground = ui::Ground::done,
                          .ink = ui::Ink::done};
        case identity::Validity::unknown:
            return std::nullopt;
    }
    return std::nullopt;
}

// One word is a pill; a sentence has room to wrap.
float word_height(ui::Frame& frame, const Remark& word, float width_mm) {
    const ui::Size pill = frame.measure_pill(word.text, word.icon, ui::TextSize::body);
    return pill.w <= width_mm ? pill.h : remark_height(frame, word, width_mm);
}

void draw_word(ui::Frame& frame, const Remark& word, const ui::Rect& place) {
    const ui::Size pill = frame.measure_pill(word.text, word.icon, ui::TextSize::body);
    if (pill.w > place.w) return draw_remark(frame, word, place);
    frame.pill(place.x, place.y, word.text, word.ground, word.ink, word.icon, ui::TextSize::body);
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

// Name, number, what the document is worth: as tall as the words are.
void add_identity(ui::Frame& frame, const View& view, Page& page) {
    const float padding = is_low(view) ? 7 : 12;
    const ui::Metrics& metrics = frame.metrics();
    const float width = page.width() - 2 * padding;
    const Shown shown = shown_identity(view.session.visit);
    // A long name keeps its place: smaller, then on two lines.
    const float tall =
        capital_that_fits(frame, shown.name, width, metrics.title_mm * 1.55F, metrics.large_mm);
    // Stars cannot be read aloud, and a name is nobody else's business.
    const ui::TextLook name{.weight = ui::Weight::bold,
                            .capital_mm = tall,
                            .max_lines = 2,
                            .spoken = tr("Your name is on the screen, partly hidden.")};
    const ui::TextLook number{
        .capital_mm = capital_that_fits(frame, shown.number, width, metrics.large_mm,
                                        metrics.body_mm, ui::Weight::regular),
        .max_lines = 1,
        .spoken = ""};
    const auto word = document_word(view);
    constexpr float gap = 4;
    const float name_height = frame.measure(shown.name, width, name).h;
    const float number_height = frame.measure(shown.number, width, number).h;
    const float word_room = word ? gap + word_height(frame, *word, width) : 0;
    page.reading_matter().add(
        name_height + number_height + word_room + 2 * padding, [=, &frame](const ui::Rect& place) {
            frame.panel(place);
            const float x = place.x + padding;
            const float y = place.y + padding;
            frame.text({x, y, width, name_height + 1}, shown.name, name);
            frame.text({x, y + name_height, width, number_height + 1}, shown.number, number);
            if (!word) return;
            const float below = y + name_height + number_height + gap;
            draw_word(frame, *word, {x, below, width, word_room - gap});
        });
}

void add_record(ui::Frame& frame, const View& view, Page& page) {
    constexpr float padding = 9;
    const auto& visit = view.session.visit;
    const bool honoured = visit.recognition == Recognition::known;
    const ui::Ink ink = honoured ? ui::Ink::honour : ui::Ink::secondary;
    const float icon = frame.metrics().body_mm * 2.1F;
    const float width = page.width() - icon - 3 * padding;
    const std::string line = record_line(visit);
    const ui::TextLook line_look{.weight = ui::Weight::bold, .ink = ink};
    std::string last;
    if (visit.donor && visit.donor->last_donation) {
        last = say(tr("Last donation: {}"), full_date(*visit.donor->last_donation));
        if (visit.donor->last_intent) last += " · " + intent_words(*visit.donor->last_intent);
    }
    const float line_height = frame.measure(line, width, line_look).h;
    const float last_height = last.empty() ? 0 : frame.measure(last, width).h + 2;
    page.reading_matter().add_optional(
        line_height + last_height + 2 * padding, [=, &frame](const ui::Rect& place) {
            frame.panel(place, {.ground = honoured ? ui::Ground::honour : ui::Ground::card,
                                .border = !honoured});
            frame.icon({place.x + padding, place.y + padding, icon, icon},
                       honoured ? "star" : "heart", ink);
            const float x = place.x + icon + 2 * padding;
            const float y = place.y + padding;
            frame.text({x, y, width, line_height + 1}, line, line_look);
            if (!last.empty()) {
                frame.text({x, y + line_height + 2, width, last_height + 1}, last);
            }
        });
}

} // namespace

void confirm(ui::Frame& frame, const View& view) {
    Page page(frame, view,
              {.name = "confirm", .step = VisitStep::check_in, .back = BackButton::shown});
    page.question(tr("Is this you?"),
                  tr("To protect your privacy, only parts of name and number are shown"));
    add_identity(frame, view, page);
    add_record(frame, view, page);
    page.answer(
        {.id = "yes", .label = tr("Yes, this is me"), .event = flow::donor::ConfirmTapped{}});
    page.answer({.id = "no",
                 .label = tr("No, this is not me"),
                 .event = flow::donor::NotMeTapped{},
                 .kind = ui::ButtonKind::secondary});
    page.draw();
}

} // namespace rexue::screens::donor
