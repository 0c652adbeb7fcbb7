// A serial port in raw mode, 8N1, with waits that a StopSignal ends.
//
// Written on termios itself: libserialport 0.1.1 knows ports by their name under /sys/class/tty,
// so it opens neither /dev/serial/by-id/… links nor pseudo-terminals.
#pragma once

#include <chrono>
#include <cstddef>
#include <span>
#include <string>

#include "platform/base/error.h"
#include "platform/devices/id_reader/stop_signal.h"

namespace rexue::devices {

// Not thread-safe. Every call after an unplug fails with `unplugged`; open the path anew.
class SerialPort {
  public:
    using Deadline = std::chrono::steady_clock::time_point;

    // unplugged when there is no such port, conflict when another program has locked it,
    // unsupported for a path that is no terminal, forbidden, io. invalid_argument for a rate that
    // is_known_rate does not know. Never waits for a carrier.
    static base::Result<SerialPort> open(const std::string& path, int baud);
    static bool is_known_rate(int baud);

    SerialPort(SerialPort&& other) noexcept;
    SerialPort& operator=(SerialPort&& other) noexcept;
    ~SerialPort();

    // All of `bytes`, or timeout, cancelled, unplugged.
    base::Status write(std::span<const std::byte> bytes, Deadline deadline, const StopSignal& stop);
    // Waits for the first bytes and takes what is there, at least one: their number.
    // timeout, cancelled, unplugged.
    base::Result<size_t> read(std::span<std::byte> into, Deadline deadline, const StopSignal& stop);
    // Throws away what has come in so far.
    void discard_input();

  private:
    explicit SerialPort(int descriptor) : descriptor_(descriptor) {}
    base::Status wait(short events, Deadline deadline, const StopSignal& stop) const;

    int descriptor_ = -1;
};

} // namespace rexue::devices
