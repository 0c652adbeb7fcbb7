#include "kiosk/flow/donor/handlers.h"
#include "kiosk/rules/queue/help.h"

namespace rexue::flow::donor {

namespace {

bool nobody_is_expected(State state) {
    return state == State::attract || state == State::out_of_service || state == State::issuing;
}

bool shows_a_result(const Session& session) {
    const State state = session.state;
    return state == State::ticket || state == State::honours || state == State::see_staff ||
           (state == State::result && session.visit.ending == Ending::not_today);
}

bool needs_a_person(const Session& session) {
    return session.reader == Reader::unplugged || session.reader == Reader::faulty ||
           session.printer == Printer::out_of_paper || session.printer == Printer::broken;
}

// A broken device asks for staff by itself: the screen says that they know, so they must.
void report_trouble(Outcome& outcome) {
    Session& session = outcome.session;
    const bool is_news = needs_a_person(session) && !session.trouble_reported;
    session.trouble_reported = needs_a_person(session);
    if (is_news) call_staff(outcome);
}

// Where nobody is in the middle of a visit, the terminal is open or not as it may be. A donor who
// is there is led to the end.
void open_or_close(Session& session, const Now& now) {
    if (is_barred(session)) {
        if (session.state == State::attract || session.state == State::identify ||
            session.state == State::typing_number) {
            session.visit = Visit{};
            session.state = State::out_of_service;
        }
    } else if (session.state == State::out_of_service) {
        session.state = State::attract;
        arm_idle(session, now);
    }
}

} // namespace

bool is_barred(const Session& session) {
    return session.duplicate || session.house.stages.empty();
}

void call_staff(Outcome& outcome) {
    outcome.session.call_failed = false; // as far as is known
    outcome.effects.emplace_back(AskForHelp{});
}

void go_to_identify(Session& session) {
    session.state = is_barred(session) ? State::out_of_service : State::identify;
}

void arm_idle(Session& session, const Now& now) {
    session.warned_until.reset();
    session.idle_at.reset();
    if (session.state == State::issuing) return;
    // Where nobody is expected, a preference or a call for help that somebody left behind still has
    // to go back to what the next one expects.
    const bool as_found =
        session.preferences == Preferences{} && !session.adjusting && session.help == Help::none;
    if (nobody_is_expected(session.state) && as_found) return;
    const auto form = session.preferences.mode == Mode::care ? care_form_idle : form_idle;
    session.idle_at = now.steady + (shows_a_result(session) ? result_idle : form);
}

void say(Session& session, Notice notice, const Now& now) {
    session.notice = notice;
    session.notice_until = now.steady + notice_lasts;
}

void forget_visit(Outcome& outcome, const Now& now) {
    Session& session = outcome.session;
    const State before = session.state;
    if (before == State::looking_up) outcome.effects.emplace_back(CancelLookUp{});
    session.visit = Visit{};
    session.slip = Slip::waiting;
    session.notice.reset();
    session.help = Help::none;
    session.still_calling_at.reset();
    session.handover = Handover::no_number;
    session.adjusting = false;
    session.choice_page = ChoicePage::whole_blood;
    if (session.preferences != Preferences{}) {
        session.preferences = {};
        outcome.effects.emplace_back(UsePreferences{});
    }
    session.state = is_barred(session) ? State::out_of_service : State::attract;
    arm_idle(session, now);
    outcome.effects.emplace_back(Forget{});
}

void leave(Outcome& outcome, const Event&, const Now& now) {
    // The number is being made durable: leaving now would lose who it belongs to.
    if (outcome.session.state == State::issuing) return;
    forget_visit(outcome, now);
}

void stay(Outcome& outcome, const Event&, const Now& now) {
    arm_idle(outcome.session, now);
}

void ask_for_help(Outcome& outcome, const Event&, const Now& now) {
    if (outcome.session.help != Help::none) return;
    outcome.session.help = Help::asked;
    // What the desks see grows louder at the same time.
    outcome.session.still_calling_at = now.steady + queue::help_is_urgent_after;
    arm_idle(outcome.session, now);
    call_staff(outcome);
}

void help_is_coming(Outcome& outcome, const Event&, const Now&) {
    if (outcome.session.help == Help::none) return;
    outcome.session.help = Help::coming;
    outcome.session.still_calling_at.reset();
}

void help_failed(Outcome& outcome, const Event&, const Now&) {
    outcome.session.call_failed = true;
}

void health_changed(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.health = std::get<HealthChanged>(event).health;
}

void reader_changed(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.reader = std::get<ReaderChanged>(event).reader;
    report_trouble(outcome);
}

void camera_changed(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.camera = std::get<CameraChanged>(event).camera;
}

void printer_changed(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.printer = std::get<PrinterChanged>(event).printer;
    report_trouble(outcome);
}

void slip_done(Outcome& outcome, const Event& event, const Now&) {
    if (shows_a_result(outcome.session)) {
        outcome.session.slip = std::get<SlipDone>(event).slip;
    }
}

void house_changed(Outcome& outcome, const Event& event, const Now& now) {
    outcome.session.house = std::get<HouseChanged>(event).house;
    open_or_close(outcome.session, now);
}

void queue_moved(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.queue = std::get<QueueMoved>(event).queue;
}

// A certificate that two terminals use means that one of them is not what it says: neither may
// take in donors until somebody has looked and the server says so.
void link_changed(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    session.link = std::get<LinkChanged>(event).link;
    if (session.link == Link::duplicate_terminal) session.duplicate = true;
    if (session.link == Link::online) session.duplicate = false;
    open_or_close(session, now);
}

std::chrono::seconds warning_of(const Session& session) {
    return shows_a_result(session) ? result_warning : form_warning;
}

void ticked(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    if (session.notice && now.steady >= session.notice_until) session.notice.reset();
    if (session.still_calling_at && now.steady >= *session.still_calling_at) {
        session.help = Help::still_calling;
        session.still_calling_at.reset();
    }
    if (session.issue_by && now.steady >= *session.issue_by) {
        return send_to_staff(outcome, event, now);
    }
    if (session.warned_until) {
        if (now.steady >= *session.warned_until) forget_visit(outcome, now);
    } else if (session.idle_at && now.steady >= *session.idle_at) {
        if (nobody_is_expected(session.state)) return forget_visit(outcome, now); // nobody to warn
        session.warned_until = now.steady + warning_of(session);
        outcome.effects.emplace_back(ChimeOnce{});
    }
}

} // namespace rexue::flow::donor
