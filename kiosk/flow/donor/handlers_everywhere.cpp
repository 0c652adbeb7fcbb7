#include "kiosk/flow/donor/handlers.h"

namespace rexue::flow::donor {

namespace {

bool nobody_is_expected(State state) {
    return state == State::attract || state == State::out_of_service || state == State::issuing;
}

bool shows_a_result(State state) {
    return state == State::ticket || state == State::see_staff;
}

} // namespace

void arm_idle(Session& session, const Now& now) {
    session.warned_until.reset();
    session.idle_at.reset();
    if (nobody_is_expected(session.state)) return;
    session.idle_at = now.steady + (shows_a_result(session.state) ? result_idle : form_idle);
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
    session.notice.reset();
    session.help = Help::none;
    if (session.english) outcome.effects.emplace_back(UseLanguage{.language = "zh_CN"});
    session.english = false;
    session.state =
        session.link == Link::duplicate_terminal ? State::out_of_service : State::attract;
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

void ask_for_help(Outcome& outcome, const Event&, const Now&) {
    if (outcome.session.help != Help::none) return;
    outcome.session.help = Help::asked;
    outcome.effects.emplace_back(AskForHelp{});
}

void help_is_coming(Outcome& outcome, const Event&, const Now&) {
    if (outcome.session.help == Help::asked) outcome.session.help = Help::coming;
}

void switch_language(Outcome& outcome, const Event&, const Now&) {
    outcome.session.english = !outcome.session.english;
    outcome.effects.emplace_back(UseLanguage{.language = outcome.session.english ? "en" : "zh_CN"});
}

void reader_changed(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.reader = std::get<ReaderChanged>(event).reader;
}

void camera_changed(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.camera = std::get<CameraChanged>(event).camera;
}

void printer_changed(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.printer = std::get<PrinterChanged>(event).printer;
}

void house_changed(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.house = std::get<HouseChanged>(event).house;
}

void queue_moved(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.queue = std::get<QueueMoved>(event).queue;
}

// A certificate that two terminals use means that one of them is not what it says: neither may
// take in donors until somebody has looked. A donor in the middle of a visit is led to the end.
void link_changed(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    session.link = std::get<LinkChanged>(event).link;
    const bool barred = session.link == Link::duplicate_terminal;
    if (barred && (session.state == State::attract || session.state == State::identify)) {
        session.state = State::out_of_service;
    }
    if (!barred && session.state == State::out_of_service) {
        session.state = State::attract;
        arm_idle(session, now);
    }
}

void ticked(Outcome& outcome, const Event&, const Now& now) {
    Session& session = outcome.session;
    if (session.notice && now.steady >= session.notice_until) session.notice.reset();
    if (session.warned_until) {
        if (now.steady >= *session.warned_until) forget_visit(outcome, now);
    } else if (session.idle_at && now.steady >= *session.idle_at) {
        session.warned_until =
            now.steady + (shows_a_result(session.state) ? result_warning : form_warning);
    }
}

} // namespace rexue::flow::donor
