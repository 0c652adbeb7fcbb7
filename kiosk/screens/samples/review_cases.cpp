#include "kiosk/screens/samples/review_cases.h"

#include <string>

#include "kiosk/rules/identity/masking.h"
#include "kiosk/screens/samples/sample_house.h"

namespace rexue::screens::samples {

namespace {

using namespace flow::staff;

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

// Ten days after platelets, for a patient whom no other platelets suit.
Session matching(State state, bool is_approved) {
    Session session = reviewing(state);
    Review& review = *session.review;
    const auto free_day = base::parse_date("2026-06-18").value();
    review.reasons = {{.code = "N02",
                       .words = {.zh_CN = "两次献血小板之间要隔两周，一年最多24次。",
                                 .en = "Between two donations of platelets lie two weeks, with at "
                                       "most 24 in a year."},
                       .until = free_day,
                       .defers = true,
                       .bars_whole_blood = false}};
    review.earliest = {base::parse_date("2026-06-14").value(), free_day};
    review.limits_not_met.clear();
    review.measured = {{.measure = Measure::weight_kg, .value = 64}};
    for (Answer& answer : review.answers)
        answer.needs_look = false;
    review.special_match = SpecialMatch{
        .rule = "N03",
        .words = {.zh_CN = "为特定病人配型、医生同意时，两次献血小板之间要隔一周。",
                  .en = "For a special match, with the physician's approval, one week lies between "
                        "two donations of platelets."},
        .is_approved = is_approved};
    review.steps.clear();
    if (!is_approved) return session;
    review.reasons.clear();
    review.standing = Standing::clear;
    review.steps = {
        {.staff = "1002", .name = "示例医生", .corrected = {}, .match = MatchStep::approve}};
    return session;
}

// The thirtieth donation, on World Blood Donor Day.
Session giving(State state, bool is_given) {
    Session session = nothing_against_it();
    session.state = state;
    session.review->gifts = {
        {.offer = "certificate-milestone",
         .title = {.zh_CN = "献血次数纪念证书", .en = "Milestone certificate"},
         .occasion = {.zh_CN = "第30次献血", .en = "Donation no. 30"},
         .is_given = is_given,
         .left = is_given ? 2 : 3,
         .is_verified = false},
        {.offer = "coin-donor-day",
         .title = {.zh_CN = "世界献血者日纪念币", .en = "World Blood Donor Day coin"},
         .occasion = {.zh_CN = "世界献血者日", .en = "World Blood Donor Day"},
         .left = 0,
         .is_verified = false}};
    return session;
}

// Haemoglobin defers both; the weight is not for so much.
Session deciding_against_a_limit() {
    Session session = reviewing(State::deciding);
    session.review->reasons.clear();
    session.review->limits_not_met = {{.rule = "L13",
                                       .measure = "haemoglobin_g_per_l",
                                       .words = {},
                                       .is_verified = true,
                                       .defers = true},
                                      {.rule = "V03",
                                       .measure = "weight_kg",
                                       .words = {},
                                       .volume_ml = 400,
                                       .bars_platelets = false}};
    session.draft = {};
    return session;
}

Session too_light_for_so_much() {
    Session session = reviewing(State::review);
    session.review->reasons.clear();
    session.review->measured = {{.measure = Measure::weight_kg, .value = 52}};
    session.review->limits_not_met = {deciding_against_a_limit().review->limits_not_met.back()};
    for (Answer& answer : session.review->answers)
        answer.needs_look = false;
    session.review->steps.clear();
    return session;
}

// Nurses see what defers in public, and neither marks nor what was put right.
Session seen_by_a_nurse() {
    Session session = reviewing(State::review, Role::nurse);
    for (Answer& answer : session.review->answers)
        answer.needs_look = false;
    session.review->steps.pop_back();
    return session;
}

// As nurses see whatever a physician judges.
Session for_a_physician() {
    Session session = nothing_against_it();
    session.role = Role::nurse;
    session.staff_name = "示例护士";
    session.review->standing = Standing::needs_look;
    session.review->reasons = {
        {.code = "for_physician", .is_doubt = true, .words = {}, .until = std::nullopt}};
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

} // namespace

std::vector<StaffCase> review_cases() {
    return {
        {"reviews", reviewing(State::reviews)},
        {"reviews-none", nobody_to_look_at(Freshness::fresh)},
        {"reviews-unknown", nobody_to_look_at(Freshness::unknown)},
        {"reviews-none-stale", nobody_to_look_at(Freshness::stale)},
        {"reviews-stale", stale(reviewing(State::reviews))},
        {"reviews-many", thirty_to_look_at()},
        {"reviews-offline", without_a_line(stale(thirty_to_look_at()))},
        {"review", reviewing(State::review)},
        {"review-nurse", seen_by_a_nurse()},
        {"review-for-physician", for_a_physician()},
        {"review-match", matching(State::review, false)},
        {"review-match-approved", matching(State::review, true)},
        {"review-too-light", too_light_for_so_much()},
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
        {"matching", matching(State::matching, false)},
        {"matching-approved", matching(State::matching, true)},
        {"matching-saving", saving(matching(State::matching, false))},
        {"review-gifts", giving(State::review, false)},
        {"giving", giving(State::giving, false)},
        {"giving-given", giving(State::giving, true)},
        {"deciding-against-a-limit", deciding_against_a_limit()},
        {"deciding", reviewing(State::deciding)},
        {"deciding-against-a-rule", deciding_against_a_rule()},
        {"deciding-saving", saving(reviewing(State::deciding))},
        {"deciding-refused", with_remark(reviewing(State::deciding), Remark::server_away)},
    };
}

} // namespace rexue::screens::samples
