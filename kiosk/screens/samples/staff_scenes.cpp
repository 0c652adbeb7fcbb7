#include <string>
#include <utility>

#include "kiosk/rules/identity/masking.h"
#include "kiosk/rules/queue/help.h"
#include "kiosk/screens/samples/sample_house.h"
#include "kiosk/screens/samples/scenes.h"
#include "kiosk/screens/staff/staff_screens.h"

namespace rexue::screens::samples {

namespace {

using namespace flow::staff;

constexpr ui::Canvas panel{.width_px = 1920, .height_px = 1080, .width_mm = 531};

constexpr const char* very_long_name = "SAMPLE VISITOR WITH AN EXTRAORDINARILY LONG NAM";

Session house_session(State state) {
    Session session;
    session.state = state;
    session.house = sample_house();
    session.queue = sample_queue();
    session.link = flow::Link::online;
    if (state != State::signed_out && state != State::signing_in) session.staff_name = "示例护士";
    return session;
}

Session at_the_desk() {
    Session session = house_session(State::desk);
    session.desk = "w1";
    session.briefs = {{.ticket = "A012",
                       .masked_name = "示*样",
                       .sex = "male",
                       .age_years = 36,
                       .donation_count = 8,
                       .last_donation = sample_donor().last_donation}};
    return session;
}

Session empty_desk() {
    Session session = at_the_desk();
    session.queue = {};
    return session;
}

Session help_wanted(Session session, std::chrono::seconds asked_ago) {
    session.queue = with_help_wanted(session.queue, asked_ago);
    return session;
}

// Two have asked long ago, two just now.
Session help_wanted_by_many() {
    Session session = at_the_desk();
    for (const int seconds : {400, 200, 20, 10})
        session.queue = with_help_wanted(session.queue, std::chrono::seconds(seconds));
    return session;
}

Session crowded() {
    Session session = at_the_desk();
    session.queue = crowded_queue();
    return session;
}

Session long_names() {
    Session session = at_the_desk();
    session.house = with_long_names(session.house);
    session.staff_name = "示例买买提·测试古丽主管护师";
    session.briefs.front().masked_name = identity::mask_name(very_long_name);
    return session;
}

Session kept_back() {
    Session session = at_the_desk();
    session.health.kept_back = 2;
    return session;
}

Session typed_by_the_donor() {
    Session session = at_the_desk();
    session.briefs.front().was_typed = true;
    session.briefs.front().masked_name.clear();
    return session;
}

Session clock_wrong() {
    Session session = at_the_desk();
    session.health.clock_is_behind = true;
    return session;
}

// All that can be wrong at once.
Session everything_wrong() {
    Session session = help_wanted_by_many();
    session.link = flow::Link::untrusted;
    session.health = {.kept_back = 2, .clock_is_behind = true};
    session.remark = Remark::server_away;
    return session;
}

Session with_link(flow::Link link) {
    Session session = at_the_desk();
    session.link = link;
    return session;
}

Session being_served() {
    Session session = at_the_desk();
    for (queue::TicketState& ticket : session.queue.tickets) {
        if (ticket.ticket == "A012") ticket.status = queue::TicketStatus::being_served;
    }
    return session;
}

Session choosing_among_long_names() {
    Session session = house_session(State::choose_desk);
    session.house = with_long_names(five_desks());
    return session;
}

Session remarked(Remark remark) {
    Session session = at_the_desk();
    session.remark = remark;
    return session;
}

// The called one did not come, and another who had missed the call is back.
Session missed_at_a_free_desk() {
    Session session = at_the_desk();
    session.queue = queue_with_missed_calls();
    return session;
}

Session typed() {
    Session session = house_session(State::signed_out);
    session.number = "1001";
    session.field = Field::pin;
    session.pin = "0000";
    return session;
}

Session refused(Remark remark) {
    Session session = typed();
    session.pin.clear();
    session.remark = remark;
    return session;
}

const BothLanguages tattoo{.zh_CN = "最近一年，文过身，或被针扎伤、伤口沾过别人的血吗？",
                           .en =
                               "In the last year, did you have a tattoo, or were you pricked by "
                               "a needle, or did another person's blood get into a wound?"};

std::vector<Answer> sample_answers() {
    const auto yes_no = [](const char* question, const char* zh, const char* en, bool said) {
        return Answer{.question = question,
                      .text = {.zh_CN = zh, .en = en},
                      .kind = AnswerKind::yes_no,
                      .values = {said ? "true" : "false"}};
    };
    std::vector<Answer> answers{
        {.question = "Q16",
         .text = tattoo,
         .kind = AnswerKind::yes_no,
         .values = {"true"},
         .needs_look = true},
        {.question = "Q16.what",
         .text = {.zh_CN = "是下面哪一种？可以选几个。",
                  .en = "Which of these? You may choose several."},
         .kind = AnswerKind::choice,
         .values = {"tattoo"},
         .choices = {{.value = "tattoo", .words = {.zh_CN = "文身", .en = "A tattoo"}},
                     {.value = "needle-or-blood",
                      .words = {.zh_CN = "被针扎伤，或伤口沾过别人的血",
                                .en = "A needle, or blood in a wound"}}},
         .takes_many = true,
         .needs_look = true},
        {.question = "Q16.tattoo",
         .text = {.zh_CN = "文身：是哪天？记不清可不填。",
                  .en = "The tattoo: on which day? Leave it open if you do not remember."},
         .kind = AnswerKind::date,
         .values = {"2026-03-01"},
         .needs_look = true},
        yes_no("Q03", "今天觉得身体舒服吗？", "Do you feel well today?", true),
        yes_no("Q04", "昨晚睡得好，今天也吃过东西了吗？",
               "Did you sleep well, and have you eaten today?", true),
    };
    for (int number = 5; number < 25; ++number) {
        const std::string question = "Q" + std::to_string(100 + number);
        answers.push_back(yes_no(question.c_str(), "最近一周，感冒、喉咙痛、发烧或拉肚子了吗？",
                                 "In the last week, a cold, a sore throat, a fever or diarrhoea?",
                                 false));
    }
    return answers;
}

Reason of_the_tattoo() {
    return {.code = "T09",
            .words = {.zh_CN = "文身或伤口沾血后一年内，请先不要献血。",
                      .en = "In the year after a tattoo, please wait."},
            .until = base::parse_date("2027-03-01").value(),
            .defers = true};
}

Review sample_review() {
    return {
        .ticket = "A012",
        .position = 2,
        .masked_name = "示*样",
        .sex = "male",
        .age_years = 36,
        .book = "gb18467-2011|1",
        .earliest = {base::parse_date("2027-03-01").value(),
                     base::parse_date("2027-03-01").value()},
        .reasons = {of_the_tattoo(),
                    {.code = "typed_number", .is_doubt = true, .words = {}, .until = std::nullopt}},
        .answers = sample_answers(),
        .measured = {{.measure = Measure::weight_kg, .value = 64},
                     {.measure = Measure::haemoglobin_g_per_l, .value = 118},
                     {.measure = Measure::temperature_c, .value = 37.6}},
        .limits_not_met =
            {{.rule = "L13", .measure = "haemoglobin_g_per_l", .words = {}, .is_verified = true},
             {.rule = "L09", .measure = "temperature_c", .words = {}, .is_verified = false}},
        .steps = {{.staff = "1001",
                   .name = "示例护士",
                   .measured = {{.measure = Measure::haemoglobin_g_per_l, .value = 118}}},
                  {.staff = "1002",
                   .name = "示例医生",
                   .corrected = "Q16",
                   .before = {"false"},
                   .after = {"true"}}}};
}

Session reviewing(State state, Role role = Role::physician) {
    Session session = at_the_desk();
    session.state = state;
    session.role = role;
    if (role == Role::physician) session.staff_name = "示例医生";
    session.reviews = {{.ticket = "A012", .reasons = sample_review().reasons}};
    session.reviews_are = Freshness::fresh;
    if (state != State::reviews) session.review = sample_review();
    if (state == State::measuring) {
        session.draft = {.measure = Measure::haemoglobin_g_per_l, .figure = "121"};
    }
    if (state == State::deciding) {
        session.review->reasons.erase(session.review->reasons.begin());
        session.draft.decision[0].kind = DecisionKind::may_give;
        session.draft.decision[1] = {.type = Type::platelets,
                                     .kind = DecisionKind::deferred,
                                     .until = base::parse_date("2026-12-14").value()};
    }
    return session;
}

Session correcting(const char* question) {
    Session session = reviewing(State::correcting);
    session.draft.question = question;
    const Answer& answer = *find_answer(*session.review, question);
    if (answer.kind == AnswerKind::choice) session.draft.chosen = answer.values;
    if (answer.kind == AnswerKind::date) session.draft.figure = "202603";
    return session;
}

Session nobody_to_look_at(Freshness reviews_are) {
    Session session = reviewing(State::reviews);
    session.reviews.clear();
    session.reviews_are = reviews_are;
    return session;
}

Session stale(Session session) {
    session.reviews_are = Freshness::stale;
    return session;
}

// Of a crowded day; some are for the physician, and the list does not say why.
Session thirty_to_look_at() {
    Session session = reviewing(State::reviews);
    session.reviews.clear();
    for (int number = 0; number < 30; ++number) {
        session.reviews.push_back(
            {.ticket = "A0" + std::to_string(12 + number),
             .reasons = number % 7 == 2
                            ? std::vector<Reason>{{.code = "P19", .words = {}, .is_private = true}}
                            : sample_review().reasons});
    }
    return session;
}

Session nothing_against_it() {
    Session session = reviewing(State::review);
    Review& review = *session.review;
    review.standing = Standing::clear;
    review.reasons.clear();
    review.limits_not_met.clear();
    review.measured = {{.measure = Measure::weight_kg, .value = 64}};
    review.steps.clear();
    for (Answer& answer : review.answers)
        answer.needs_look = false;
    return session;
}

Session of_long_names(const char* name) {
    Session session = reviewing(State::review);
    session.house = with_long_names(session.house);
    session.staff_name = "示例买买提·测试古丽主管医师";
    session.review->masked_name = identity::mask_name(name);
    for (StepTaken& step : session.review->steps)
        step.name = session.staff_name;
    return session;
}

// Every reason that there is, private ones too.
Session much_to_look_at() {
    Session session = reviewing(State::review);
    for (const char* code : {"no_answers", "unknown_book", "contradiction", "terminal_differs"}) {
        session.review->reasons.push_back(
            {.code = code, .is_doubt = true, .words = {}, .until = std::nullopt});
    }
    return session;
}

Session unanswered() {
    Session session = reviewing(State::review);
    session.review->answers.clear();
    session.review->reasons = {
        {.code = "no_answers", .is_doubt = true, .words = {}, .until = std::nullopt}};
    return session;
}

Session decided() {
    Session session = reviewing(State::review);
    session.review->standing = Standing::decided;
    session.review->steps.push_back(
        {.staff = "1002",
         .name = "示例医生",
         .corrected = {},
         .decision = {{.type = Type::whole_blood,
                       .kind = DecisionKind::deferred,
                       .until = base::parse_date("2027-03-01").value()},
                      {.type = Type::platelets, .kind = DecisionKind::permanently}}});
    return session;
}

Session saving(Session session) {
    session.taking_step = true;
    return session;
}

Session without_a_line(Session session) {
    session.link = flow::Link::offline;
    return session;
}

Session with_remark(Session session, Remark remark) {
    session.remark = remark;
    return session;
}

// A rule defers both: only a later day can be signed.
Session deciding_against_a_rule() {
    Session session = reviewing(State::deciding);
    session.review = sample_review();
    session.draft = {};
    return session;
}

// Called for by the terminal itself, and by donors.
Session help_of_every_kind() {
    Session session = at_the_desk();
    session.queue = with_help_about(session.queue, "out_of_paper", std::chrono::seconds(20));
    session.queue = with_help_about(session.queue, "no_number", std::chrono::seconds(10));
    return session;
}

struct Case {
    const char* name;
    Session session;
};

std::vector<Case> cases() {
    using std::chrono::seconds;
    const Session signed_out = house_session(State::signed_out);
    return {
        {"sign-in", signed_out},
        {"sign-in-typed", typed()},
        {"sign-in-wrong", refused(Remark::wrong_number_or_pin)},
        {"sign-in-locked", refused(Remark::session_ended)},
        {"sign-in-many-tries", refused(Remark::too_many_tries)},
        {"sign-in-help", help_wanted(signed_out, queue::help_is_everywhere_after)},
        {"signing-in", house_session(State::signing_in)},
        {"choose-desk", house_session(State::choose_desk)},
        {"choose-desk-long-names", choosing_among_long_names()},
        {"desk", at_the_desk()},
        {"reviews", reviewing(State::reviews)},
        {"reviews-none", nobody_to_look_at(Freshness::fresh)},
        {"reviews-unknown", nobody_to_look_at(Freshness::unknown)},
        {"reviews-none-stale", nobody_to_look_at(Freshness::stale)},
        {"reviews-stale", stale(reviewing(State::reviews))},
        {"reviews-many", thirty_to_look_at()},
        {"reviews-offline", without_a_line(stale(thirty_to_look_at()))},
        {"review", reviewing(State::review)},
        {"review-nurse", reviewing(State::review, Role::nurse)},
        {"review-clear", nothing_against_it()},
        {"review-much", much_to_look_at()},
        {"review-unanswered", unanswered()},
        {"review-decided", decided()},
        {"review-english-name", of_long_names(very_long_name)},
        {"review-uyghur-name", of_long_names("示例古丽·测试买买提")},
        {"review-offline", without_a_line(reviewing(State::review))},
        {"review-moved-on", with_remark(reviewing(State::review), Remark::moved_on)},
        {"correcting", correcting("Q16")},
        {"correcting-choice", correcting("Q16.what")},
        {"correcting-date", correcting("Q16.tattoo")},
        {"correcting-saving", saving(correcting("Q16"))},
        {"measuring", reviewing(State::measuring)},
        {"measuring-saving", saving(reviewing(State::measuring))},
        {"measuring-refused", with_remark(reviewing(State::measuring), Remark::not_possible)},
        {"deciding", reviewing(State::deciding)},
        {"deciding-against-a-rule", deciding_against_a_rule()},
        {"deciding-saving", saving(reviewing(State::deciding))},
        {"deciding-refused", with_remark(reviewing(State::deciding), Remark::server_away)},
        {"desk-empty", empty_desk()},
        {"desk-served", being_served()},
        {"desk-typed", typed_by_the_donor()},
        {"desk-help", help_wanted(at_the_desk(), seconds(30))},
        {"desk-help-urgent", help_wanted(at_the_desk(), queue::help_is_urgent_after)},
        {"desk-help-many", help_wanted_by_many()},
        {"desk-help-kinds", help_of_every_kind()},
        {"desk-missed", missed_at_a_free_desk()},
        {"desk-offline", with_link(flow::Link::offline)},
        {"desk-connecting", with_link(flow::Link::connecting)},
        {"desk-used-elsewhere", with_link(flow::Link::duplicate_terminal)},
        {"desk-kept-back", kept_back()},
        {"desk-clock", clock_wrong()},
        {"desk-crowded", crowded()},
        {"desk-long-names", long_names()},
        {"desk-moved-on", remarked(Remark::moved_on)},
        {"desk-moved-on-help", help_wanted(remarked(Remark::moved_on), seconds(30))},
        {"desk-everything-wrong", everything_wrong()},
    };
}

Scene scene(const Case& one) {
    return {.name = std::string("staff-") + one.name,
            .canvas = panel,
            .viewing_distance_mm = 500,
            .look = {},
            .draw = [session = one.session](ui::Frame& frame) {
                const staff::Emit nowhere = [](const Event&) {};
                staff::draw(frame, {.session = session, .now = sample_now(), .emit = nowhere});
            }};
}

} // namespace

std::vector<Scene> staff_scenes() {
    std::vector<Scene> scenes;
    for (const Case& one : cases())
        scenes.push_back(scene(one));
    return scenes;
}

} // namespace rexue::screens::samples
