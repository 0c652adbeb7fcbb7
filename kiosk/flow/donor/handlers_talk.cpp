#include <algorithm>
#include <utility>

#include "kiosk/flow/donor/handlers.h"
#include "kiosk/flow/donor/may_give.h"
#include "kiosk/flow/donor/talk.h"

namespace rexue::flow::donor {

namespace {

void show_result(Outcome& outcome, const Now& now) {
    Visit& visit = outcome.session.visit;
    visit.question.reset();
    const Verdicts told = visit.ending == Ending::not_today ? visit.verdicts : Verdicts();
    visit.verdicts = assess(visit, date_in(outcome.session.house, now.wall), Audience::donor);
    visit.ending = ending_of(visit, visit.verdicts);
    outcome.session.state = State::result;
    // Who went back and changed nothing has the slip already.
    if (visit.ending == Ending::not_today && visit.verdicts != told) {
        outcome.session.slip = Slip::waiting;
        outcome.effects.emplace_back(PrintReturnDays{.verdicts = visit.verdicts});
    }
}

void ask(Outcome& outcome, std::optional<questionnaire::Place> question, const Now& now) {
    if (!question) return show_result(outcome, now);
    outcome.session.visit.question = std::move(question);
    outcome.session.state = State::question;
    arm_idle(outcome.session, now); // a new question in the same state
}

void go_on(Outcome& outcome, const Now& now) {
    Visit& visit = outcome.session.visit;
    if (std::ranges::find(visit.passed, *visit.question) == visit.passed.end()) {
        visit.passed.push_back(*visit.question);
    }
    auto next = question_after(*visit.answers, *visit.question);
    // What an answer has opened before this one, after the donor went back.
    if (!next) next = first_open(visit);
    ask(outcome, std::move(next), now);
}

const ConsentDocument& document_of(const Session& session) {
    return session.state == State::notice ? session.visit.forms->notice
                                          : session.visit.forms->data_use;
}

void show_document(Outcome& outcome, State state, size_t page, const Now& now) {
    outcome.session.state = state;
    outcome.session.visit.page = page;
    arm_idle(outcome.session, now);
}

} // namespace

void begin_questions(Outcome& outcome, const Event& event, const Now& now) {
    Visit& visit = outcome.session.visit;
    if (is_deferred_for_all(visit.verdicts)) return show_result(outcome, now);
    if (!visit.intent) return;
    // A number for no stage would be in no line.
    if (outcome.session.house.stages.empty()) return send_to_staff(outcome, event, now);
    if (!visit.answers)
        visit.answers = begin_answers(visit, date_in(outcome.session.house, now.wall));
    visit.answers = with_intent(visit.answers, *visit.intent);
    ask(outcome, first_open(visit), now);
}

void take_answer(Outcome& outcome, const Event& event, const Now& now) {
    Visit& visit = outcome.session.visit;
    const auto& tapped = std::get<AnswerTapped>(event);
    if (tapped.question != visit.question) return;
    visit.answers = with(visit.answers, tapped.question, tapped.values);
    if (is_answered(*visit.answers, tapped.question)) go_on(outcome, now);
}

void take_option(Outcome& outcome, const Event& event, const Now& now) {
    Visit& visit = outcome.session.visit;
    const auto& tapped = std::get<OptionTapped>(event);
    if (tapped.question != visit.question) return;
    const auto& options = visit.answers->form().item(tapped.question.item).options;
    if (tapped.option >= options.size()) return;
    const questionnaire::Value& value = options[tapped.option].value;
    const auto before = visit.answers->values(tapped.question);
    std::vector<questionnaire::Value> values(before.begin(), before.end());
    const auto taken = std::ranges::find_if(
        values, [&](const auto& one) { return questionnaire::same(one, value); });
    if (taken != values.end()) {
        values.erase(taken);
    } else {
        values.push_back(value);
    }
    visit.answers = with(visit.answers, tapped.question, std::move(values));
    arm_idle(outcome.session, now);
}

void next_question(Outcome& outcome, const Event&, const Now& now) {
    const Visit& visit = outcome.session.visit;
    if (is_answered(*visit.answers, *visit.question)) go_on(outcome, now);
}

void previous_question(Outcome& outcome, const Event&, const Now& now) {
    const Visit& visit = outcome.session.visit;
    auto before = question_before(*visit.answers, *visit.question);
    if (before) return ask(outcome, std::move(before), now);
    outcome.session.visit.question.reset();
    outcome.session.state = State::choose;
}

void leave_result(Outcome& outcome, const Event&, const Now& now) {
    const Ending ending = outcome.session.visit.ending;
    if (ending != Ending::go_on && ending != Ending::talk_to_staff) return;
    show_document(outcome, State::notice, 0, now);
}

void choose_again(Outcome& outcome, const Event&, const Now&) {
    Visit& visit = outcome.session.visit;
    if (visit.ending != Ending::other_type) return;
    const bool platelets = is_deferred(visit.verdicts, donation::DonationType::whole_blood);
    visit.intent.reset();
    outcome.session.choice_page = platelets ? ChoicePage::platelets : ChoicePage::whole_blood;
    outcome.session.state = State::choose;
}

// Who would give if they could: staff see the record with what stands, and decide.
void talk_though_not_today(Outcome& outcome, const Event& event, const Now& now) {
    const Visit& visit = outcome.session.visit;
    if (visit.ending != Ending::not_today) return;
    // Who has chosen nothing has no line to wait in: a person comes.
    if (!visit.intent) return send_to_staff(outcome, event, now);
    show_document(outcome, State::notice, 0, now);
}

void back_to_questions(Outcome& outcome, const Event&, const Now& now) {
    const Visit& visit = outcome.session.visit;
    if (visit.booked) return; // by what was answered
    const auto places = visit.answers ? asked(*visit.answers) : std::vector<questionnaire::Place>();
    if (!places.empty()) return ask(outcome, places.back(), now);
    outcome.session.state = State::choose;
}

void next_page(Outcome& outcome, const Event&, const Now& now) {
    const Session& session = outcome.session;
    if (session.visit.page + 1 >= document_of(session).sections.size()) return;
    show_document(outcome, session.state, session.visit.page + 1, now);
}

void previous_page(Outcome& outcome, const Event&, const Now& now) {
    Session& session = outcome.session;
    if (session.visit.page > 0) {
        return show_document(outcome, session.state, session.visit.page - 1, now);
    }
    if (session.state == State::notice) {
        session.state = State::result;
        return;
    }
    session.visit.consents.clear();
    show_document(outcome, State::notice, session.visit.forms->notice.sections.size() - 1, now);
}

// Only of a document that was shown to its end.
void agree(Outcome& outcome, const Event&, const Now& now) {
    Session& session = outcome.session;
    const ConsentDocument& document = document_of(session);
    if (session.visit.page + 1 < document.sections.size()) return;
    session.visit.consents.push_back({.document = document.id,
                                      .version = document.version,
                                      .sha256 = document.sha256,
                                      .at = now.wall});
    if (session.state == State::notice) return show_document(outcome, State::data_use, 0, now);
    session.state = State::sign;
}

void back_to_documents(Outcome& outcome, const Event&, const Now& now) {
    Visit& visit = outcome.session.visit;
    visit.consents.pop_back();
    show_document(outcome, State::data_use, visit.forms->data_use.sections.size() - 1, now);
}

void take_signature(Outcome& outcome, const Event& event, const Now& now) {
    const DrawnSignature& signature = std::get<SignedTapped>(event).signature;
    if (signature.strokes.empty()) return;
    outcome.session.visit.signature = signature;
    sign_with_staff(outcome, event, now);
}

// The record without a signature tells staff to ask for one on paper.
void sign_with_staff(Outcome& outcome, const Event& event, const Now& now) {
    Visit& visit = outcome.session.visit;
    if (visit.answers) visit.answers = with_notice_read(visit.answers);
    issue_ticket(outcome, event, now);
}

void forms_changed(Outcome& outcome, const Event& event, const Now&) {
    outcome.session.forms = std::get<FormsChanged>(event).forms;
}

} // namespace rexue::flow::donor
