// Looking at a visit: a list, a visit, a value, a decision. What is kept is what the server says.
#include <algorithm>
#include <charconv>

#include "kiosk/flow/staff/handlers.h"

namespace rexue::flow::staff {

namespace {

constexpr std::chrono::years longest_deferral{5}; // a day further off is a slip of the finger

struct Days {
    std::chrono::sys_days first;
    std::chrono::sys_days last;
};

// That a deferral may end on: from what the rules say of this type, and never today.
Days days_to_choose_from(const Session& session, Type type, const Now& now) {
    const base::Date today = date_in(session.house, now.wall);
    const size_t at = type == Type::whole_blood ? 0 : 1;
    Days days{.first = std::chrono::sys_days(today) + std::chrono::days(1),
              .last = std::chrono::sys_days(today + longest_deferral)};
    if (session.review && at < session.review->earliest.size() && session.review->earliest[at]) {
        days.first = std::max(days.first, std::chrono::sys_days(*session.review->earliest[at]));
    }
    days.last = std::max(days.first, days.last);
    return days;
}

// Only what was asked for last, and what is open, is shown: not what a former tap fetched, nor a
// file that has been closed since. Who types is disturbed by nothing but the answer to their step.
bool is_awaited(const Session& session, const base::Uuid& visit) {
    if (session.asked_for == visit) return true;
    if (!session.review || session.review->visit != visit) return false;
    return session.state == State::review || session.taking_step;
}

void take_step(Outcome& outcome, TakeStep step) {
    Session& session = outcome.session;
    if (session.taking_step || !session.review) return; // two quick taps are one step
    session.taking_step = true;
    session.remark.reset();
    step.visit = session.review->visit;
    step.revision = session.review->revision;
    step.after = session.review->position;
    step.token = session.token;
    outcome.effects.emplace_back(std::move(step));
}

void close_review(Session& session) {
    session.asked_for.reset();
    session.review.reset();
    session.draft = {};
    session.taking_step = false;
}

// The house may have changed meanwhile.
void go_to_desk(Session& session) {
    session.state =
        find_point(session.house, session.desk) != nullptr ? State::desk : State::choose_desk;
}

TypeDecision& draft_of(Session& session, Type type) {
    return session.draft.decision.at(type == Type::whole_blood ? 0 : 1);
}

} // namespace

std::optional<base::Date> date_of(const base::SecretText& figure) {
    const std::string& text = figure.str();
    if (text.size() != date_digits) return std::nullopt;
    const auto date =
        base::parse_date(text.substr(0, 4) + "-" + text.substr(4, 2) + "-" + text.substr(6));
    return date ? std::optional(*date) : std::nullopt;
}

std::optional<std::vector<std::string>> drafted(const Draft& draft, const Answer& answer) {
    std::vector<std::string> values;
    switch (answer.kind) {
        case AnswerKind::yes_no:
        case AnswerKind::choice:
            for (const base::SecretText& value : draft.chosen)
                values.push_back(value.str());
            if (values.empty() && answer.kind == AnswerKind::yes_no) return std::nullopt;
            return values;
        case AnswerKind::date:
            if (draft.figure.empty()) return values;
            if (const auto date = date_of(draft.figure)) return {{base::format_date(*date)}};
            return std::nullopt;
        case AnswerKind::number:
            if (draft.figure.empty()) return values;
            if (figure_of(draft.figure)) return {{draft.figure.str()}};
            return std::nullopt;
        case AnswerKind::text:
            return std::nullopt;
    }
    return std::nullopt;
}

const Answer* find_answer(const Review& review, std::string_view question) {
    const auto found = std::ranges::find(review.answers, question, &Answer::question);
    return found == review.answers.end() ? nullptr : &*found;
}

const Gift* find_gift(const Review& review, std::string_view offer) {
    const auto found = std::ranges::find(review.gifts, offer, &Gift::offer);
    return found == review.gifts.end() ? nullptr : &*found;
}

const std::vector<base::SecretText>& first_answer(const Review& review, const Answer& answer) {
    const auto first = std::ranges::find(review.steps, answer.question, &StepTaken::corrected);
    return first == review.steps.end() ? answer.values : first->before;
}

std::optional<double> figure_of(const base::SecretText& figure) {
    const std::string& text = figure.str();
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool may_choose(const Review& review, Type type, DecisionKind kind) {
    if (kind != DecisionKind::may_give) return true;
    const auto defers = [&](const auto& one) {
        return one.defers &&
               (type == Type::whole_blood ? one.bars_whole_blood : one.bars_platelets);
    };
    return std::ranges::none_of(review.reasons, defers) &&
           std::ranges::none_of(review.limits_not_met, defers);
}

bool is_whole(const std::array<TypeDecision, 2>& decision) {
    return std::ranges::all_of(decision, [](const TypeDecision& one) {
        return one.kind && (*one.kind != DecisionKind::deferred || one.until);
    });
}

void see_reviews(Outcome& outcome, const Event&, const Now&) {
    outcome.session.state = State::reviews;
    outcome.effects.emplace_back(FetchReviews{.token = outcome.session.token});
}

void open_review(Outcome& outcome, const Event& event, const Now&) {
    const base::Uuid& visit = std::get<ReviewOpened>(event).visit;
    outcome.session.asked_for = visit;
    outcome.session.was_opened_at_desk = outcome.session.state == State::desk;
    outcome.effects.emplace_back(FetchReview{.token = outcome.session.token, .visit = visit});
}

void back(Outcome& outcome, const Event&, const Now&) {
    Session& session = outcome.session;
    switch (session.state) {
        case State::correcting:
        case State::measuring:
        case State::matching:
        case State::giving:
        case State::deciding:
            session.state = State::review;
            session.draft = {};
            return;
        case State::review:
            close_review(session);
            if (session.was_opened_at_desk) return go_to_desk(session);
            session.state = State::reviews;
            outcome.effects.emplace_back(FetchReviews{.token = session.token});
            return;
        case State::reviews:
        case State::signed_out:
        case State::signing_in:
        case State::choose_desk:
        case State::desk:
            session.asked_for.reset();
            return go_to_desk(session);
    }
}

void reviews_came(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    if (session.token.empty()) return;
    session.reviews = std::get<ReviewsCame>(event).reviews;
    session.reviews_are = Freshness::fresh;
    if (!lacks_reviews(session)) {
        session.reviews_again = {};
    } else if (!session.reviews_again.at) {
        look_again_soon(session.reviews_again, now);
    }
}

void reviews_refused(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    if (session.token.empty()) return;
    const Remark why = std::get<ReviewsRefused>(event).why;
    if (session.reviews_are == Freshness::fresh) session.reviews_are = Freshness::stale;
    if (why == Remark::session_ended) lock(session);
    if (why == Remark::session_ended || session.state == State::reviews) {
        remark(session, why, now);
    }
    if (why == Remark::not_allowed) session.reviews_again = {}; // nor will it be
    const bool may_come = why == Remark::server_away && session.link == Link::online;
    if (may_come && !session.reviews_again.at) look_again_soon(session.reviews_again, now);
}

void review_came(Outcome& outcome, const Event& event, const Now&) {
    Session& session = outcome.session;
    const Review& review = std::get<ReviewCame>(event).review;
    if (session.token.empty() || !is_awaited(session, review.visit)) return;
    session.asked_for.reset();
    session.taking_step = false;
    session.draft = {};
    session.review = review;
    session.state = State::review;
}

void step_refused(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    const auto& [why, visit] = std::get<StepRefused>(event);
    const bool was_asked_for = session.asked_for == visit;
    const bool is_open = session.review && session.review->visit == visit;
    if (why == Remark::session_ended) {
        lock(session);
    } else if (!was_asked_for && !is_open) {
        return; // of a file that has been left
    }
    if (was_asked_for) session.asked_for.reset();
    session.taking_step = false;
    remark(session, why, now);
    // Somebody has been quicker: what they did is shown before anything else is done.
    if (why != Remark::moved_on || !session.review) return;
    session.asked_for = visit;
    outcome.effects.emplace_back(FetchReview{.token = session.token, .visit = visit});
}

void correct(Outcome& outcome, const Event& event, const Now&) {
    Session& session = outcome.session;
    const Answer* answer = find_answer(*session.review, std::get<CorrectTapped>(event).question);
    if (session.role != Role::physician || session.taking_step || answer == nullptr) return;
    if (answer->kind == AnswerKind::text) return; // there are no letters at the desk
    session.state = State::correcting;
    session.draft = {.question = answer->question};
    if (answer->kind == AnswerKind::choice) session.draft.chosen = answer->values;
}

void choose_value(Outcome& outcome, const Event& event, const Now&) {
    Session& session = outcome.session;
    const Answer* answer = find_answer(*session.review, session.draft.question);
    const std::string& value = std::get<ValueTapped>(event).value;
    auto& chosen = session.draft.chosen;
    const bool was_chosen = std::erase(chosen, base::SecretText(value)) > 0;
    if (answer == nullptr || !answer->takes_many) chosen.clear();
    if (!was_chosen) chosen.emplace_back(value);
}

void type_answer(Outcome& outcome, const Event& event, const Now&) {
    Session& session = outcome.session;
    const Answer* answer = find_answer(*session.review, session.draft.question);
    const bool is_date = answer != nullptr && answer->kind == AnswerKind::date;
    if (session.draft.figure.size() >= (is_date ? date_digits : max_figure_characters)) return;
    session.draft.figure.push_back(std::get<DigitTapped>(event).digit);
    session.remark.reset();
}

void keep_answer(Outcome& outcome, const Event&, const Now&) {
    Session& session = outcome.session;
    const Answer* answer = find_answer(*session.review, session.draft.question);
    if (answer == nullptr) return;
    auto values = drafted(session.draft, *answer);
    if (!values) return;
    take_step(outcome, {.corrected = answer->question, .values = std::move(*values)});
}

void measure(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.state = State::measuring;
    outcome.session.draft = {.measure = std::get<MeasureTapped>(event).measure};
}

void type_figure(Outcome& outcome, const Event& event, const Now&) {
    base::SecretText& figure = outcome.session.draft.figure;
    if (figure.size() >= max_figure_characters) return;
    figure.push_back(std::get<DigitTapped>(event).digit);
    outcome.session.remark.reset();
}

void type_point(Outcome& outcome, const Event&, const Now&) {
    base::SecretText& figure = outcome.session.draft.figure;
    if (figure.empty() || figure.size() >= max_figure_characters || figure.str().contains('.')) {
        return;
    }
    figure.push_back('.');
}

void erase_figure(Outcome& outcome, const Event&, const Now&) {
    if (!outcome.session.draft.figure.empty()) outcome.session.draft.figure.pop_back();
}

void keep_figure(Outcome& outcome, const Event&, const Now&) {
    const auto value = figure_of(outcome.session.draft.figure);
    if (!value) return;
    take_step(outcome, {.measured = Measured{outcome.session.draft.measure, *value}});
}

void see_match(Outcome& outcome, const Event&, const Now&) {
    Session& session = outcome.session;
    if (session.role != Role::physician || !session.review->special_match) return;
    session.state = State::matching;
    session.draft = {};
}

void sign_match(Outcome& outcome, const Event&, const Now&) {
    const Session& session = outcome.session;
    if (session.role != Role::physician || !session.review->special_match) return;
    take_step(outcome, {.match = session.review->special_match->is_approved ? MatchStep::withdraw
                                                                            : MatchStep::approve});
}

void see_gifts(Outcome& outcome, const Event&, const Now&) {
    if (!outcome.session.review->gifts.empty()) outcome.session.state = State::giving;
}

void give_out(Outcome& outcome, const Event& event, const Now&) {
    Session& session = outcome.session;
    const std::string& offer = std::get<GiftTapped>(event).offer;
    const Gift* gift = find_gift(*session.review, offer);
    if (gift == nullptr || session.taking_step || (!gift->is_given && gift->left <= 0)) return;
    session.taking_step = true;
    session.remark.reset();
    outcome.effects.emplace_back(GiveOut{.token = session.token,
                                         .visit = session.review->visit,
                                         .offer = offer,
                                         .takes_back = gift->is_given});
}

void gift_counted(Outcome& outcome, const Event& event, const Now&) {
    Session& session = outcome.session;
    const auto& counted = std::get<GiftCounted>(event);
    if (!session.review || session.review->visit != counted.visit) return;
    session.taking_step = false;
    for (Gift& gift : session.review->gifts) {
        if (gift.offer != counted.offer) continue;
        gift.is_given = counted.is_given;
        gift.left = counted.left;
    }
}

void begin_decision(Outcome& outcome, const Event&, const Now&) {
    if (outcome.session.role != Role::physician) return;
    outcome.session.state = State::deciding;
    outcome.session.draft = {};
}

void choose_kind(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    const auto& [type, kind] = std::get<KindTapped>(event);
    if (session.review && !may_choose(*session.review, type, kind)) return;
    TypeDecision& one = draft_of(session, type);
    one.kind = kind;
    one.until.reset();
    if (kind != DecisionKind::deferred || !session.review) return;
    one.until = base::Date(days_to_choose_from(session, type, now).first);
}

void move_until(Outcome& outcome, const Event& event, const Now& now) {
    Session& session = outcome.session;
    const auto& [type, days] = std::get<UntilTapped>(event);
    TypeDecision& one = draft_of(session, type);
    if (!one.until) return;
    const auto [first, last] = days_to_choose_from(session, type, now);
    const auto moved = std::chrono::sys_days(*one.until) + std::chrono::days(days);
    one.until = base::Date(std::clamp(moved, first, last));
}

void sign_decision(Outcome& outcome, const Event&, const Now&) {
    const auto& decision = outcome.session.draft.decision;
    if (outcome.session.role != Role::physician || !is_whole(decision)) return;
    take_step(outcome, {.decision = {decision.begin(), decision.end()}});
}

} // namespace rexue::flow::staff
