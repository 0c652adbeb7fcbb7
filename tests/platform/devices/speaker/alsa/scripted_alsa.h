// A sound card that a test plays with: its time, its plug, its moods.
#pragma once

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <deque>
#include <string>
#include <vector>

#include "platform/devices/speaker/alsa/alsa_calls.h"
#include "platform/devices/speaker/sound_file.h"
#include "platform/time/clock.h"

namespace rexue::devices {

// What the card is like and what was heard of it; the test keeps it, the machine holds the calls.
struct SoundCard {
    explicit SoundCard(time::SimulatedClock& simulated) : clock(simulated) {}

    time::SimulatedClock& clock;
    int open_error = 0;
    int write_error = 0;   // once
    int recover_error = 0; // as long as it is set
    bool is_there = true;
    bool takes_nothing = false;
    size_t buffer = 120 * sound_rate_hz / 1000;

    int opened = 0;
    int recovered = 0;
    int dropped = 0;
    std::vector<std::int16_t> heard;
    std::deque<std::int16_t> waiting;
};

class ScriptedAlsa final : public AlsaCalls {
  public:
    explicit ScriptedAlsa(SoundCard& card) : card_(card) {}

    int open(const std::string&) override {
        ++card_.opened;
        return card_.is_there ? card_.open_error : -ENOENT;
    }
    void close() override { card_.waiting.clear(); }
    long write(std::span<const std::int16_t> samples) override {
        if (!card_.is_there) return -ENODEV;
        if (card_.write_error != 0) return std::exchange(card_.write_error, 0);
        const size_t room = card_.takes_nothing ? 0 : card_.buffer - card_.waiting.size();
        const auto taken = samples.first(std::min(room, samples.size()));
        if (taken.empty()) return -EAGAIN;
        card_.waiting.insert(card_.waiting.end(), taken.begin(), taken.end());
        return static_cast<long>(taken.size());
    }
    // Time passes only here: the card plays on.
    void wait(std::chrono::milliseconds longest) override {
        card_.clock.advance(longest);
        if (card_.takes_nothing) return;
        const auto count = std::min(card_.waiting.size(),
                                    static_cast<size_t>(longest.count()) * sound_rate_hz / 1000);
        const auto end = card_.waiting.begin() + static_cast<std::ptrdiff_t>(count);
        card_.heard.insert(card_.heard.end(), card_.waiting.begin(), end);
        card_.waiting.erase(card_.waiting.begin(), end);
    }
    int recover(int) override {
        ++card_.recovered;
        return card_.recover_error;
    }
    long delay() override {
        if (!card_.is_there) return -ENODEV;
        return static_cast<long>(card_.waiting.size());
    }
    int drop() override {
        ++card_.dropped;
        card_.waiting.clear();
        return card_.is_there ? 0 : -ENODEV;
    }
    bool is_there() override { return card_.is_there; }

  private:
    SoundCard& card_;
};

} // namespace rexue::devices
