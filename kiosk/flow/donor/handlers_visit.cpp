#include <algorithm>

#include "kiosk/flow/donor/handlers.h"
#include "kiosk/flow/donor/may_give.h"
#include "kiosk/flow/donor/offered.h"

namespace rexue::flow::donor {

namespace {

std::optional<queue::WaitEstimate> estimate(const Session& session) {
    if (session.house.stages.empty() || session.link != Link::online) return std::nullopt;
    const std::string& stage = session.house.stages.front();
    return queue::estimate_wait(session.queue, stage, session.visit.ticket,
                                points_of(session.house, stage));
}

} // namespace

void update_wait(Session& session) {
    session.visit.wait = estimate(session);
}

void show_choices(Outcome& outcome, const Event& event, const Now& now) {
    Visit& visit = outcome.session.visit;
    const auto today = date_in(outcome.session.house, now.wall);
    if (!visit.forms) visit.forms = outcome.session.forms;
    // Without rules for this day nothing can be asked: a person talks with the donor.
    if (!visit.forms || visit.forms->books.in_force(today) == nullptr) {
        return send_to_staff(outcome, event, now);
    }
    visit.verdicts = assess(visit, today, Audience::donor);
    visit.honours = my_honours(visit, outcome.session.house, outcome.session.honours, today);
    outcome.session.choice_page = ChoicePage::whole_blood;
    outcome.session.state = State::choose;
}

// A typed name is mended where it was typed; who came in another way begins anew.
void back_from_confirm(Outcome& outcome, const Event& event, const Now& now) {
    const Visit& visit = outcome.session.visit;
    if (!visit.typed || visit.recognition == Recognition::known) {
        return start_over(outcome, event, now);
    }
    outcome.session.state = State::typing_name;
}

void start_over(Outcome& outcome, const Event&, const Now&) {
    outcome.session.visit = Visit{};
    go_to_identify(outcome.session);
}

void choose_intent(Outcome& outcome, const Event& event, const Now& now) {
    Visit& visit = outcome.session.visit;
    const queue::Intent intent = std::get<IntentTapped>(event).intent;
    const auto intents = offered(visit, date_in(outcome.session.house, now.wall));
    if (std::ranges::find(intents, intent) == intents.end()) return;
    if (!is_deferred(visit.verdicts, type_of(intent))) visit.intent = intent;
}

void show_other_choices(Outcome& outcome, const Event&, const Now&) {
    ChoicePage& page = outcome.session.choice_page;
    page = page == ChoicePage::whole_blood ? ChoicePage::platelets : ChoicePage::whole_blood;
}

void issue_ticket(Outcome& outcome, const Event& event, const Now& now) {
    // A number for no stage would be in no line.
    if (outcome.session.house.stages.empty()) return send_to_staff(outcome, event, now);
    outcome.session.state = State::issuing;
    outcome.session.issue_by = now.steady + issue_patience;
    outcome.effects.emplace_back(
        IssueTicket{.visit = outcome.session.visit, .stage = outcome.session.house.stages.front()});
}

void back_to_confirm(Outcome& outcome, const Event&, const Now&) {
    outcome.session.state = State::confirm;
}

void show_ticket(Outcome& outcome, const Event& event, const Now&) {
    Session& session = outcome.session;
    session.visit.ticket = std::get<TicketIssued>(event).ticket;
    update_wait(session);
    session.state = State::ticket;
    session.issue_by.reset();
    const auto moments = celebrated(session.visit, session.house);
    outcome.effects.emplace_back(
        PrintTicket{.ticket = session.visit.ticket,
                    .intent = *session.visit.intent,
                    .wait = session.visit.wait,
                    .moment = moments.empty() ? std::nullopt : std::optional(moments.front())});
}

void send_to_staff(Outcome& outcome, const Event& event, const Now& now) {
    outcome.session.state = State::see_staff;
    outcome.session.handover = Handover::no_number;
    outcome.session.issue_by.reset();
    ask_for_help(outcome, event, now); // once: somebody may be on the way already
}

void follow_own_place(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.queue = std::get<QueueMoved>(event).queue;
    update_wait(outcome.session);
}

void follow_line_to_centre(Outcome& outcome, const Event& event, const Now& now) {
    link_changed(outcome, event, now);
    update_wait(outcome.session);
}

void go_home(Outcome& outcome, const Event&, const Now& now) {
    forget_visit(outcome, now);
}

} // namespace rexue::flow::donor
