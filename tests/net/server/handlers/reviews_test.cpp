// Staff and a visit: who needs a look and why, nurses measure, physicians correct and decide, every
// step is kept with who took it.
#include "tests/net/server/handlers/reviews.h"

#include "net/wire/gifts.h"
#include "platform/storage/file.h"

namespace rexue::tests {
namespace {

using questionnaire::Value;
using wire::DecisionKind;
using wire::DonationType;
using wire::ReviewStatus;
using wire::StaffRole;

TEST_F(Reviews, nobody_looks_at_a_visit_that_no_rule_stands_against) {
    const auto visit = a_visit(answers());
    const auto review = see(physician(), visit);
    EXPECT_EQ(review.status, ReviewStatus::clear)
        << boost::json::serialize(json::to_json(review.reasons));
    EXPECT_EQ(review.book, shipped_book());
    EXPECT_EQ(review.ticket, "A001");
    EXPECT_EQ(review.masked_name, "示*样");
    ASSERT_EQ(review.assessments.size(), 2u);
    EXPECT_EQ(review.assessments[0].outcome, wire::AssessedOutcome::eligible);
}

TEST_F(Reviews, a_question_for_staff_needs_a_look_and_says_which_in_words) {
    const auto question = a_question(false, true);
    const auto visit = a_visit(answers({{question, Value(true)}}), wire::AssessedOutcome::refer);
    const auto briefs = list(physician());
    ASSERT_EQ(briefs.size(), 1u);
    EXPECT_EQ(briefs[0].visit, visit);
    EXPECT_EQ(briefs[0].status, ReviewStatus::needs_look);
    ASSERT_FALSE(briefs[0].reasons.empty());
    EXPECT_FALSE(briefs[0].reasons[0].words.zh_CN.empty());
}

TEST_F(Reviews, a_book_the_server_does_not_have_is_never_cleared) {
    const auto visit = a_visit(answers(), wire::AssessedOutcome::eligible, "gb18467-2031|2031-1");
    const auto review = see(physician(), visit);
    EXPECT_EQ(review.status, ReviewStatus::needs_look);
    EXPECT_TRUE(has_reason(review, wire::doubt::unknown_book));
    for (const auto& assessment : review.assessments)
        EXPECT_NE(assessment.outcome, wire::AssessedOutcome::eligible);
}

TEST_F(Reviews, a_book_that_is_not_in_force_judges_nobody) {
    const auto desk = physician();
    // The draft has no day yet; by it a man of 60 may give.
    const auto by_draft = [](wire::VisitRecord& record) {
        record.birth = base::parse_date("1964-08-09").value();
        for (auto& assessment : record.assessments)
            assessment.book = "draft-law-2025|2026-1";
    };
    const auto review = see(desk, a_visit_where(by_draft));
    EXPECT_TRUE(has_reason(review, wire::doubt::book_not_in_force));
    EXPECT_TRUE(has_reason(review, "L01")) << "by the book in force";
    EXPECT_EQ(review.book, shipped_book());
    EXPECT_EQ(review.status, ReviewStatus::needs_look);
    // The law's own first day is 2012-07-01.
    const auto too_early = see(desk, a_visit_where([](wire::VisitRecord& record) {
                                   record.checked_in_at = base::Instant();
                               }));
    EXPECT_TRUE(has_reason(too_early, wire::doubt::book_not_in_force));
    const auto two_books = see(desk, a_visit_where([](wire::VisitRecord& record) {
                                   record.assessments.back().book = "draft-law-2025|2026-1";
                               }));
    EXPECT_TRUE(has_reason(two_books, wire::doubt::book_not_in_force));
    EXPECT_EQ(two_books.book, shipped_book());
}

TEST_F(Reviews, what_cannot_be_opened_stays_in_the_list) {
    const auto desk = nurse();
    const auto good = a_visit(answers());
    const auto bad_record = a_visit(answers());
    const auto bad_step = a_visit(answers());
    const auto house = a_house().house;
    send_unreadable(bad_record);
    auto told = a_check_in("A003", terminal_->enrolment.terminal.value);
    told.kind = queue::EventKind::reviewed;
    told.id = an_id();
    told.visit = bad_step;
    ASSERT_TRUE(store().append_review_step(
        house, bad_step, {.id = an_id(), .position = 1, .sealed = "AAAA"}, told, noon));
    const auto briefs = list(desk);
    ASSERT_EQ(briefs.size(), 3u);
    EXPECT_EQ(briefs[0].visit, good);
    EXPECT_EQ(briefs[0].status, ReviewStatus::clear);
    const auto seen = desk.get("/v1/houses/test-house/visits?tickets-of=today");
    ASSERT_EQ(seen.status, 200) << seen.body;
    const auto visits =
        json::from_json<wire::VisitBriefs>(json::parse(seen.body).value()).value().visits;
    ASSERT_EQ(visits.size(), 3u) << "somebody waits behind every ticket";
    EXPECT_FALSE(visits[0].doubt);
    EXPECT_EQ(visits[1].visit, bad_record);
    EXPECT_EQ(visits[1].ticket, "A002");
    EXPECT_EQ(visits[1].doubt, wire::doubt::unreadable_record);
    EXPECT_EQ(visits[1].masked_name, "");
    EXPECT_FALSE(visits[2].doubt) << "the record itself can be read";
    for (const size_t i : {1u, 2u}) {
        EXPECT_EQ(briefs[i].visit, i == 1 ? bad_record : bad_step);
        EXPECT_EQ(briefs[i].ticket, "A00" + std::to_string(i + 1));
        EXPECT_EQ(briefs[i].status, ReviewStatus::needs_look);
        ASSERT_EQ(briefs[i].reasons.size(), 1u);
        EXPECT_EQ(briefs[i].reasons[0].code, wire::doubt::unreadable_record);
    }
}

TEST_F(Reviews, the_list_tells_at_once_what_a_step_or_a_newer_record_changes) {
    const auto visit = a_visit(answers());
    const auto desk = nurse();
    const auto physicians = physician();
    const auto status = [&](const TestTerminal& who) { return list(who).at(0).status; };
    EXPECT_EQ(status(desk), ReviewStatus::clear);
    ASSERT_EQ(take(desk, visit, measured(0, wire::Measure::haemoglobin_g_per_l, 80)).status, 200);
    EXPECT_EQ(status(desk), ReviewStatus::needs_look);
    const auto until = base::parse_date("2026-12-14").value();
    ASSERT_EQ(take(physicians, visit, decided(1, DecisionKind::deferred, until)).status, 200);
    EXPECT_EQ(status(desk), ReviewStatus::decided);
    send_unreadable(visit);
    EXPECT_EQ(list(desk).at(0).reasons.at(0).code, wire::doubt::unreadable_record);
}

TEST_F(Reviews, the_list_hears_of_a_donation_on_record_within_a_minute) {
    const auto donor = on_record("000000197508090038");
    by_card(donor);
    const auto desk = nurse();
    EXPECT_EQ(list(desk).at(0).status, ReviewStatus::clear);
    on_record("000000197508090038", {{.date = base::parse_date("2026-05-14").value(),
                                      .type = DonationType::whole_blood,
                                      .volume_ml = 400}});
    clock_.advance(std::chrono::minutes(1));
    EXPECT_EQ(list(desk).at(0).status, ReviewStatus::needs_look) << "N01";
}

TEST_F(Reviews, no_answers_and_a_form_the_server_does_not_have_are_for_staff) {
    const auto desk = physician();
    EXPECT_TRUE(has_reason(see(desk, a_visit(std::nullopt)), wire::doubt::no_answers));
    const auto other = a_visit(R"({"resourceType":"QuestionnaireResponse","status":"completed",)"
                               R"("questionnaire":"http://example.test/form|9"})");
    EXPECT_TRUE(has_reason(see(desk, other), wire::doubt::unknown_form));
    EXPECT_EQ(see(desk, other).status, ReviewStatus::needs_look);
}

TEST_F(Reviews, a_server_without_books_leaves_everything_to_staff) {
    server_.reset();
    run("");
    terminal_->port = server_->port();
    const auto review = see(physician(), a_visit(answers(), {}, "gb18467-2011|1"));
    EXPECT_EQ(review.status, ReviewStatus::needs_look);
    EXPECT_FALSE(review.book);
}

TEST_F(Reviews, a_terminal_that_says_otherwise_is_looked_into) {
    const auto review = see(physician(), a_visit(answers(), wire::AssessedOutcome::deferred));
    EXPECT_TRUE(has_reason(review, wire::doubt::terminal_differs));
    EXPECT_EQ(review.status, ReviewStatus::needs_look);
}

TEST_F(Reviews, a_physician_puts_an_answer_right_and_the_first_one_stays) {
    const auto question = a_question(false, true);
    const auto visit = a_visit(answers({{question, Value(true)}}), wire::AssessedOutcome::refer);
    const auto desk = physician();
    const auto review = review_in(take(desk, visit, corrected(0, question, "false")));
    EXPECT_EQ(review.status, ReviewStatus::clear);
    ASSERT_EQ(review.entries.size(), 1u);
    EXPECT_EQ(review.entries[0].staff, "1002");
    EXPECT_EQ(review.entries[0].at, noon);
    EXPECT_EQ(review.entries[0].before, std::vector<std::string>{"true"});
    EXPECT_EQ(review.entries[0].book, shipped_book());
    EXPECT_EQ(problem_code(take(desk, visit, corrected(1, "Q99", "false"))), "invalid_argument");
    EXPECT_EQ(problem_code(take(desk, visit, corrected(1, question, "perhaps"))),
              "invalid_argument");
}

TEST_F(Reviews, a_nurse_measures_and_does_not_decide) {
    const auto visit = a_visit(answers());
    const auto desk = nurse();
    EXPECT_EQ(problem_code(take(desk, visit, decided(0, DecisionKind::may_give))), "forbidden");
    EXPECT_EQ(problem_code(take(desk, visit, corrected(0, a_question(false, true), "true"))),
              "forbidden");
    const auto review =
        review_in(take(desk, visit, measured(0, wire::Measure::haemoglobin_g_per_l, 119)));
    ASSERT_EQ(review.limits_not_met.size(), 1u);
    EXPECT_EQ(review.limits_not_met[0].rule, "L13");
    EXPECT_EQ(review.status, ReviewStatus::needs_look);
    const auto again =
        review_in(take(desk, visit, measured(1, wire::Measure::haemoglobin_g_per_l, 120)));
    EXPECT_TRUE(again.limits_not_met.empty());
    EXPECT_EQ(again.entries.size(), 2u) << "the first value stays";
    EXPECT_EQ(problem_code(take(desk, visit, measured(2, wire::Measure::weight_kg, 700))),
              "invalid_argument");
}

TEST_F(Reviews, staff_give_out_what_the_house_has_once_a_visit) {
    ASSERT_TRUE(store().put_stock(a_house().house, {.offer = "coin-birthday", .count = 1}));
    const auto desk = nurse();
    const auto visit = a_visit(answers());
    const auto step = [&](const base::Uuid& of, wire::GiftAction action) {
        return desk.post("/v1/visits/" + of.to_string() + "/gifts",
                         json::to_json(wire::GiftStep{.offer = "coin-birthday", .action = action}));
    };
    const auto left = [&](const Answer& answer) {
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::from_json<wire::GiftAnswer>(json::parse(answer.body).value())->left;
    };
    using wire::GiftAction;
    EXPECT_EQ(left(step(visit, GiftAction::give)), 0);
    EXPECT_EQ(left(step(visit, GiftAction::give)), 0);
    EXPECT_EQ(problem_code(step(a_visit(answers()), GiftAction::give)), "conflict");
    const auto house = terminal_->get("/v1/houses/test-house");
    const auto told = json::from_json<wire::House>(json::parse(house.body).value())->stock;
    ASSERT_TRUE(told);
    EXPECT_EQ(told->front().count, 0) << "terminals are told";
    EXPECT_EQ(left(step(visit, GiftAction::take_back)), 1);
    EXPECT_EQ(problem_code(step(an_id(), GiftAction::give)), "not_found");
    EXPECT_EQ(
        problem_code(terminal_->post("/v1/visits/" + visit.to_string() + "/gifts",
                                     json::to_json(wire::GiftStep{.offer = "coin-birthday"}))),
        "forbidden");
}

TEST_F(Reviews, a_review_tells_what_the_house_has_to_give_today) {
    const auto desk = nurse();
    const auto visit = a_visit(answers());
    EXPECT_TRUE(see(desk, visit).gifts->empty()) << "nothing in stock";
    const auto offer = "coin-world-donor-day";
    ASSERT_TRUE(store().put_stock(a_house().house, {.offer = offer, .count = 1}));
    ASSERT_TRUE(store().put_stock(a_house().house, {.offer = "coin-birthday", .count = 1}));
    const auto gifts = see(desk, visit).gifts.value();
    ASSERT_EQ(gifts.size(), 1u) << "it is nobody's birthday";
    EXPECT_EQ(gifts[0].offer, offer);
    EXPECT_FALSE(gifts[0].is_given);
    EXPECT_EQ(gifts[0].left, 1);
    EXPECT_EQ(desk.post("/v1/visits/" + visit.to_string() + "/gifts",
                        json::to_json(wire::GiftStep{.offer = offer}))
                  .status,
              200);
    const auto after = see(desk, visit).gifts.value();
    ASSERT_EQ(after.size(), 1u) << "what was given is seen, though none is left";
    EXPECT_TRUE(after[0].is_given);
    EXPECT_EQ(after[0].left, 0);
}

TEST_F(Reviews, an_operator_sees_no_review) {
    const auto visit = a_visit(answers());
    const auto desk = somebody(StaffRole::operator_, "1003");
    EXPECT_EQ(problem_code(desk.get(path_of(visit))), "forbidden");
    EXPECT_EQ(problem_code(desk.get("/v1/houses/test-house/reviews")), "forbidden");
}

TEST_F(Reviews, who_comes_by_honour_card_is_judged_by_what_the_number_on_record_tells) {
    const auto visit = by_card(on_record("000000197508090038"));
    const auto desk = physician();
    const auto before = see(desk, visit);
    EXPECT_EQ(before.status, ReviewStatus::clear)
        << boost::json::serialize(json::to_json(before.reasons));
    EXPECT_EQ(before.age_years, 50);
    EXPECT_EQ(before.sex, "male");
    ASSERT_EQ(take(nurse(), visit, measured(0, wire::Measure::haemoglobin_g_per_l, 80)).status,
              200);
    EXPECT_EQ(see(desk, visit).limits_not_met.size(), 1u) << "L13";
    EXPECT_EQ(problem_code(take(desk, visit, decided(1, DecisionKind::may_give))),
              "invalid_argument");
}

TEST_F(Reviews, who_came_last_month_is_not_cleared_by_an_honour_card) {
    // N01: half a year between two donations of whole blood.
    const auto donor =
        on_record("000000197508090038", {{.date = base::parse_date("2026-05-14").value(),
                                          .type = DonationType::whole_blood,
                                          .volume_ml = 400}});
    const auto visit = by_card(donor);
    const auto desk = physician();
    const auto review = see(desk, visit);
    ASSERT_EQ(review.assessments.size(), 2u);
    EXPECT_EQ(review.assessments[0].outcome, wire::AssessedOutcome::deferred);
    EXPECT_EQ(problem_code(take(desk, visit, decided(0, DecisionKind::may_give))),
              "invalid_argument");
}

TEST_F(Reviews, who_types_a_number_is_judged_by_what_it_tells) {
    // L13 again: 117 g/L is enough for a woman alone.
    const auto desk = physician();
    const auto woman = by_typed_number("000000197508090046");
    const auto man = by_typed_number("000000197508090038");
    const auto too_old = by_typed_number("000000194008090038");
    EXPECT_TRUE(has_reason(see(desk, woman), wire::doubt::typed_number));
    EXPECT_FALSE(has_reason(see(desk, woman), wire::doubt::missing_facts));
    for (const auto& [visit, limits] : {std::pair{woman, 0u}, {man, 1u}}) {
        ASSERT_EQ(take(desk, visit, measured(0, wire::Measure::haemoglobin_g_per_l, 117)).status,
                  200);
        EXPECT_EQ(see(desk, visit).limits_not_met.size(), limits);
    }
    EXPECT_TRUE(has_reason(see(desk, too_old), "L01"));
    EXPECT_EQ(problem_code(take(desk, too_old, decided(0, DecisionKind::may_give))),
              "invalid_argument");
}

TEST_F(Reviews, of_unknown_sex_what_nobody_may_have_still_bars) {
    // A foreign number of 2017 tells the birth and not the sex.
    const auto visit = by_typed_number("ZZZ000080123102");
    const auto desk = physician();
    const auto before = see(desk, visit);
    EXPECT_TRUE(has_reason(before, wire::doubt::missing_facts));
    EXPECT_EQ(before.age_years, 45);
    ASSERT_EQ(take(desk, visit, measured(0, wire::Measure::haemoglobin_g_per_l, 117)).status, 200);
    EXPECT_TRUE(see(desk, visit).limits_not_met.empty()) << "enough for a woman";
    ASSERT_EQ(take(desk, visit, measured(1, wire::Measure::haemoglobin_g_per_l, 80)).status, 200);
    EXPECT_EQ(see(desk, visit).limits_not_met.size(), 1u);
    EXPECT_EQ(problem_code(take(desk, visit, decided(2, DecisionKind::may_give))),
              "invalid_argument");
}

TEST_F(Reviews, a_decision_survives_a_restart_and_is_sealed_at_rest) {
    const auto visit = a_visit(answers());
    const auto desk = physician();
    ASSERT_EQ(take(desk, visit, decided(0, DecisionKind::may_give)).status, 200);
    const auto kept = store().review_steps(visit).value();
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_FALSE(kept[0].contains("may_give"));
    server_.reset();
    run();
    const auto review = see(physician("1004"), visit);
    EXPECT_EQ(review.status, ReviewStatus::decided);
    EXPECT_EQ(review.entries.at(0).staff, "1002");
}

TEST_F(Reviews, of_two_physicians_at_once_the_second_sees_what_the_first_decided) {
    const auto visit = a_visit(answers());
    const auto first = physician("1002");
    const auto second = physician("1004");
    const auto step = decided(0, DecisionKind::passed_on);
    ASSERT_EQ(take(first, visit, step).status, 200);
    EXPECT_EQ(problem_code(take(second, visit, decided(0, DecisionKind::may_give))), "conflict");
    const auto review = see(second, visit);
    ASSERT_EQ(review.entries.size(), 1u);
    EXPECT_EQ(review.entries[0].staff, "1002");
    EXPECT_EQ(review.status, ReviewStatus::needs_look) << "passed on";
    EXPECT_EQ(take(first, visit, step).status, 200) << "the same again";
    EXPECT_EQ(see(second, visit).entries.size(), 1u);
}

TEST_F(Reviews, who_measures_after_a_decision_asks_for_another_one) {
    const auto visit = a_visit(answers());
    const auto desk = physician();
    ASSERT_EQ(take(desk, visit, decided(0, DecisionKind::may_give)).status, 200);
    const auto review =
        review_in(take(nurse(), visit, measured(1, wire::Measure::temperature_c, 36.5)));
    EXPECT_EQ(review.status, ReviewStatus::needs_look);
}

TEST_F(Reviews, the_house_log_says_that_there_was_a_step_and_nothing_of_the_donor) {
    const auto visit = a_visit(answers());
    const auto before = store().events_after(a_house().house, 0, 500)->last;
    const auto step = measured(0, wire::Measure::haemoglobin_g_per_l, 118);
    ASSERT_EQ(take(nurse(), visit, step).status, 200);
    ASSERT_EQ(take(physician(), visit, step).status, 409) << "another person's step has the id";
    const auto told = store().events_after(a_house().house, before, 500)->events;
    ASSERT_EQ(told.size(), 1u);
    EXPECT_EQ(told[0].event.kind, queue::EventKind::reviewed);
    EXPECT_EQ(told[0].event.visit, visit);
    const std::string body = boost::json::serialize(queue::to_json(told[0].event));
    for (const char* personal : {"118", "haemoglobin", "1001", "示"})
        EXPECT_FALSE(body.contains(personal)) << body;
}

TEST_F(Reviews, a_station_reads_a_rule_in_its_own_way_and_a_wrong_file_stops_the_server) {
    const auto file = folder_.path() / "station.json";
    const auto set = [&](const std::string& text) {
        return storage::write_file_atomically(file, base::bytes_of(text), 0600).has_value();
    };
    ASSERT_TRUE(set(R"({"station":"示例站","overrides":[
        {"rule":"L09","at_most":37.2,"set_by":"1004","set_on":"2026-03-01"}]})"));
    const auto assets = std::filesystem::path(REXUE_SOURCE_DIR "/assets");
    const auto read = server::Catalogues::load(assets, file);
    ASSERT_TRUE(read.has_value()) << read.error().detail;
    ASSERT_EQ(read->changes().size(), 1u);
    EXPECT_EQ(read->changes()[0].set_by, "1004");

    server_.reset();
    start({.assets = assets, .station_settings = file});
    terminal_->port = server_->port();
    const auto visit = a_visit(answers());
    const auto review =
        review_in(take(nurse(), visit, measured(0, wire::Measure::temperature_c, 37.3)));
    ASSERT_EQ(review.limits_not_met.size(), 1u) << "the book alone says 37.5";
    EXPECT_EQ(review.limits_not_met[0].rule, "L09");
    const auto house = terminal_->get("/v1/houses/" + a_house().house.value);
    EXPECT_EQ(json::from_json<wire::House>(json::parse(house.body).value())->station_settings,
              read->settings())
        << "terminals go by the same";

    for (const auto& [text, code] : {std::pair{R"({"station":"示例站","overrides":[
             {"rule":"L01","at_least":16,"set_by":"1004","set_on":"2026-03-01"}]})",
                                               base::ErrorCode::forbidden},
                                     {R"({"station":"示例站","overrides":[
             {"rule":"X99","in_use":false,"set_by":"1004","set_on":"2026-03-01"}]})",
                                      base::ErrorCode::not_found},
                                     {"{", base::ErrorCode::invalid_argument}}) {
        ASSERT_TRUE(set(text));
        const auto refused = server::Catalogues::load(assets, file);
        ASSERT_FALSE(refused.has_value()) << text;
        EXPECT_EQ(refused.error().code, code) << refused.error().detail;
    }
}

} // namespace
} // namespace rexue::tests
