#include <utility>

#include "kiosk/flow/donor/handlers.h"
#include "kiosk/rules/identity/card_code.h"
#include "kiosk/rules/identity/number_check.h"

namespace rexue::flow::donor {

namespace {

void ask_server(Outcome& outcome, Entry entry, const base::SecretText& number, const Now& now) {
    outcome.session.state = State::looking_up;
    outcome.session.notice.reset();
    arm_idle(outcome.session, now); // here, for a lookup may take another's place
    outcome.effects.emplace_back(LookUp{.entry = entry, .number = number});
}

// A new card or code starts a new visit: what was on the screen was another's, and so was the
// language. False when this terminal may not take anybody in.
bool begin_visit(Outcome& outcome, const Now& now) {
    // While a number is typed nobody is there yet but whoever types it.
    const State state = outcome.session.state;
    if (state != State::attract && state != State::identify && state != State::typing_number) {
        forget_visit(outcome, now);
    }
    outcome.session.visit = Visit{};
    return !is_barred(outcome.session);
}

// A number alone is nobody's name: where the server cannot tell it, the donor does.
void show_who_it_is(Session& session) {
    session.state = session.visit.typed ? State::typing_name : State::confirm;
}

} // namespace

void show_identify(Outcome& outcome, const Event&, const Now&) {
    outcome.session.state = State::identify;
}

void take_document(Outcome& outcome, const Event& event, const Now& now) {
    const auto& document = std::get<DocumentRead>(event).document;
    const auto& shown = outcome.session.visit.document;
    // Laid down again in the visit it began: one donor, one number.
    if (shown && shown->number == document.number) return;
    if (!begin_visit(outcome, now)) return;
    outcome.session.visit.entry = Entry::identity_document;
    outcome.session.visit.document = document;
    ask_server(outcome, Entry::identity_document, document.number, now);
}

void note_corrupt_document(Outcome& outcome, const Event&, const Now& now) {
    say(outcome.session, Notice::card_unreadable, now);
}

void take_code(Outcome& outcome, const Event& event, const Now& now) {
    const auto code = identity::parse_card_code(std::get<CodeScanned>(event).text);
    if (!code) {
        // Where nobody was asked for a code, a stray one in view is nobody's business.
        if (outcome.session.state != State::attract && outcome.session.state != State::identify) {
            return;
        }
        switch (code.error()) {
            case identity::CodeFault::not_ours:
                say(outcome.session, Notice::code_not_ours, now);
                break;
            case identity::CodeFault::mistyped:
                say(outcome.session, Notice::code_mistyped, now);
                break;
            case identity::CodeFault::hostile:
                say(outcome.session, Notice::code_hostile, now);
                break;
        }
        return;
    }
    if (outcome.session.visit.card_number == code->card_number) return; // still held up
    if (!begin_visit(outcome, now)) return;
    outcome.session.visit.entry = Entry::honour_card;
    outcome.session.visit.card_number = code->card_number;
    ask_server(outcome, Entry::honour_card, code->card_number, now);
}

void show_number_pad(Outcome& outcome, const Event&, const Now&) {
    outcome.session.state = State::typing_number;
    outcome.session.notice.reset();
}

// The keyboard has checked it already; a number that cannot be is looked up for nobody.
void take_number(Outcome& outcome, const Event& event, const Now& now) {
    const base::SecretText& number = std::get<NumberTyped>(event).number;
    const auto today = date_in(outcome.session.house, now.wall);
    const identity::NumberCheck check = identity::check_number(number, today);
    if (!check.valid || !begin_visit(outcome, now)) return;
    Visit& visit = outcome.session.visit;
    visit.entry = Entry::typed_number;
    visit.typed =
        TypedIdentity{.kind = check.kind, .number = number, .birth = check.birth, .name = {}};
    ask_server(outcome, Entry::typed_number, number, now);
}

void leave_number_to_staff(Outcome& outcome, const Event& event, const Now& now) {
    outcome.session.visit = Visit{};
    outcome.session.state = State::see_staff;
    outcome.session.handover = Handover::enter_number;
    ask_for_help(outcome, event, now); // once: somebody may be on the way already
}

void take_name(Outcome& outcome, const Event& event, const Now&) {
    const auto& typed = std::get<NameTyped>(event);
    if (typed.by == NameBy::donor && typed.name.empty()) return;
    outcome.session.visit.typed->name = typed.name;
    outcome.session.visit.typed->name_by = typed.by;
    outcome.session.state = State::confirm;
}

// The number is still there, to be looked at and mended.
void back_to_number(Outcome& outcome, const Event&, const Now&) {
    outcome.session.state = State::typing_number;
}

void give_up_lookup(Outcome& outcome, const Event&, const Now&) {
    outcome.effects.emplace_back(CancelLookUp{});
    outcome.session.visit = Visit{};
    go_to_identify(outcome.session);
}

void recognise(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.visit.recognition = Recognition::known;
    outcome.session.visit.donor = std::get<DonorFound>(event).donor;
    outcome.session.state = State::confirm;
}

void welcome_first_time(Outcome& outcome, const Event&, const Now& now) {
    if (outcome.session.visit.entry == Entry::honour_card) {
        outcome.session.visit = Visit{};
        go_to_identify(outcome.session);
        say(outcome.session, Notice::card_not_known, now);
        return;
    }
    outcome.session.visit.recognition = Recognition::first;
    show_who_it_is(outcome.session);
}

// The server is away: document, card or donor speak for themselves, and the record is matched
// later.
void go_on_unchecked(Outcome& outcome, const Event&, const Now&) {
    outcome.session.visit.recognition = Recognition::unchecked;
    show_who_it_is(outcome.session);
}

} // namespace rexue::flow::donor
