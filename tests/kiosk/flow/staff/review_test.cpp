// Looking at a visit at the desk: nurses measure, physicians decide, and what another has done
// first is shown before anything else.
#include <gtest/gtest.h>

#include "tests/support/staff_desk.h"

namespace rexue::flow::staff {
namespace {

using support::StaffDesk;
using namespace std::chrono_literals;

Review a_review(int position = 0) {
    return {.ticket = "A001",
            .revision = 1,
            .position = position,
            .earliest = {2026y / 12 / 14, std::nullopt}};
}

StaffDesk looking(Role role) {
    StaffDesk desk;
    desk.at("w1", role).on(ReviewsTapped{}).on(ReviewOpened{.visit = {}});
    EXPECT_NE(desk.effect<FetchReview>(), nullptr);
    desk.on(ReviewCame{.review = a_review()});
    EXPECT_EQ(desk.session.state, State::review);
    return desk;
}

TEST(StaffReview, AFigureIsKeptOnceAndWithThePlaceItWasSeenAt) {
    StaffDesk desk = looking(Role::nurse);
    desk.on(MeasureTapped{.measure = Measure::temperature_c}).on(PointTapped{}).type("36");
    desk.on(PointTapped{}).on(PointTapped{}).type("5").on(KeepTapped{});
    const auto* step = desk.effect<TakeStep>();
    ASSERT_NE(step, nullptr);
    EXPECT_EQ(step->measured, (Measured{Measure::temperature_c, 36.5}));
    EXPECT_EQ(step->after, 0);
    desk.on(KeepTapped{});
    EXPECT_EQ(desk.effect<TakeStep>(), nullptr) << "two quick taps are one step";
    desk.on(ReviewCame{.review = a_review(1)});
    EXPECT_EQ(desk.session.state, State::review);
    EXPECT_EQ(desk.session.draft, Draft());
}

TEST(StaffReview, ANurseNeitherDecidesNorPutsAnswersRight) {
    StaffDesk desk = looking(Role::nurse);
    desk.on(DecideTapped{});
    EXPECT_EQ(desk.session.state, State::review);
    desk.on(CorrectTapped{.question = "Q03", .value = "false"});
    EXPECT_EQ(desk.effect<TakeStep>(), nullptr);
}

TEST(StaffReview, ADecisionIsSignedWhenBothTypesAreDecided) {
    StaffDesk desk = looking(Role::physician);
    desk.on(DecideTapped{});
    desk.on(KindTapped{.type = Type::whole_blood, .kind = DecisionKind::deferred});
    EXPECT_EQ(desk.session.draft.decision[0].until, base::Date(2026y / 12 / 14))
        << "as the rules say";
    desk.on(SignDecisionTapped{});
    EXPECT_EQ(desk.effect<TakeStep>(), nullptr);
    desk.on(KindTapped{.type = Type::platelets, .kind = DecisionKind::deferred});
    desk.on(UntilTapped{.type = Type::platelets, .days = -30});
    EXPECT_EQ(desk.session.draft.decision[1].until, base::Date(2026y / 6 / 15)) << "never today";
    desk.on(SignDecisionTapped{});
    const auto* step = desk.effect<TakeStep>();
    ASSERT_NE(step, nullptr);
    EXPECT_EQ(step->decision.size(), 2u);
}

TEST(StaffReview, WhatAnotherHasDoneFirstIsFetched) {
    StaffDesk desk = looking(Role::physician);
    desk.on(CorrectTapped{.question = "Q03", .value = "false"});
    desk.on(StepRefused{.why = Remark::moved_on});
    EXPECT_NE(desk.effect<FetchReview>(), nullptr);
    EXPECT_EQ(desk.session.remark, Remark::moved_on);
    EXPECT_FALSE(desk.session.taking_step);
}

TEST(StaffReview, NothingOfADonorStaysWhenStaffSignOut) {
    StaffDesk desk = looking(Role::physician);
    desk.on(StepRefused{.why = Remark::session_ended});
    EXPECT_EQ(desk.session.state, State::signed_out);
    EXPECT_FALSE(desk.session.review);
}

} // namespace
} // namespace rexue::flow::staff
