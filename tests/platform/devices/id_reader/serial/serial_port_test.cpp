// The port alone, over a pseudo-terminal: raw bytes, waits that end, locks.
#include "platform/devices/id_reader/serial/serial_port.h"

#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "platform/base/encoding.h"
#include "tests/platform/devices/id_reader/reader_rig.h"

namespace rexue::devices {

namespace {

SerialPort::Deadline in(std::chrono::milliseconds time) {
    return std::chrono::steady_clock::now() + time;
}

constexpr std::chrono::milliseconds long_time(5000);

} // namespace

TEST(SerialPortTest, EveryByteComesThroughAsItIs) {
    auto device = *PseudoTerminal::create();
    auto port = *SerialPort::open(device.path(), 115200);
    const StopSignal stop;
    base::Bytes all(256);
    for (size_t i = 0; i < all.size(); ++i)
        all[i] = static_cast<std::byte>(i);
    device.write(all);
    base::Bytes got;
    while (got.size() < all.size()) {
        std::array<std::byte, 64> chunk{};
        const auto count = port.read(chunk, in(long_time), stop);
        ASSERT_TRUE(count.has_value());
        got.insert(got.end(), chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(*count));
    }
    EXPECT_EQ(got, all);
    ASSERT_TRUE(port.write(all, in(long_time), stop).has_value());
    base::Bytes echo;
    while (echo.size() < all.size()) {
        std::array<std::byte, 64> chunk{};
        const size_t count = device.read(chunk);
        echo.insert(echo.end(), chunk.begin(), chunk.begin() + static_cast<std::ptrdiff_t>(count));
    }
    EXPECT_EQ(echo, all);
}

TEST(SerialPortTest, WaitsEnd) {
    const auto device = *PseudoTerminal::create();
    auto port = *SerialPort::open(device.path(), 9600);
    StopSignal stop;
    std::array<std::byte, 8> chunk{};
    EXPECT_EQ(port.read(chunk, in(std::chrono::milliseconds(10)), stop).error().code,
              base::ErrorCode::timeout);
    std::thread stopper([&stop] { stop.raise(); });
    EXPECT_EQ(port.read(chunk, in(long_time), stop).error().code, base::ErrorCode::cancelled);
    stopper.join();
}

TEST(SerialPortTest, AHangUpIsUnplugged) {
    auto device = std::make_unique<PseudoTerminal>(*PseudoTerminal::create());
    auto port = *SerialPort::open(device->path(), 115200);
    const StopSignal stop;
    device.reset();
    std::array<std::byte, 8> chunk{};
    EXPECT_EQ(port.read(chunk, in(long_time), stop).error().code, base::ErrorCode::unplugged);
    EXPECT_EQ(port.write(chunk, in(long_time), stop).error().code, base::ErrorCode::unplugged);
}

TEST(SerialPortTest, DiscardedInputIsGone) {
    auto device = *PseudoTerminal::create();
    auto port = *SerialPort::open(device.path(), 115200);
    const StopSignal stop;
    device.write(base::bytes_of("old"));
    std::array<std::byte, 8> chunk{};
    // Its first byte shows that the rest is on this side too.
    ASSERT_TRUE(port.read(std::span(chunk).first(1), in(long_time), stop).has_value());
    port.discard_input();
    device.write(base::bytes_of("new"));
    ASSERT_EQ(port.read(chunk, in(long_time), stop).value_or(0), 3U);
    EXPECT_EQ(chunk[0], std::byte{'n'});
}

TEST(SerialPortTest, PathsThatAreNoPort) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "file";
    std::ofstream(file) << "text";
    EXPECT_EQ(SerialPort::open((folder.path() / "none").string(), 115200).error().code,
              base::ErrorCode::unplugged);
    EXPECT_EQ(SerialPort::open(file.string(), 115200).error().code, base::ErrorCode::unsupported);
    EXPECT_EQ(SerialPort::open(file.string(), 12345).error().code,
              base::ErrorCode::invalid_argument);
}

TEST(SerialPortTest, OnePortOneProgram) {
    const auto device = *PseudoTerminal::create();
    {
        const auto port = *SerialPort::open(device.path(), 115200);
        EXPECT_EQ(SerialPort::open(device.path(), 115200).error().code, base::ErrorCode::conflict);
    }
    EXPECT_TRUE(SerialPort::open(device.path(), 115200).has_value());
}

} // namespace rexue::devices
