// One command, one answer: what came before it and what is damaged do not count.
#include "platform/devices/id_reader/serial/samv_link.h"

#include <array>
#include <thread>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include "platform/devices/id_reader/simulated/pseudo_terminal.h"

namespace rexue::devices {

namespace {

using samv::Command;
using samv::StatusWord;

class SamvLinkTest : public testing::Test {
  protected:
    // Writes, and waits until the bytes are on the driver's side.
    void arrives_early(std::span<const std::byte> bytes) {
        const int line = open(device.path().c_str(), O_RDWR | O_NOCTTY | O_CLOEXEC);
        ASSERT_GE(line, 0);
        device.write(bytes);
        pollfd waited{.fd = line, .events = POLLIN, .revents = 0};
        EXPECT_EQ(poll(&waited, 1, 10'000), 1);
        close(line);
    }

    // Answers the next command with these bytes.
    std::thread answers(const base::Bytes& bytes) {
        return std::thread([this, bytes] {
            std::array<std::byte, 64> command{};
            while (device.read(command) == 0)
                std::this_thread::yield();
            device.write(bytes);
        });
    }

    PseudoTerminal device = *PseudoTerminal::create();
    StopSignal stop;
    SamvLink link{*SerialPort::open(device.path(), 115200), stop};
};

} // namespace

TEST_F(SamvLinkTest, AnAnswerThatWasThereBeforeTheCommandIsNoAnswer) {
    arrives_early(samv::make_response(StatusWord::card_found));
    std::thread answer = answers(samv::make_response(StatusWord::find_failed));
    EXPECT_EQ(link.ask(Command::find_card, std::chrono::seconds(10)), StatusWord::find_failed);
    answer.join();
}

TEST_F(SamvLinkTest, AGoodFrameBehindADamagedOneIsTheAnswer) {
    base::Bytes bytes = samv::make_response(StatusWord::card_found);
    bytes.back() ^= std::byte{1};
    const auto good = samv::make_response(StatusWord::find_failed);
    bytes.insert(bytes.end(), good.begin(), good.end());
    std::thread answer = answers(bytes);
    EXPECT_EQ(link.ask(Command::find_card, std::chrono::seconds(10)), StatusWord::find_failed);
    answer.join();
}

TEST_F(SamvLinkTest, NothingIsSilentAndHalfAFrameIsGarbled) {
    EXPECT_EQ(link.ask(Command::find_card, std::chrono::milliseconds(20)).error(),
              LinkFault::silent);
    std::array<std::byte, 64> unanswered{};
    while (device.read(unanswered) == 0)
        std::this_thread::yield();
    auto half = samv::make_response(StatusWord::find_failed);
    half.resize(7);
    std::thread answer = answers(half);
    EXPECT_EQ(link.ask(Command::find_card, std::chrono::milliseconds(500)).error(),
              LinkFault::garbled);
    answer.join();
}

} // namespace rexue::devices
