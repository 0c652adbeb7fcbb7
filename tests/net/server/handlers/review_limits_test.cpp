// What was measured, against the limits of the book and of the station; and the interval that a
// special match makes shorter.
#include "platform/storage/file.h"
#include "tests/net/server/handlers/reviews.h"

namespace rexue::tests {
namespace {

using wire::DecisionKind;
using wire::DonationType;
using wire::ReviewStatus;

class ReviewLimits : public Reviews {
  protected:
    // A server whose station says so of one rule.
    std::string book_; // empty: as it was shipped

    void of_a_station(const std::string& rule, const std::string& setting) {
        const auto file = folder_.path() / "station.json";
        const std::string text = R"({"station":"示例站","overrides":[{"rule":")" + rule + "\"," +
                                 setting + R"(,"set_by":"1004","set_on":"2026-03-01"}]})";
        ASSERT_TRUE(storage::write_file_atomically(file, base::bytes_of(text), 0600));
        server_.reset();
        start({.assets = REXUE_SOURCE_DIR "/assets", .station_settings = file});
        terminal_->port = server_->port();
        book_ = server::Catalogues::load(REXUE_SOURCE_DIR "/assets", file)
                    ->book_in_force(day_one)
                    ->name();
    }
    base::Uuid meaning_to_give(int ml) {
        return a_visit(answers(), wire::AssessedOutcome::eligible, book_,
                       [&](wire::VisitRecord& record) { record.intended_volume_ml = ml; });
    }
    // The last platelets, on record and as the donor says, were so many days ago; platelets are
    // meant again.
    base::Uuid platelets_again_after(int days) {
        const auto last = base::Date(std::chrono::sys_days(day_one) - std::chrono::days(days));
        const auto donor = on_record("000000197508090038",
                                     {{.date = last, .type = DonationType::platelets, .units = 1}});
        const auto& types = form_->item(form_->find("Q07.type").value()).options;
        const auto platelets = std::ranges::find_if(types, [](const auto& option) {
            return std::get<questionnaire::Coding>(option.value).code == "platelets";
        });
        const auto said = answers({{"Q07.before", questionnaire::Value(true)},
                                   {"Q07.type", platelets->value},
                                   {"Q07.date", questionnaire::FhirDate::of(last)}});
        return a_visit(said, wire::AssessedOutcome::deferred, "", [&](wire::VisitRecord& record) {
            record.donor = donor;
            record.intended_type = DonationType::platelets;
            record.intended_units = 1;
        });
    }
};

TEST_F(ReviewLimits, what_a_rule_defers_is_not_given_away) {
    const auto visit = a_visit(answers());
    const auto desk = physician();
    // L04: a man of 49 kg.
    ASSERT_EQ(take(desk, visit, measured(0, wire::Measure::weight_kg, 49)).status, 200);
    EXPECT_EQ(problem_code(take(desk, visit, decided(1, DecisionKind::may_give))),
              "invalid_argument");
    EXPECT_EQ(problem_code(take(desk, visit, decided(1, DecisionKind::deferred, day_one))),
              "invalid_argument")
        << "ends today";
    const auto until = base::parse_date("2026-12-14").value();
    const auto review = review_in(take(desk, visit, decided(1, DecisionKind::deferred, until)));
    EXPECT_EQ(review.status, ReviewStatus::decided);
}

TEST_F(ReviewLimits, what_a_measured_limit_defers_is_not_given_away) {
    const auto visit = a_visit(answers());
    const auto desk = physician();
    // L13: a man's haemoglobin is at least 120 g/L.
    ASSERT_EQ(take(desk, visit, measured(0, wire::Measure::haemoglobin_g_per_l, 119)).status, 200);
    EXPECT_EQ(problem_code(take(desk, visit, decided(1, DecisionKind::may_give))),
              "invalid_argument");
    ASSERT_EQ(take(desk, visit, measured(1, wire::Measure::haemoglobin_g_per_l, 120)).status, 200);
    // L15: for platelets alone, 150 x 10^9/L.
    ASSERT_EQ(take(desk, visit, measured(2, wire::Measure::platelets_e9_per_l, 149)).status, 200);
    EXPECT_EQ(problem_code(take(desk, visit, decided(3, DecisionKind::may_give))),
              "invalid_argument");
    auto step = decided(3, DecisionKind::may_give);
    step.decision->at(1).kind = DecisionKind::deferred;
    step.decision->at(1).until = base::parse_date("2026-12-14").value();
    EXPECT_EQ(review_in(take(desk, visit, step)).status, ReviewStatus::decided);
}

TEST_F(ReviewLimits, a_limit_that_is_the_physicians_to_judge_does_not_stop_them) {
    const auto visit = a_visit(answers());
    const auto desk = physician();
    // L08: a pulse of 55 is an athlete's, or to be looked into.
    ASSERT_EQ(take(desk, visit, measured(0, wire::Measure::pulse_per_min, 55)).status, 200);
    EXPECT_EQ(review_in(take(desk, visit, decided(1, DecisionKind::may_give))).status,
              ReviewStatus::decided);
}

// V03 is a station's own; the book leaves it open.
TEST_F(ReviewLimits, a_volume_asks_for_the_weight_that_the_station_has_set) {
    of_a_station("V03", R"("at_least":55)");
    const auto desk = physician();
    const auto weighed = [&](int ml, double weight_kg) {
        const auto visit = meaning_to_give(ml);
        return review_in(take(desk, visit, measured(0, wire::Measure::weight_kg, weight_kg)));
    };
    const auto review = weighed(400, 54.9);
    ASSERT_EQ(review.limits_not_met.size(), 1u);
    EXPECT_EQ(review.limits_not_met[0].rule, "V03");
    EXPECT_EQ(review.limits_not_met[0].volume_ml, 400);
    EXPECT_FALSE(review.limits_not_met[0].defers);
    EXPECT_EQ(review.limits_not_met[0].types, std::vector{DonationType::whole_blood});
    EXPECT_EQ(review.status, ReviewStatus::needs_look);
    EXPECT_EQ(review_in(take(desk, review.visit, decided(1, DecisionKind::may_give))).status,
              ReviewStatus::decided)
        << "a smaller volume is agreed on with the donor";
    EXPECT_EQ(weighed(400, 55).status, ReviewStatus::clear);
    EXPECT_EQ(weighed(300, 54.9).status, ReviewStatus::clear);
}

TEST_F(ReviewLimits, a_limit_says_whether_it_defers) {
    const auto visit = a_visit(answers());
    const auto desk = nurse();
    ASSERT_EQ(take(desk, visit, measured(0, wire::Measure::haemoglobin_g_per_l, 119)).status, 200);
    const auto review = review_in(take(desk, visit, measured(1, wire::Measure::pulse_per_min, 55)));
    ASSERT_EQ(review.limits_not_met.size(), 2u);
    for (const auto& limit : review.limits_not_met)
        EXPECT_EQ(limit.defers, limit.rule == "L13") << limit.rule;
}

TEST_F(ReviewLimits, N03_ten_days_after_platelets_a_physician_may_approve_of_a_special_match) {
    const auto visit = platelets_again_after(10);
    const auto desk = physician();
    const auto before = see(desk, visit);
    EXPECT_TRUE(has_reason(before, "N02"));
    EXPECT_EQ(before.status, ReviewStatus::needs_look);
    ASSERT_TRUE(before.special_match);
    EXPECT_EQ(before.special_match->rule, "N03");
    EXPECT_FALSE(before.special_match->is_approved);
    EXPECT_FALSE(before.special_match->words.zh_CN.empty());
    EXPECT_EQ(take(nurse(), visit, matched(0, wire::MatchStep::approve)).status, 403);
    EXPECT_EQ(problem_code(take(desk, visit, matched(0, wire::MatchStep::withdraw))),
              "invalid_argument")
        << "nothing is approved yet";
    const auto after = review_in(take(desk, visit, matched(0, wire::MatchStep::approve)));
    EXPECT_EQ(after.status, ReviewStatus::clear)
        << boost::json::serialize(json::to_json(after.reasons));
    ASSERT_TRUE(after.special_match);
    EXPECT_TRUE(after.special_match->is_approved);
    ASSERT_EQ(after.entries.size(), 1u);
    EXPECT_EQ(after.entries[0].step.special_match, wire::MatchStep::approve);
    EXPECT_EQ(after.entries[0].staff, "1002");
    EXPECT_EQ(store().review_steps(visit).value().size(), 1u);
    EXPECT_EQ(problem_code(take(desk, visit, matched(1, wire::MatchStep::approve))),
              "invalid_argument")
        << "it is approved";
    const auto back = review_in(take(desk, visit, matched(1, wire::MatchStep::withdraw)));
    EXPECT_TRUE(has_reason(back, "N02"));
    EXPECT_EQ(back.status, ReviewStatus::needs_look);
}

TEST_F(ReviewLimits, N03_is_a_week) {
    const auto desk = physician();
    const auto approved_after = [&](int days) {
        const auto visit = platelets_again_after(days);
        return review_in(take(desk, visit, matched(0, wire::MatchStep::approve)));
    };
    const auto too_early = approved_after(6);
    EXPECT_EQ(too_early.status, ReviewStatus::needs_look);
    EXPECT_TRUE(has_reason(too_early, "N03"));
    EXPECT_EQ(problem_code(take(desk, too_early.visit, decided(1, DecisionKind::may_give))),
              "invalid_argument");
    EXPECT_EQ(approved_after(7).status, ReviewStatus::clear);
}

TEST_F(ReviewLimits, N03_is_offered_only_where_N02_stands_in_the_way) {
    const auto desk = physician();
    const auto visit = a_visit(answers());
    EXPECT_FALSE(see(desk, visit).special_match);
    EXPECT_EQ(problem_code(take(desk, visit, matched(0, wire::MatchStep::approve))),
              "invalid_argument");
    EXPECT_FALSE(see(desk, platelets_again_after(14)).special_match);
}

} // namespace
} // namespace rexue::tests
