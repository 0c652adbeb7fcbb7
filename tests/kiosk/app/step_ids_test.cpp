// A step that is sent again because no answer came is the same step.
#include "kiosk/app/step_ids.h"

#include <gtest/gtest.h>

namespace rexue::app {
namespace {

using flow::staff::Measure;
using flow::staff::Measured;
using flow::staff::TakeStep;

const base::Instant now = base::parse_instant("2026-06-14T02:24:05.000Z").value();

TakeStep weighs(double kg) {
    return {.token = "token-1",
            .visit = {},
            .corrected = {},
            .values = {},
            .measured = Measured{Measure::weight_kg, kg},
            .decision = {}};
}

TEST(StepIds, AreKeptUntilTheServerAnswers) {
    StepIds ids;
    const auto first = ids.step_for(weighs(64), now);
    EXPECT_EQ(ids.step_for(weighs(64), now).id, first.id);
    ids.answered(base::make_uuid_v7(now)); // another's
    EXPECT_EQ(ids.step_for(weighs(64), now).id, first.id);
    ids.answered(first.id);
    EXPECT_NE(ids.step_for(weighs(64), now).id, first.id);
}

TEST(StepIds, AreNeverGivenToAnotherStep) {
    StepIds ids;
    const auto first = ids.step_for(weighs(64), now).id;
    const auto second = ids.step_for(weighs(46), now).id;
    EXPECT_NE(second, first);
    TakeStep later = weighs(46);
    later.after = 1;
    const auto third = ids.step_for(later, now).id;
    EXPECT_NE(third, second);
    later.visit = base::make_uuid_v7(now);
    const auto of_another_visit = ids.step_for(later, now).id;
    EXPECT_NE(of_another_visit, third);
    later.token = "token-2";
    EXPECT_NE(ids.step_for(later, now).id, of_another_visit) << "somebody else's";
}

} // namespace
} // namespace rexue::app
