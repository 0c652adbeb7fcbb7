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
using ui::widgets::Tone;

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
        return Remark{.tone = Tone::attention,
                      .words = tr("Please show your document to our staff later"),
                      .icon = "card"};
    }
    if (!document) {
        return Remark{.tone = Tone::honour, .words = tr("Honour card"), .icon = "star"};
    }
    const auto today = flow::date_in(view.session.house, view.now.wall);
    switch (identity::validity_on(*document, today)) {
        case identity::Validity::expired:
            return Remark{.tone = Tone::attention,
                          .words = tr("Card expired: please show it to our staff"),
                          .icon = "warning"};
        case identity::Validity::not_yet:
            return Remark{.tone = Tone::attention,
                          .words = tr("Card not valid yet: please show it to our staff"),
                          .icon = "warning"};
        case identity::Validity::valid:
            return Remark{.tone = Tone::done, .words = tr("Card is valid"), .icon = "check"};
        case identity::Validity::unknown:
            return std::nullopt;
    }
    return std::nullopt;
}

// One word is a pill; a sentence has room to wrap.
float word_height(ui::Frame& frame, const Remark& word, float width_mm) {
    const ui::Size pill = frame.measure_pill(word.words, word.icon, ui::TextSize::body);
    return pill.w <= width_mm ? pill.h : ui::widgets::banner_height(frame, width_mm, word);
}

void draw_word(ui::Frame& frame, const Remark& word, const ui::Rect& place) {
    const ui::Size pill = frame.measure_pill(word.words, word.icon, ui::TextSize::body);
    if (pill.w > place.w) return ui::widgets::banner(frame, place, word);
    const auto look = ui::widgets::look_of(word.tone);
    frame.pill(place.x, place.y, word.words, look.ground, look.ink, word.icon, ui::TextSize::body);
}

std::string record_line(const flow::donor::Visit& visit) {
    if (visit.donor && visit.donor->booked_today) {
        return std::string(tr("You have booked for today"));
    }
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
    page.content().add(
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

void add_record(const View& view, Page& page) {
    const auto& visit = view.session.visit;
    const bool honoured = visit.recognition == Recognition::known;
    std::string last;
    if (visit.donor && visit.donor->last_donation) {
        last = say(tr("Last donation: {}"), full_date(*visit.donor->last_donation));
        if (visit.donor->last_intent) last += " · " + intent_words(*visit.donor->last_intent);
    }
    page.banner({.tone = honoured ? Tone::honour : Tone::calm,
                 .words = record_line(visit),
                 .detail = last,
                 .icon = honoured ? "star" : "heart"},
                Presence::optional);
}

} // namespace

void confirm(ui::Frame& frame, const View& view) {
    Page page(frame, view,
              {.name = "confirm",
               .step = VisitStep::check_in,
               .back = BackButton::shown,
               .content = Content::read});
    page.question(tr("Is this you?"),
                  tr("To protect your privacy, only parts of name and number are shown"));
    add_identity(frame, view, page);
    add_record(view, page);
    page.answer(
        {.id = "yes", .label = tr("Yes, this is me"), .event = flow::donor::ConfirmTapped{}});
    page.answer({.id = "no",
                 .label = tr("No, this is not me"),
                 .event = flow::donor::NotMeTapped{},
                 .kind = ui::ButtonKind::secondary});
    page.draw();
}

} // namespace rexue::screens::donor
