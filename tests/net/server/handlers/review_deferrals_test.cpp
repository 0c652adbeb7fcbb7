// What a physician has decided binds at the next visit: the terminal is told until when, the review
// says it to physicians, and nobody is told why.
#include "tests/net/server/handlers/reviews.h"

namespace rexue::tests {
namespace {

using wire::DecisionKind;
using wire::DonationType;

class ReviewDeferrals : public Reviews {
  protected:
    static constexpr const char* number = "000000197508090036";

    base::Uuid visit_of(const wire::DonorId& donor) {
        return a_visit_where([&](wire::VisitRecord& record) { record.donor = donor; });
    }
    // Whole blood from that day on, platelets from the same.
    void decide(DecisionKind kind, std::optional<base::Date> until = {}) {
        const auto visit = visit_of(donor_);
        ASSERT_EQ(take(desk_, visit, decided(0, kind, until)).status, 200);
        const auto seen = see(desk_, visit);
        EXPECT_EQ(seen.status, wire::ReviewStatus::decided);
        EXPECT_FALSE(has_reason(seen, "M01")) << "its own decision is no reason against it";
    }
    std::vector<wire::DonorDeferral> told_to_the_terminal() {
        const auto answer = terminal_->post("/v1/donors/lookup", {{"document_number", number}});
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::from_json<wire::DonorBrief>(json::parse(answer.body).value())
            .value()
            .deferrals.value();
    }
    static base::Date after(int days) {
        return std::chrono::sys_days(day_one) + std::chrono::days(days);
    }

    const wire::DonorId donor_ = on_record(number);
    const TestTerminal desk_ = physician();
};

TEST_F(ReviewDeferrals, the_terminal_is_told_until_when_and_not_why) {
    EXPECT_TRUE(told_to_the_terminal().empty());
    decide(DecisionKind::deferred, after(30));
    const std::vector<wire::DonorDeferral> told{{DonationType::whole_blood, after(30)},
                                                {DonationType::platelets, after(30)}};
    EXPECT_EQ(told_to_the_terminal(), told);
    clock_.advance(std::chrono::hours(24 * 29));
    EXPECT_EQ(told_to_the_terminal(), told) << "the day before";
    clock_.advance(std::chrono::hours(24));
    EXPECT_TRUE(told_to_the_terminal().empty()) << "the first free day";
}

TEST_F(ReviewDeferrals, the_next_visit_is_judged_by_it) {
    decide(DecisionKind::deferred, after(30));
    const auto next = visit_of(donor_);
    const auto seen = see(desk_, next);
    EXPECT_EQ(seen.status, wire::ReviewStatus::needs_look);
    ASSERT_TRUE(has_reason(seen, "M01"));
    const auto reason = *std::ranges::find(seen.reasons, "M01", &wire::ReviewReason::code);
    EXPECT_EQ(reason.until, after(30));
    EXPECT_EQ(reason.types.size(), 2u);
    for (const wire::Assessment& one : seen.assessments) {
        EXPECT_EQ(one.outcome, wire::AssessedOutcome::deferred);
        EXPECT_EQ(one.earliest, after(30));
    }
    EXPECT_TRUE(has_reason(seen, wire::doubt::terminal_differs))
        << "a terminal that could not ask has cleared them";
}

TEST_F(ReviewDeferrals, no_tablet_is_told) {
    decide(DecisionKind::deferred, after(30));
    const auto answer = enrol(wire::SurfaceKind::volunteer)
                            .post("/v1/donors/lookup", {{"document_number", number}});
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(answer.body.find("deferrals"), std::string::npos) << answer.body;
}

TEST_F(ReviewDeferrals, more_than_five_years_is_one_without_an_end) {
    const auto visit = visit_of(donor_);
    EXPECT_EQ(problem_code(take(desk_, visit, decided(0, DecisionKind::deferred, after(5 * 366)))),
              "invalid_argument");
    EXPECT_EQ(take(desk_, visit, decided(0, DecisionKind::deferred, after(5 * 365))).status, 200);
}

// It may have been for what the donor said in private.
TEST_F(ReviewDeferrals, a_nurse_learns_neither_that_nor_until_when) {
    decide(DecisionKind::deferred, after(30));
    const auto seen = see(nurse(), visit_of(donor_));
    EXPECT_FALSE(has_reason(seen, "M01"));
    EXPECT_TRUE(has_reason(seen, wire::doubt::for_physician));
    for (const wire::Assessment& one : seen.assessments)
        EXPECT_FALSE(one.earliest);
}

TEST_F(ReviewDeferrals, without_an_end_it_is_for_staff_and_stays) {
    decide(DecisionKind::permanently);
    clock_.advance(std::chrono::hours(24 * 3000));
    ASSERT_EQ(told_to_the_terminal().size(), 2u);
    EXPECT_FALSE(told_to_the_terminal().front().until);
}

// Of a physician's decision another one is the judge, and the newest counts.
TEST_F(ReviewDeferrals, a_physician_may_decide_otherwise) {
    decide(DecisionKind::deferred, after(30));
    decide(DecisionKind::may_give);
    EXPECT_TRUE(told_to_the_terminal().empty());
    EXPECT_FALSE(has_reason(see(desk_, visit_of(donor_)), "M01"));
}

} // namespace
} // namespace rexue::tests
