#include "kiosk/flow/volunteer/transition.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rexue::flow::volunteer {

namespace {

using Handler = void (*)(Outcome&, const Event&, const Now&);

constexpr int text_steps = 4;

void arm_idle(Session& session, const Now& now) {
    session.idle_at.reset();
    if (session.state != State::scan) session.idle_at = now.steady + card_idle;
}

// Nothing of the last holder stays.
void next_card(Outcome& outcome, const Event&, const Now& now) {
    Session& session = outcome.session;
    session.card.reset();
    session.awards.clear();
    session.place.clear();
    session.sheet = Sheet::none;
    session.notice.reset();
    session.state = State::scan;
    arm_idle(session, now);
    outcome.effects.emplace_back(Forget{});
}

void verify_code(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.notice.reset();
    outcome.effects.emplace_back(VerifyCode{.text = std::get<CodeScanned>(event).text});
}

// What only the centre can know of a phone's code.
void doubt_without_centre(Session& session) {
    if (session.card->source != Source::live_code) return;
    session.card->doubts.push_back(Doubt::centre_not_asked);
}

void show_card(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    session.card = std::get<CardVerified>(event).card;
    session.awards.clear();
    session.place.clear();
    session.state = State::card;
    arm_idle(session, now);
    // A card says what was so when it was issued; the centre's record says what is missing today,
    // and of a phone's code, who its holder is.
    const bool counts = session.card->verdict == Verdict::valid && session.card->holder;
    if (!counts) return;
    if (session.link != Link::online) return doubt_without_centre(session);
    outcome.effects.emplace_back(
        LookUp{.by = LookUp::By::honour_card, .number = session.card->holder->card_number});
}

// Back to the verdict, whatever was being read: it is another now.
void judge_anew(Session& session, Verdict verdict) {
    session.card->verdict = verdict;
    session.state = State::card;
    session.awards.clear();
}

void shown_elsewhere(Outcome& outcome, const Event&, const Now&) {
    if (!outcome.session.card || outcome.session.card->source != Source::live_code) return;
    judge_anew(outcome.session, Verdict::seen_elsewhere);
}

void look_up_document(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    session.notice.reset();
    if (session.link != Link::online) {
        session.notice = Notice::centre_away;
        return;
    }
    session.state = State::looking_up;
    arm_idle(session, now);
    outcome.effects.emplace_back(LookUp{.by = LookUp::By::document,
                                        .number = std::get<DocumentRead>(event).document.number});
}

void document_corrupt(Outcome& outcome, const Event&, const Now&) {
    outcome.session.notice = Notice::card_unreadable;
}

void look_up_ended(Outcome& outcome, Notice notice, const Now& now) {
    Session& session = outcome.session;
    if (session.state != State::looking_up) return; // a card stands by itself
    session.state = State::scan;
    session.notice = notice;
    arm_idle(session, now);
}

// What the record says is held: of the honour cards the last, which is the nearest and highest.
Holder holder_of(const honour::Ledgers& ledgers, base::SecretText name) {
    Holder holder{.name = std::move(name)};
    for (const honour::HeldAward& award : honour::held_awards(ledgers.awards))
        holder.awards.push_back(award.rule);
    for (const honour::CardLine& line : ledgers.honour_card) {
        if (line.held) holder.tier = line.rule;
    }
    return holder;
}

void holder_found(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    const auto& found = std::get<HolderFound>(event);
    if (session.honours == nullptr) return look_up_ended(outcome, Notice::record_unclear, now);
    const honour::Ledgers ledgers = session.honours->ledgers(found.record, nullptr);
    session.awards = ledgers.awards.lines;
    if (session.state == State::looking_up) {
        const Holder holder = holder_of(ledgers, found.name);
        session.card = Card{.verdict = holder.tier.empty() ? Verdict::nothing_held : Verdict::valid,
                            .source = Source::id_card,
                            .holder = holder,
                            .doubts = {}};
        session.state = State::card;
        return arm_idle(session, now);
    }
    // A phone's code says the number alone.
    if (!session.card || !session.card->holder) return;
    if (session.card->verdict != Verdict::valid) return; // judged anew meanwhile
    Holder& holder = *session.card->holder;
    if (session.card->source == Source::live_code) {
        base::SecretText number = holder.card_number;
        holder = holder_of(ledgers, found.name);
        holder.card_number = std::move(number);
    }
}

void holder_unknown(Outcome& outcome, const Event&, const Now& now) {
    const auto& card = outcome.session.card;
    // This server's keys made the phone's code, and it knows the number no more: withdrawn.
    if (card && card->source == Source::live_code && card->verdict == Verdict::valid) {
        return judge_anew(outcome.session, Verdict::revoked);
    }
    // A paper card's number goes when it is withdrawn, or its record is another server's.
    if (card && card->source == Source::printed_code && card->verdict == Verdict::valid) {
        outcome.session.card->doubts.push_back(Doubt::unknown_at_centre);
    }
    look_up_ended(outcome, Notice::donor_unknown, now);
}

void record_unclear(Outcome& outcome, const Event&, const Now& now) {
    look_up_ended(outcome, Notice::record_unclear, now);
}

void look_up_failed(Outcome& outcome, const Event&, const Now& now) {
    Session& session = outcome.session;
    if (session.card && session.card->verdict == Verdict::valid) doubt_without_centre(session);
    look_up_ended(outcome, Notice::centre_away, now);
}

void see_places(Outcome& outcome, const Event&, const Now& now) {
    outcome.session.state = State::places;
    arm_idle(outcome.session, now);
}

void choose_place(Outcome& outcome, const Event& event, const Now& now) {
    outcome.session.place = std::get<PlaceTapped>(event).place;
    outcome.session.state = State::card;
    arm_idle(outcome.session, now);
}

// From a place's list to where it was asked for.
void leave_places(Outcome& outcome, const Event& event, const Now& now) {
    if (!outcome.session.card) return next_card(outcome, event, now);
    outcome.session.state = State::card;
    arm_idle(outcome.session, now);
}

void leave_benefits(Outcome& outcome, const Event&, const Now& now) {
    outcome.session.state = State::card;
    arm_idle(outcome.session, now);
}

void see_benefits(Outcome& outcome, const Event& event, const Now& now) {
    outcome.session.kind = std::get<KindTapped>(event).kind;
    outcome.session.state = State::benefits;
    arm_idle(outcome.session, now);
}

void print(Outcome& outcome, const Event&, const Now& now) {
    Session& session = outcome.session;
    if (session.printer != Printer::ready || session.sheet == Sheet::printing) return;
    session.sheet = Sheet::printing;
    arm_idle(session, now);
    outcome.effects.emplace_back(PrintSheet{});
}

void sheet_done(Outcome& outcome, const Event& event, const Now&) {
    if (outcome.session.sheet != Sheet::printing) return;
    const bool printed = std::get<SheetDone>(event).printed;
    outcome.session.sheet = printed ? Sheet::printed : Sheet::failed;
}

void touched(Outcome& outcome, const Event&, const Now& now) {
    arm_idle(outcome.session, now);
}

void ticked(Outcome& outcome, const Event& event, const Now& now) {
    const auto& idle_at = outcome.session.idle_at;
    if (idle_at && now.steady >= *idle_at) next_card(outcome, event, now);
}

void use_language(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.language = std::get<LanguageTapped>(event).language;
    outcome.effects.emplace_back(UseLanguage{.language = outcome.session.language});
}

void use_larger_text(Outcome& outcome, const Event&, const Now&) {
    outcome.session.text_step = (outcome.session.text_step + 1) % text_steps;
    outcome.effects.emplace_back(UseText{.step = outcome.session.text_step});
}

template <typename Changed, auto member, auto place>
void take(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.*place = std::get<Changed>(event).*member;
}

template <typename E>
constexpr size_t on = kind_of<Event, E>();

using S = State;
using TableRow = Row<State, Handler>;

constexpr std::array table{
    TableRow{S::scan, on<CodeScanned>, verify_code},
    TableRow{S::scan, on<CardVerified>, show_card},
    TableRow{S::scan, on<DocumentRead>, look_up_document},
    TableRow{S::scan, on<DocumentCorrupt>, document_corrupt},
    TableRow{S::scan, on<PlacesTapped>, see_places},

    // A code that was read just before: it is used up by now.
    TableRow{S::looking_up, on<CardVerified>, show_card},
    TableRow{S::places, on<CardVerified>, show_card},

    TableRow{S::looking_up, on<HolderFound>, holder_found},
    TableRow{S::looking_up, on<HolderUnknown>, holder_unknown},
    TableRow{S::looking_up, on<RecordUnclear>, record_unclear},
    TableRow{S::looking_up, on<LookUpFailed>, look_up_failed},
    TableRow{S::looking_up, on<NextTapped>, next_card},

    TableRow{S::card, on<NextTapped>, next_card},
    TableRow{S::card, on<HolderFound>, holder_found},
    TableRow{S::card, on<HolderUnknown>, holder_unknown},
    TableRow{S::card, on<RecordUnclear>, look_up_failed},
    TableRow{S::card, on<LookUpFailed>, look_up_failed},
    TableRow{S::card, on<CodeShownElsewhere>, shown_elsewhere},
    TableRow{S::card, on<PlacesTapped>, see_places},
    TableRow{S::card, on<KindTapped>, see_benefits},
    TableRow{S::card, on<PrintTapped>, print},

    TableRow{S::benefits, on<HolderFound>, holder_found},
    TableRow{S::benefits, on<HolderUnknown>, holder_unknown},
    TableRow{S::benefits, on<RecordUnclear>, look_up_failed},
    TableRow{S::benefits, on<LookUpFailed>, look_up_failed},
    TableRow{S::benefits, on<CodeShownElsewhere>, shown_elsewhere},
    TableRow{S::benefits, on<BackTapped>, leave_benefits},
    TableRow{S::benefits, on<NextTapped>, next_card},
    TableRow{S::benefits, on<PrintTapped>, print},

    TableRow{S::places, on<HolderFound>, holder_found},
    TableRow{S::places, on<HolderUnknown>, holder_unknown},
    TableRow{S::places, on<RecordUnclear>, look_up_failed},
    TableRow{S::places, on<LookUpFailed>, look_up_failed},
    TableRow{S::places, on<CodeShownElsewhere>, shown_elsewhere},
    TableRow{S::places, on<PlaceTapped>, choose_place},
    TableRow{S::places, on<BackTapped>, leave_places},
    TableRow{S::places, on<NextTapped>, next_card},
};

constexpr std::array everywhere{
    Rule<Handler>{on<SheetDone>, sheet_done},
    Rule<Handler>{on<CameraChanged>, take<CameraChanged, &CameraChanged::camera, &Session::camera>},
    Rule<Handler>{on<ReaderChanged>, take<ReaderChanged, &ReaderChanged::reader, &Session::reader>},
    Rule<Handler>{on<PrinterChanged>,
                  take<PrinterChanged, &PrinterChanged::printer, &Session::printer>},
    Rule<Handler>{on<HonoursChanged>,
                  take<HonoursChanged, &HonoursChanged::honours, &Session::honours>},
    Rule<Handler>{on<TrustChanged>, take<TrustChanged, &TrustChanged::trust, &Session::trust>},
    Rule<Handler>{on<HouseChanged>, take<HouseChanged, &HouseChanged::house, &Session::house>},
    Rule<Handler>{on<LinkChanged>, take<LinkChanged, &LinkChanged::link, &Session::link>},
    Rule<Handler>{on<LanguageTapped>, use_language},
    Rule<Handler>{on<TextTapped>, use_larger_text},
    Rule<Handler>{on<Touched>, touched},
    Rule<Handler>{on<Ticked>, ticked},
};

} // namespace

bool is_handled(State state, size_t event_kind) {
    return find_handler(table, everywhere, state, event_kind) != nullptr;
}

Outcome transition(const Session& session, const Event& event, const Now& now) {
    return step<Effect>(table, everywhere, session, event, now);
}

std::optional<std::chrono::milliseconds> next_deadline(const Session& session) {
    return session.idle_at;
}

} // namespace rexue::flow::volunteer
