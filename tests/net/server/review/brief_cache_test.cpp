// The list of reviews is told from what was judged a moment ago, and never from what is old news.
#include "net/server/review/brief_cache.h"

#include <gtest/gtest.h>

#include "tests/net/server/samples.h"

namespace rexue::tests {
namespace {

using server::BriefCache;
using server::BriefKey;
using wire::StaffRole;
using namespace std::chrono_literals;

BriefKey a_key() {
    return {.visit = an_id(), .revision = 1, .steps = 0, .day = day_one};
}

server::KeptBriefs briefs_of(const BriefKey& key) {
    return {.to_physicians = {.visit = key.visit, .ticket = "A001", .reasons = {{}, {}}},
            .to_others = {.visit = key.visit, .ticket = "A001", .reasons = {{}}}};
}

TEST(BriefCache, EachRoleGetsItsOwn) {
    BriefCache cache;
    const auto key = a_key();
    EXPECT_FALSE(cache.find(key, StaffRole::nurse, noon));
    cache.keep(key, briefs_of(key), noon);
    EXPECT_EQ(cache.find(key, StaffRole::nurse, noon)->reasons.size(), 1u);
    EXPECT_EQ(cache.find(key, StaffRole::operator_, noon)->reasons.size(), 1u);
    EXPECT_EQ(cache.find(key, StaffRole::physician, noon)->reasons.size(), 2u);
}

TEST(BriefCache, AnotherRevisionStepOrDayIsJudgedAnew) {
    BriefCache cache;
    const auto key = a_key();
    cache.keep(key, briefs_of(key), noon);
    auto newer = key;
    newer.revision = 2;
    EXPECT_FALSE(cache.find(newer, StaffRole::nurse, noon));
    newer = key;
    newer.steps = 1;
    EXPECT_FALSE(cache.find(newer, StaffRole::nurse, noon));
    newer = key;
    newer.day = std::chrono::sys_days(day_one) + std::chrono::days(1);
    EXPECT_FALSE(cache.find(newer, StaffRole::nurse, noon));
    EXPECT_TRUE(cache.find(key, StaffRole::nurse, noon));
    newer = key;
    newer.steps = 1;
    cache.keep(newer, briefs_of(newer), noon);
    EXPECT_FALSE(cache.find(key, StaffRole::nurse, noon)) << "the older one is gone";
}

TEST(BriefCache, NothingIsKeptForLongerThanAMinute) {
    BriefCache cache;
    const auto key = a_key();
    cache.keep(key, briefs_of(key), noon);
    EXPECT_TRUE(cache.find(key, StaffRole::nurse, noon + 59s));
    EXPECT_FALSE(cache.find(key, StaffRole::nurse, noon + 60s));
    EXPECT_FALSE(cache.find(key, StaffRole::nurse, noon - 1s)) << "the clock was put back";
}

TEST(BriefCache, WhenItIsFullTheOldestGoes) {
    BriefCache cache;
    std::vector<BriefKey> keys;
    for (size_t i = 0; i <= BriefCache::most_visits; ++i) {
        keys.push_back(a_key());
        cache.keep(keys.back(), briefs_of(keys.back()), noon + std::chrono::milliseconds(i));
    }
    const auto then = noon + 2s;
    EXPECT_FALSE(cache.find(keys.front(), StaffRole::nurse, then));
    EXPECT_TRUE(cache.find(keys[1], StaffRole::nurse, then));
    EXPECT_TRUE(cache.find(keys.back(), StaffRole::nurse, then));
}

} // namespace
} // namespace rexue::tests
