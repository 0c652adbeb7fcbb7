// What the donor has come to, a ledger a page: awards, honour card and benefits, blood-fee relief.
// Gold is kept for what is reached and celebrated.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/screens/benefit_words.h"
#include "kiosk/screens/donor/honour_words.h"
#include "kiosk/screens/donor/page.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using flow::donor::HonoursPage;
using flow::donor::MyHonours;
using ui::tr;
using ui::widgets::Tone;

namespace {

constexpr size_t pages = 3;

void add_note(Page& page, const std::string& words) {
    page.text(words, {.ink = ui::Ink::secondary}, Presence::optional);
}

// A donor whose record is not there sees how it begins.
void add_beginning(const View& view, const MyHonours& mine, Page& page) {
    if (view.session.visit.recognition == flow::donor::Recognition::known) return;
    page.banner({.tone = Tone::calm,
                 .words = mine.is_history_known
                              ? tr("It begins with the first donation")
                              : tr("Your record is not at hand just now. This is how it begins."),
                 .icon = "heart"});
}

void add_moments(const View& view, Page& page) {
    for (const honour::Moment& moment :
         flow::donor::celebrated(view.session.visit, view.session.house)) {
        const std::string words = moment_words(moment);
        const std::string detail = with_doubt(offer_words(moment), moment.verified);
        page.banner({.tone = Tone::honour, .words = words, .detail = detail, .icon = "heart"},
                    Presence::optional);
    }
}

std::string so_far(const MyHonours& mine, const honour::AwardLine& line) {
    if (!mine.is_history_known || !line.have || !line.next || !line.next->at) return {};
    // Half a count reaches nothing yet.
    return say(tr("So far {0} of {1}"), static_cast<int>(*line.have),
               static_cast<int>(*line.next->at));
}

bool is_begun(const honour::AwardLine& line) {
    return line.have.value_or(0) > 0 || !line.reached.empty();
}

void add_reached(const honour::AwardLine& line, Page& page) {
    if (line.reached.empty()) return;
    const honour::Reached& best = line.reached.back();
    const std::string title = in_shown_language(best.title);
    const std::string words =
        best.times > 1
            ? say(ui::tr_n("Reached {1} time: {0}", "Reached {1} times: {0}", best.times), title,
                  best.times)
            : say(tr("Reached: {}"), title);
    const std::string since =
        best.since ? say(tr("For the first time on {}"), full_date(*best.since)) : std::string();
    page.banner({.tone = Tone::honour,
                 .words = words,
                 .detail = with_doubt(since, best.verified),
                 .icon = "medal"},
                Presence::optional);
}

void add_next(const MyHonours& mine, const honour::AwardLine& line, Page& page, Presence presence) {
    if (!line.next) return;
    const std::string words = next_words(*line.next, line.measure);
    if (words.empty()) return;
    const std::string detail = with_doubt(so_far(mine, line), line.next->verified);
    page.banner({.tone = Tone::calm, .words = words, .detail = detail, .icon = "arrow_right"},
                presence);
}

// The first ladder is the country's: what it still takes is always there to see.
void awards(const View& view, const MyHonours& mine, Page& page) {
    const auto& lines = mine.ledgers.awards.lines;
    page.question(tr("My honours: awards"));
    page.progress(say(tr("Page {0} of {1}"), 1, pages), 1, pages);
    add_beginning(view, mine, page);
    if (!lines.empty()) {
        add_next(mine, lines.front(), page, Presence::required);
        add_reached(lines.front(), page);
    }
    add_moments(view, page);
    if (mine.counts_per_unit) {
        add_note(page, say(ui::tr_n("For awards, 1 unit of platelets is {} count.",
                                    "For awards, 1 unit of platelets is {} counts.",
                                    *mine.counts_per_unit),
                           *mine.counts_per_unit));
    }
    for (size_t i = 1; i < lines.size(); ++i) {
        const bool is_near = is_begun(lines[i]) || lines[i].place;
        if (!is_near) continue;
        add_next(mine, lines[i], page, Presence::optional);
        if (!lines[i].next) add_reached(lines[i], page);
    }
}

std::string validity(const MyHonours& mine, const honour::CardLine& card) {
    std::string words;
    if (card.valid_in) {
        const honour::BenefitBook* place = mine.rules->catalogue().of_place(card.valid_in->place);
        if (place != nullptr) words = say(tr("Valid in {}"), in_shown_language(place->title));
    }
    if (card.lasts) {
        words = words.empty() ? std::string(tr("for life"))
                              : say(tr("{0} · {1}"), words, tr("for life"));
    }
    return words;
}

void add_card(const MyHonours& mine, const honour::CardLine& card, Page& page, Presence presence) {
    const std::string title = in_shown_language(card.title);
    if (card.held) {
        const std::string words = say(tr("You qualify for: {}"), title);
        page.banner({.tone = Tone::honour,
                     .words = words,
                     .detail = with_doubt(validity(mine, card), card.verified),
                     .icon = "medal"},
                    presence);
        return;
    }
    const std::string missing = card.ways ? missing_words(*card.ways, *mine.rules) : std::string();
    const std::string detail = missing.empty() ? std::string(tr("Please ask our staff"))
                                               : say(tr("Still missing: {}"), missing);
    page.banner({.tone = Tone::calm,
                 .words = title,
                 .detail = with_doubt(detail, card.verified),
                 .icon = "arrow_right"},
                presence);
}

// A kind a row; where they do not all fit, one that counts them.
void add_benefits(const MyHonours& mine, Page& page) {
    const std::vector<BenefitRow> rows = benefit_rows(mine.benefits);
    if (rows.empty()) return;
    const std::string heading = mine.benefits_as_of ? say(tr("Your benefits here today, as of {}"),
                                                          full_date(*mine.benefits_as_of))
                                                    : std::string(tr("Your benefits here today"));
    std::vector<std::string> details;
    for (const BenefitRow& row : rows)
        details.push_back(with_doubt(row.words, row.verified));
    std::vector<ui::widgets::Banner> banners;
    for (size_t i = 0; i < rows.size(); ++i) {
        banners.push_back({.tone = Tone::calm,
                           .words = kind_words(rows[i].kind),
                           .detail = details[i],
                           .icon = icon_of(rows[i].kind)});
    }
    if (page.list_if_room(heading, banners)) return;
    const bool verified = std::ranges::all_of(rows, &BenefitRow::verified);
    const std::string summary = with_doubt(benefit_summary(rows), verified);
    page.banner({.tone = Tone::calm, .words = heading, .detail = summary, .icon = "heart"},
                Presence::optional);
}

// A city's own card gives more there than its province's.
bool is_of_a_city(const honour::CardLine& card) {
    return card.valid_in && !card.valid_in->place.ends_with("0000");
}

void card(const MyHonours& mine, Page& page) {
    page.question(tr("My honours: honour card"));
    page.progress(say(tr("Page {0} of {1}"), 2, pages), 2, pages);
    auto cards = mine.ledgers.honour_card;
    std::ranges::stable_sort(cards, std::ranges::greater(), [](const honour::CardLine& card) {
        return std::pair(card.held, is_of_a_city(card));
    });
    if (cards.empty()) {
        page.banner({.tone = Tone::calm,
                     .words = tr("This place has no honour card that we know of"),
                     .detail = tr("Please ask our staff")});
    } else {
        add_card(mine, cards.front(), page, Presence::required);
    }
    add_benefits(mine, page);
    for (size_t i = 1; i < cards.size(); ++i)
        add_card(mine, cards[i], page, Presence::optional);
}

void add_relief(const honour::ReliefLine& line, Page& page, Presence presence) {
    std::string detail = line.title ? in_shown_language(*line.title) : std::string();
    if (line.next) {
        const std::string next = next_words(*line.next, honour::Measure::volume_ml);
        if (detail.empty()) detail = next.empty() ? in_shown_language(line.next->title) : next;
    }
    const bool gives = line.gives != honour::Gives::nothing;
    page.banner({.tone = gives ? Tone::honour : Tone::calm,
                 .words = relief_words(line),
                 .detail = with_doubt(detail, line.verified.value_or(true)),
                 .icon = line.whom == honour::Whom::donor ? "drop" : "heart"},
                presence);
}

void relief(const MyHonours& mine, Page& page) {
    const honour::ReliefLedger& ledger = mine.ledgers.fee_relief;
    page.question(tr("My honours: blood-fee relief"));
    page.progress(say(tr("Page {0} of {1}"), 3, pages), 3, pages);
    if (!ledger.book) {
        page.banner({.tone = Tone::attention,
                     .words = tr("What this province gives is not known here"),
                     .detail = tr("Please ask our staff")});
    }
    for (const honour::ReliefLine& line : ledger.lines) {
        add_relief(line, page,
                   line.whom == honour::Whom::donor ? Presence::required : Presence::optional);
    }
    if (mine.is_history_known) {
        add_note(page, say(tr("As relief counts, you have given {} mL."), ledger.volume_ml));
    }
    if (ledger.platelets && ledger.platelets->units > 0) {
        add_note(page, with_doubt(say(tr("For relief, 1 unit of platelets is {} mL."),
                                      ledger.platelets->ml / ledger.platelets->units),
                                  ledger.platelets->verified));
    }
    const bool is_limited =
        std::ranges::count(ledger.lines, honour::Gives::times, &honour::ReliefLine::gives) > 0;
    if (is_limited) add_note(page, std::string(tr("What was claimed before is not taken off.")));
}

std::string_view next_label(HonoursPage page) {
    switch (page) {
        case HonoursPage::awards:
            return tr("Next: honour card");
        case HonoursPage::card:
            return tr("Next: blood-fee relief");
        case HonoursPage::relief:
            return tr("Go on with my visit");
    }
    return {};
}

} // namespace

void honours(ui::Frame& frame, const View& view) {
    const auto& visit = view.session.visit;
    REXUE_ASSERT(visit.honours != nullptr);
    const MyHonours& mine = *visit.honours;
    Page page(frame, view,
              {.name = "honours",
               .step = visit.ticket.empty() ? VisitStep::check_in : VisitStep::ticket,
               .back = BackButton::shown,
               .content = Content::read});
    // Answers first: the rest is told what room they leave.
    page.answer({.id = "next",
                 .label = next_label(visit.honours_page),
                 .event = flow::donor::ContinueTapped{}});
    if (visit.honours_page != HonoursPage::relief) {
        page.answer({.id = "done",
                     .label = tr("Go on with my visit"),
                     .event = flow::donor::DoneTapped{},
                     .kind = ui::ButtonKind::secondary});
    }
    switch (visit.honours_page) {
        case HonoursPage::awards:
            awards(view, mine, page);
            break;
        case HonoursPage::card:
            card(mine, page);
            break;
        case HonoursPage::relief:
            relief(mine, page);
            break;
    }
    page.draw();
}

} // namespace rexue::screens::donor
