#include "kiosk/screens/samples/talk_cases.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "kiosk/flow/donor/booking.h"
#include "kiosk/flow/donor/may_give.h"
#include "kiosk/flow/donor/talk.h"
#include "kiosk/screens/samples/sample_house.h"

namespace rexue::screens::samples {

namespace {

using namespace flow::donor;
using questionnaire::Value;
namespace chr = std::chrono;

base::Date day(int year, unsigned month, unsigned day) {
    return base::Date(chr::year(year), chr::month(month), chr::day(day));
}

base::Date today() {
    return flow::date_in(sample_house(), sample_now().wall);
}

Session talking(const DonorForms& forms, std::vector<donation::PastDonation> history = {}) {
    Session session = house_session(State::question);
    session.forms = forms;
    Visit& visit = session.visit;
    visit.document = sample_document();
    visit.recognition = Recognition::known;
    visit.donor = sample_donor();
    visit.donor->donations = std::move(history);
    visit.forms = forms;
    visit.intent = queue::Intent::whole_blood_400;
    visit.answers = with_intent(begin_answers(visit, today()), *visit.intent);
    return session;
}

void answer(Visit& visit, std::string_view link_id, std::vector<Value> values) {
    const auto item = visit.answers->form().find(link_id);
    if (item) visit.answers = with(visit.answers, {.item = *item}, std::move(values));
}

void answer_code(Visit& visit, std::string_view link_id, std::string_view code) {
    const auto item = visit.answers->form().find(link_id);
    if (!item) return;
    for (const auto& option : visit.answers->form().item(*item).options) {
        const auto* coding = std::get_if<questionnaire::Coding>(&option.value);
        if (coding != nullptr && coding->code == code) answer(visit, link_id, {option.value});
    }
}

void stand_at(Session& session, std::string_view link_id) {
    const auto item = session.visit.answers->form().find(link_id);
    if (item) session.visit.question = questionnaire::Place{.item = *item};
}

Session at(const DonorForms& forms, std::string_view link_id) {
    Session session = talking(forms);
    stand_at(session, link_id);
    return session;
}

Session after_tattoo(const DonorForms& forms) {
    Session session = talking(forms);
    answer(session.visit, "Q16", {Value(true)});
    answer_code(session.visit, "Q16.what", "tattoo");
    answer(session.visit, "Q16.tattoo", {questionnaire::FhirDate::of(day(2026, 2, 3))});
    return session;
}

Session at_tattoo(const DonorForms& forms, std::string_view link_id) {
    Session session = after_tattoo(forms);
    stand_at(session, link_id);
    return session;
}

Session at_vaccines(const DonorForms& forms) {
    Session session = talking(forms);
    answer(session.visit, "Q15", {Value(true)});
    stand_at(session, "Q15.what");
    return session;
}

Session with_result(Session session) {
    session.state = State::result;
    session.visit.verdicts = assess(session.visit, today(), Audience::donor);
    session.visit.ending = ending_of(session.visit, session.visit.verdicts);
    return session;
}

Session booking(const DonorForms& forms) {
    Session session = with_result(after_tattoo(forms));
    session.state = State::book;
    return session;
}

// As the screen opens: on the first day that is possible.
donor::Drafts first_day(const DonorForms& forms) {
    donor::Drafts drafts;
    const auto days = bookable_days(booking(forms).visit.verdicts, today());
    if (days) drafts.date = ui::widgets::DateChoice::of(days->first);
    return drafts;
}

Session not_booked(const DonorForms& forms) {
    Session session = with_result(after_tattoo(forms));
    session.notice = Notice::booking_not_kept;
    return session;
}

Session booked(const DonorForms& forms) {
    Session session = with_result(after_tattoo(forms));
    session.visit.booked = day(2027, 2, 27);
    session.slip = Slip::printed;
    return session;
}

Session to_staff(const DonorForms& forms) {
    Session session = talking(forms);
    answer(session.visit, "Q03", {Value(false)});
    return with_result(session);
}

// Everything that the station's practice of the day asks about, at once.
Session to_staff_with_reasons(const DonorForms& forms) {
    Session session = talking(forms);
    for (const auto* question : {"Q04", "Q05", "Q08"}) {
        answer(session.visit, question, {Value(std::string_view(question) != "Q04")});
        const std::string what = std::string(question) + ".what";
        const auto item = session.visit.answers->form().find(what);
        if (!item) continue;
        std::vector<Value> all;
        for (const auto& option : session.visit.answers->form().item(*item).options)
            all.push_back(option.value);
        answer(session.visit, what, std::move(all));
    }
    return with_result(session);
}

Session after_aspirin(const DonorForms& forms) {
    Session session = talking(forms);
    session.visit.intent = queue::Intent::platelets_1;
    answer(session.visit, "Q14", {Value(true)});
    answer_code(session.visit, "Q14.what", "aspirin");
    answer(session.visit, "Q14.aspirin", {questionnaire::FhirDate::of(day(2026, 6, 12))});
    return with_result(session);
}

Session choosing(const DonorForms& forms, base::Date last) {
    Session session = talking(forms, {{.date = last, .ml = 400}});
    session.state = State::choose;
    session.visit.intent.reset();
    session.visit.verdicts = assess(session.visit, today(), Audience::donor);
    return session;
}

Session reading(const DonorForms& forms, State state, size_t page) {
    Session session = talking(forms);
    session.state = state;
    session.visit.page = page;
    return session;
}

Session signing(const DonorForms& forms) {
    return reading(forms, State::sign, 0);
}

donor::Drafts signed_by_nobody() {
    donor::Drafts drafts;
    drafts.signature.begin_stroke();
    for (int i = 0; i <= 60; ++i) {
        const auto step = static_cast<float>(i);
        drafts.signature.add({30 + step * 1.4F, 32 + 14 * std::sin(step / 6.0F)});
    }
    return drafts;
}

} // namespace

std::vector<TalkCase> talk_screens(const DonorForms& forms) {
    if (!forms) return {};
    return {{"question", at(forms, "Q05")},
            {"question-which", at_tattoo(forms, "Q16.what")},
            {"question-when", at_tattoo(forms, "Q16.tattoo")},
            {"result", with_result(talking(forms))},
            {"not-today", with_result(after_tattoo(forms))},
            {"book", booking(forms), first_day(forms)},
            {"not-today-booked", booked(forms)},
            {"notice", reading(forms, State::notice, 0)},
            {"data-use", reading(forms, State::data_use, forms->data_use.sections.size() - 1)},
            {"sign", signing(forms), signed_by_nobody()}};
}

std::vector<TalkCase> talk_states(const DonorForms& forms) {
    if (!forms) return {};
    return {{"question-long", at(forms, "Q21")},
            {"question-private", at(forms, "Q28")},
            {"question-many", at_vaccines(forms)},
            {"result-staff", to_staff(forms)},
            {"result-other-type", after_aspirin(forms)},
            {"not-today-not-booked", not_booked(forms)},
            {"choose-platelets-only", choosing(forms, day(2026, 3, 1))},
            {"choose-not-today", choosing(forms, day(2026, 6, 1))},
            {"sign-empty", signing(forms)}};
}

std::vector<TalkCase> talk_rewordings(const DonorForms& forms) {
    if (!forms) return {};
    std::vector<TalkCase> cases;
    for (const questionnaire::Item& item : forms->form->items()) {
        if (!item.is_question() || item.read_only || item.hidden) continue;
        std::string name = "question-" + item.link_id;
        std::ranges::replace(name, '.', '-');
        cases.push_back({name, at(forms, item.link_id)});
    }
    cases.push_back({"result-staff-reasons", to_staff_with_reasons(forms)});
    // What does not fit on one page would be shown by halves.
    const auto add_pages = [&](const std::string& name, State state,
                               const flow::donor::ConsentDocument& document) {
        for (size_t page = 0; page < document.sections.size(); ++page)
            cases.push_back(
                {fmt::format("{}-page-{}", name, page + 1), reading(forms, state, page)});
    };
    add_pages("notice", State::notice, forms->notice);
    add_pages("data-use", State::data_use, forms->data_use);
    return cases;
}

} // namespace rexue::screens::samples
