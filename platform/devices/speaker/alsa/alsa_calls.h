// The calls of ALSA that a speaker needs, so that tests can pull plugs.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace rexue::devices {

// One PCM for playing, mono, 16 bit, sound_rate_hz. One thread. What fails returns a negative
// errno, as ALSA does: -EAGAIN no room now, -EPIPE it ran dry, -ENODEV it is gone.
class AlsaCalls {
  public:
    virtual ~AlsaCalls() = default;

    // Never waits for a device that another program has. Closes what was open.
    virtual int open(const std::string& device) = 0;
    virtual void close() = 0;
    // Samples taken, 0 … samples.size().
    virtual long write(std::span<const std::int16_t> samples) = 0;
    // Waits until there is room, or for so long.
    virtual void wait(std::chrono::milliseconds longest) = 0;
    // After -EPIPE or -ESTRPIPE: 0 when it can be written to again.
    virtual int recover(int error) = 0;
    // Samples that were taken and are not heard yet.
    virtual long delay() = 0;
    // What is not heard yet is thrown away, and it can be written to again.
    virtual int drop() = 0;
    // False once the device is gone; asked while nothing plays.
    virtual bool is_there() = 0;
};

std::unique_ptr<AlsaCalls> linux_alsa();

} // namespace rexue::devices
