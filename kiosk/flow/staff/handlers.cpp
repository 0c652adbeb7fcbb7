#include "kiosk/flow/staff/handlers.h"

#include <algorithm>
#include <initializer_list>
#include <ranges>
#include <utility>

namespace rexue::flow::staff {

namespace {

// Both, and again where they cannot be whole yet.
void fetch_lists(Outcome& outcome, const Now& now) {
    Session& session = outcome.session;
    outcome.effects.emplace_back(FetchBriefs{.token = session.token});
    outcome.effects.emplace_back(FetchReviews{.token = session.token});
    if (lacks_records(session)) look_again_soon(session.briefs_again, now);
    if (lacks_reviews(session)) look_again_soon(session.reviews_again, now);
}

bool is_due(const LookAgain& list, const Now& now) {
    return list.at && now.steady >= *list.at;
}

void look_again_later(LookAgain& list, const Now& now) {
    list.in = std::min<std::chrono::milliseconds>(2 * list.in, longest_look_again);
    list.at = now.steady + list.in;
}

// A refused command that this desk itself has carried out before: asked twice, because the first
// answer did not come. What it wanted is so.
bool is_done_here(const Session& session, Command command) {
    const queue::TicketState* mine = at_desk(session);
    const auto newest_is = [&](std::initializer_list<queue::EventKind> kinds) {
        const auto step = std::ranges::find(session.queue.steps | std::views::reverse, session.desk,
                                            &queue::Step::service_point);
        return step != session.queue.steps.rend() &&
               std::ranges::find(kinds, step->kind) != kinds.end();
    };
    switch (command) {
        case Command::next:
            return true; // only a desk that has somebody already is refused one more
        case Command::recall:
            return false;
        case Command::arrived:
            return mine != nullptr && mine->status == queue::TicketStatus::being_served;
        case Command::missed:
            return newest_is({queue::EventKind::missed});
        case Command::served:
            return newest_is({queue::EventKind::transferred, queue::EventKind::left});
        case Command::undo:
            return false;
    }
    return false;
}

} // namespace

void remark(Session& session, Remark what, const Now& now) {
    session.remark = what;
    session.remark_until = now.steady + remark_lasts;
}

void look_again_soon(LookAgain& list, const Now& now) {
    list = {.at = now.steady + first_look_again, .in = first_look_again};
}

void lock(Session& session) {
    session.state = State::signed_out;
    session.field = Field::number;
    session.number.clear();
    session.pin.clear();
    session.token.clear();
    session.staff_name.clear();
    session.token_expires.reset();
    session.briefs.clear();
    session.role = Role::other;
    session.reviews.clear();
    session.reviews_are = Freshness::unknown;
    session.asked_for.reset();
    session.review.reset();
    session.draft = {};
    session.taking_step = false;
    session.briefs_again = {};
    session.reviews_again = {};
    session.busy.reset();
    session.lock_at.reset();
}

void type_digit(Outcome& outcome, const Event& event, const Now&) {
    Session& session = outcome.session;
    const bool is_pin = session.field == Field::pin;
    base::SecretText& text = is_pin ? session.pin : session.number;
    if (text.size() < (is_pin ? max_pin_digits : max_number_digits)) {
        text.push_back(std::get<DigitTapped>(event).digit);
    }
    session.remark.reset();
}

void erase(Outcome& outcome, const Event&, const Now&) {
    base::SecretText& text =
        outcome.session.field == Field::pin ? outcome.session.pin : outcome.session.number;
    if (!text.empty()) text.pop_back();
}

void go_to_field(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.field = std::get<FieldTapped>(event).field;
}

void sign_in(Outcome& outcome, const Event&, const Now&) {
    Session& session = outcome.session;
    if (session.number.empty()) return;
    if (session.field == Field::number) {
        session.field = Field::pin;
        return;
    }
    if (session.pin.empty()) return;
    session.state = State::signing_in;
    outcome.effects.emplace_back(SignIn{.number = session.number, .pin = session.pin});
    session.pin.clear();
}

void signed_in(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    const auto& answer = std::get<SignedIn>(event);
    session.token = answer.token;
    session.staff_name = answer.name;
    session.token_expires = answer.expires;
    session.role = answer.role;
    // A desk keeps its place over a change of staff.
    session.state =
        find_point(session.house, session.desk) != nullptr ? State::desk : State::choose_desk;
    session.lock_at = now.steady + idle_lock;
    session.remark.reset();
    fetch_lists(outcome, now);
}

void sign_in_refused(Outcome& outcome, const Event& event, const Now& now) {
    outcome.session.state = State::signed_out;
    outcome.session.field = Field::pin;
    remark(outcome.session, std::get<SignInRefused>(event).why, now);
}

void sign_out(Outcome& outcome, const Event&, const Now&) {
    lock(outcome.session);
}

void take_desk(Outcome& outcome, const Event& event, const Now&) {
    const auto& point = std::get<DeskTapped>(event).service_point;
    if (find_point(outcome.session.house, point) == nullptr) return;
    outcome.session.desk = point;
    outcome.session.state = State::desk;
}

void change_desk(Outcome& outcome, const Event&, const Now&) {
    outcome.session.state = State::choose_desk;
}

void ask(Outcome& outcome, const Event& event, const Now&) {
    Session& session = outcome.session;
    const auto& [command, missed] = std::get<CommandTapped>(event);
    if (session.busy) return; // two quick taps are one command
    // Who is called or served here would be left standing.
    const bool calls_another = command == Command::next || missed.has_value();
    if (calls_another && at_desk(session) != nullptr) return;
    std::optional<std::string> ticket = missed;
    if (!ticket && command != Command::next && command != Command::undo) {
        const queue::TicketState* mine = at_desk(session);
        if (mine == nullptr) return;
        ticket = mine->ticket;
    }
    session.busy = command;
    session.remark.reset();
    outcome.effects.emplace_back(Call{.command = command,
                                      .service_point = session.desk,
                                      .ticket = ticket,
                                      .token = session.token});
}

void decided(Outcome& outcome, const Event&, const Now&) {
    outcome.session.busy.reset();
}

void refused(Outcome& outcome, const Event& event, const Now& now) {
    const Remark why = std::get<CallRefused>(event).why;
    const auto asked = std::exchange(outcome.session.busy, std::nullopt);
    if (why == Remark::moved_on && asked && is_done_here(outcome.session, *asked)) return;
    if (why == Remark::session_ended) lock(outcome.session);
    remark(outcome.session, why, now);
}

void answer_help(Outcome& outcome, const Event& event, const Now&) {
    outcome.effects.emplace_back(AnswerHelp{.request = std::get<AnswerHelpTapped>(event).request});
}

void use_language(Outcome& outcome, const Event& event, const Now&) {
    outcome.effects.emplace_back(UseLanguage{.language = std::get<LanguageTapped>(event).language});
}

void use_larger_text(Outcome& outcome, const Event&, const Now&) {
    int& step = outcome.session.text_step;
    step = step == max_text_step ? 0 : step + 1;
    outcome.effects.emplace_back(UseText{.step = step});
}

void touched(Outcome& outcome, const Event&, const Now& now) {
    if (outcome.session.lock_at) outcome.session.lock_at = now.steady + idle_lock;
}

void briefs_changed(Outcome& outcome, const Event& event, const Now&) {
    if (outcome.session.token.empty()) return; // asked for by somebody who has signed out since
    outcome.session.briefs = std::get<BriefsChanged>(event).briefs;
    if (!lacks_records(outcome.session)) outcome.session.briefs_again = {};
}

void health_changed(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.health = std::get<HealthChanged>(event).health;
}

void house_changed(Outcome& outcome, const Event& event, const Now&) {
    Session& session = outcome.session;
    session.house = std::get<HouseChanged>(event).house;
    const bool desk_is_gone = find_point(session.house, session.desk) == nullptr;
    if (session.state == State::desk && desk_is_gone) session.state = State::choose_desk;
}

void queue_moved(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    const auto& queue = std::get<QueueMoved>(event).queue;
    const bool somebody_new = queue.tickets.size() != session.queue.tickets.size();
    // Numbers restart each day: yesterday's A001 is somebody else.
    const bool is_new_day = queue.day != session.queue.day;
    if (is_new_day) {
        session.briefs.clear();
        session.reviews.clear();
        session.reviews_are = Freshness::unknown;
    }
    const bool was_reviewed = queue.steps_of_reviews != session.queue.steps_of_reviews;
    session.queue = queue;
    if (session.token.empty()) return;
    if (somebody_new || is_new_day) {
        fetch_lists(outcome, now);
    } else if (was_reviewed) {
        outcome.effects.emplace_back(FetchReviews{.token = session.token});
    }
    // Who types or decides is not disturbed: what they send is refused when it has been overtaken.
    if (was_reviewed && session.state == State::review && !session.taking_step) {
        outcome.effects.emplace_back(
            FetchReview{.token = session.token, .visit = session.review->visit});
    }
}

void link_changed(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    const Link link = std::get<LinkChanged>(event).link;
    const bool back = link == Link::online && session.link != Link::online;
    session.link = link;
    if (link != Link::online) { // nothing comes over this line
        session.briefs_again = {};
        session.reviews_again = {};
        if (session.reviews_are == Freshness::fresh) session.reviews_are = Freshness::stale;
    }
    if (back && !session.token.empty()) fetch_lists(outcome, now);
}

void ticked(Outcome& outcome, const Event&, const Now& now) {
    Session& session = outcome.session;
    if (session.remark && now.steady >= session.remark_until) session.remark.reset();
    if (is_due(session.briefs_again, now)) {
        outcome.effects.emplace_back(FetchBriefs{.token = session.token});
        look_again_later(session.briefs_again, now);
    }
    if (is_due(session.reviews_again, now)) {
        outcome.effects.emplace_back(FetchReviews{.token = session.token});
        look_again_later(session.reviews_again, now);
    }
    const bool idle = session.lock_at && now.steady >= *session.lock_at;
    const bool expired = session.token_expires && now.wall >= *session.token_expires;
    if (idle || expired) {
        lock(session);
        remark(session, Remark::session_ended, now);
    }
}

const queue::TicketState* at_desk(const Session& session) {
    const auto found = std::ranges::find_if(session.queue.tickets, [&](const auto& ticket) {
        return ticket.service_point == session.desk &&
               (ticket.status == queue::TicketStatus::called ||
                ticket.status == queue::TicketStatus::being_served);
    });
    return found == session.queue.tickets.end() ? nullptr : &*found;
}

bool can_ask(const Session& session, Command command) {
    if (session.state != State::desk || session.busy || session.link != Link::online) return false;
    const queue::TicketState* mine = at_desk(session);
    switch (command) {
        case Command::next:
            return mine == nullptr && next_ticket(session).has_value();
        case Command::recall:
        case Command::missed:
        case Command::arrived:
            return mine != nullptr && mine->status == queue::TicketStatus::called;
        case Command::served:
            return mine != nullptr;
        case Command::undo:
            return queue::last_step_of(session.queue, session.desk).has_value();
    }
    return false;
}

std::optional<std::string> next_ticket(const Session& session) {
    const ServicePoint* point = find_point(session.house, session.desk);
    if (point == nullptr) return std::nullopt;
    const auto line = queue::waiting_at(session.queue, point->stage);
    if (line.empty()) return std::nullopt;
    return line.front().ticket;
}

std::vector<queue::TicketState> missed_here(const Session& session) {
    const ServicePoint* point = find_point(session.house, session.desk);
    if (point == nullptr) return {};
    auto missed = queue::with_status(session.queue, queue::TicketStatus::missed);
    std::erase_if(missed, [&](const auto& ticket) { return ticket.stage != point->stage; });
    std::ranges::stable_sort(missed, std::ranges::greater{}, &queue::TicketState::changed_at);
    return missed;
}

std::vector<ReviewLine> needing_a_look(const Session& session) {
    auto lines = session.reviews;
    std::erase_if(lines, [](const auto& line) { return line.standing != Standing::needs_look; });
    return lines;
}

bool lacks_records(const Session& session) {
    return std::ranges::any_of(session.queue.tickets, [&](const queue::TicketState& ticket) {
        return ticket.status != queue::TicketStatus::left &&
               brief_of(session, ticket.ticket) == nullptr;
    });
}

bool lacks_reviews(const Session& session) {
    return std::ranges::any_of(session.queue.tickets, [&](const queue::TicketState& ticket) {
        return ticket.status != queue::TicketStatus::left &&
               review_line_of(session, ticket.ticket) == nullptr;
    });
}

const ReviewLine* review_line_of(const Session& session, const std::string& ticket) {
    const auto found = std::ranges::find(session.reviews, ticket, &ReviewLine::ticket);
    return found == session.reviews.end() ? nullptr : &*found;
}

const VisitBrief* brief_of(const Session& session, const std::string& ticket) {
    const auto found = std::ranges::find(session.briefs, ticket, &VisitBrief::ticket);
    return found == session.briefs.end() ? nullptr : &*found;
}

} // namespace rexue::flow::staff
