// A device's first condition never comes behind a newer one.
#include "kiosk/app/first_word.h"

#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/eventually.h"

namespace rexue::app {
namespace {

TEST(FirstWord, IsAskedForWhereTheDeviceSaysNothing) {
    FirstWord word;
    std::vector<std::string> told;
    word.say_unless_said([&] { told.emplace_back("connecting"); });
    word.say([&] { told.emplace_back("ready"); });
    EXPECT_EQ(told, (std::vector<std::string>{"connecting", "ready"}));
}

TEST(FirstWord, IsNotAskedForWhereTheDeviceWasQuicker) {
    FirstWord word;
    std::vector<std::string> told;
    word.say([&] { told.emplace_back("unplugged"); });
    word.say_unless_said([&] { told.emplace_back("connecting"); });
    EXPECT_EQ(told, std::vector<std::string>{"unplugged"});
}

TEST(FirstWord, AChangeMeanwhileComesAfterIt) {
    FirstWord word;
    std::vector<std::string> told;
    std::atomic<bool> spoken = false;
    std::jthread device;
    word.say_unless_said([&] {
        device = std::jthread([&] {
            word.say([&] {
                told.emplace_back("unplugged");
                spoken = true;
            });
        });
        // However long it takes from the asking to the telling.
        support::eventually([&] { return spoken.load(); }, std::chrono::milliseconds(50));
        told.emplace_back("connecting");
    });
    device.join();
    EXPECT_EQ(told, (std::vector<std::string>{"connecting", "unplugged"}));
}

} // namespace
} // namespace rexue::app
