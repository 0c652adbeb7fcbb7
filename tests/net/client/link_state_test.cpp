// Whoever listens is told everything in its order, the state of now included.
#include "net/client/link_state.h"

#include <vector>

#include <gtest/gtest.h>

namespace rexue::client {

namespace {

std::vector<LinkCondition>& listen(LinkMonitor& monitor, std::vector<LinkCondition>& told) {
    monitor.listen([&told](const LinkState& state) { told.push_back(state.condition); });
    return told;
}

} // namespace

TEST(LinkMonitor, TellsANewListenerHowThingsAre) {
    const time::SystemClock clock;
    LinkMonitor monitor(clock);
    std::vector<LinkCondition> first;
    listen(monitor, first);
    monitor.note({.status = 200});
    std::vector<LinkCondition> second;
    listen(monitor, second);
    monitor.note({.status = 200}); // no change, no word
    EXPECT_EQ(first, (std::vector{LinkCondition::connecting, LinkCondition::online}));
    EXPECT_EQ(second, std::vector{LinkCondition::online});
}

} // namespace rexue::client
