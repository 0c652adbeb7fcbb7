// The thread that gives way is the one that asked, and no other.
#include "platform/base/give_way.h"

#include <thread>

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

namespace rexue::base {
namespace {

int niceness() {
    return getpriority(PRIO_PROCESS, static_cast<id_t>(gettid()));
}

TEST(GiveWay, IsOfTheCallingThreadAlone) {
    const int before = niceness();
    int there = before;
    std::thread([&] {
        give_way();
        there = niceness();
    }).join();
    EXPECT_TRUE(there > before || before == 19) << there;
    EXPECT_EQ(niceness(), before);
}

} // namespace
} // namespace rexue::base
