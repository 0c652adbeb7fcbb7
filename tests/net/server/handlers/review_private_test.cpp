// What a donor has said in private is for physicians: nothing that others see tells that a private
// answer is behind it.
#include "tests/net/server/handlers/reviews.h"

namespace rexue::tests {
namespace {

using questionnaire::Value;

class PrivateAnswers : public Reviews {};

TEST_F(PrivateAnswers, what_is_private_is_for_physicians_alone) {
    const auto question = a_question(true, false);
    const auto visit = a_visit(answers({{question, Value(true)}}), wire::AssessedOutcome::deferred);
    const auto theirs = see(physician(), visit);
    const auto is_private = [](const auto& one) { return one.is_private; };
    EXPECT_TRUE(std::ranges::any_of(theirs.reasons, is_private));
    EXPECT_TRUE(std::ranges::any_of(theirs.answers, is_private));
    const auto answer = nurse().get(path_of(visit));
    const auto hers = review_in(answer);
    EXPECT_TRUE(std::ranges::none_of(hers.reasons, is_private));
    EXPECT_TRUE(std::ranges::none_of(hers.answers, is_private));
    EXPECT_TRUE(has_reason(hers, wire::doubt::for_physician));
    for (const auto& reason : theirs.reasons) {
        if (!reason.is_private) continue;
        EXPECT_FALSE(answer.body.contains("\"" + reason.code + "\"")) << reason.code;
    }
    for (const auto& assessment : hers.assessments)
        EXPECT_FALSE(assessment.earliest);
}

// But for ticket, ids and the answer itself, which stands among the others that everybody gives.
boost::json::value without_own(wire::Review review) {
    review.visit = {};
    review.ticket.clear();
    std::erase_if(review.answers, [](const auto& one) { return !one.values.empty(); });
    return json::to_json(review);
}

TEST_F(PrivateAnswers, a_nurse_cannot_tell_a_private_reason_from_another_of_the_physicians) {
    const auto of_private =
        a_visit(answers({{a_question(true, false), Value(true)}}), wire::AssessedOutcome::deferred);
    const auto of_other =
        a_visit(answers({{a_question(false, true), Value(true)}}), wire::AssessedOutcome::refer);
    const auto desk = nurse();
    const auto one = see(desk, of_private);
    const auto other = see(desk, of_other);
    EXPECT_EQ(without_own(one), without_own(other));
    ASSERT_EQ(one.reasons.size(), 1u);
    EXPECT_EQ(one.reasons[0].code, wire::doubt::for_physician);
    for (const auto& review : {one, other}) {
        for (const auto& answer : review.answers)
            EXPECT_FALSE(answer.needs_look) << answer.question;
    }
    const auto briefs = list(desk);
    ASSERT_EQ(briefs.size(), 2u);
    EXPECT_EQ(json::to_json(briefs[0].reasons), json::to_json(briefs[1].reasons));
}

TEST_F(PrivateAnswers, what_was_put_right_is_told_to_physicians_alone) {
    const auto desk = physician();
    for (const bool is_private : {true, false}) {
        const auto question = a_question(is_private, !is_private);
        const auto visit =
            a_visit(answers({{question, Value(true)}}), wire::AssessedOutcome::refer);
        ASSERT_EQ(take(desk, visit, corrected(0, question, "false")).status, 200);
        ASSERT_EQ(take(nurse(), visit, measured(1, wire::Measure::temperature_c, 36.5)).status,
                  200);
        EXPECT_EQ(see(desk, visit).entries.size(), 2u);
        const auto hers = see(nurse(), visit);
        ASSERT_EQ(hers.entries.size(), 1u);
        EXPECT_TRUE(hers.entries[0].step.measurements);
        EXPECT_EQ(hers.position, 2) << "she measures after it";
    }
}

// What a rule says for itself, and no private answer, nurses may tell the donor.
TEST_F(PrivateAnswers, a_public_deferral_is_told_to_nurses_too) {
    const auto visit = a_visit(answers());
    const auto review = review_in(take(nurse(), visit, measured(0, wire::Measure::weight_kg, 49)));
    EXPECT_TRUE(has_reason(review, "L04"));
    EXPECT_FALSE(has_reason(review, wire::doubt::for_physician));
}

} // namespace
} // namespace rexue::tests
