// A command that is asked again because no answer came is the same command.
#include "kiosk/app/call_ids.h"

#include <gtest/gtest.h>

namespace rexue::app {
namespace {

using flow::staff::Call;
using flow::staff::Command;

const base::Instant now = base::parse_instant("2026-06-14T02:24:05.000Z").value();

Call next_at(const char* point) {
    return {.command = Command::next, .service_point = point, .ticket = {}, .token = "token-1"};
}

TEST(CallIds, AreKeptUntilTheServerAnswers) {
    CallIds ids;
    const auto first = ids.id_for(next_at("w1"), now);
    EXPECT_EQ(ids.id_for(next_at("w1"), now), first);
    ids.answered(base::make_uuid_v7(now)); // another's
    EXPECT_EQ(ids.id_for(next_at("w1"), now), first);
    ids.answered(first);
    EXPECT_NE(ids.id_for(next_at("w1"), now), first);
}

TEST(CallIds, AreNeverGivenToAnotherCommand) {
    CallIds ids;
    const auto first = ids.id_for(next_at("w1"), now);
    const auto elsewhere = ids.id_for(next_at("w2"), now);
    EXPECT_NE(elsewhere, first);
    Call recall = next_at("w2");
    recall.command = Command::recall;
    recall.ticket = "A001";
    const auto recalled = ids.id_for(recall, now);
    EXPECT_NE(recalled, elsewhere);
    recall.ticket = "A002";
    EXPECT_NE(ids.id_for(recall, now), recalled);
    // What came between is forgotten: the house has gone on since.
    EXPECT_NE(ids.id_for(next_at("w1"), now), first);
}

} // namespace
} // namespace rexue::app
