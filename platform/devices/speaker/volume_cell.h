// The volume a speaker is at: set from any thread, read by the one that plays.
#pragma once

#include <algorithm>
#include <atomic>
#include <cmath>

namespace rexue::devices {

class VolumeCell {
  public:
    explicit VolumeCell(float start) : start_(start), volume_(start) {}

    float get() const { return volume_.load(); }
    void set(float volume) {
        if (!std::isnan(volume)) volume_.store(std::clamp(volume, 0.0F, 1.0F));
    }
    void reset() { volume_.store(start_); }

  private:
    const float start_;
    std::atomic<float> volume_;
};

} // namespace rexue::devices
