// Scanning a stream: which looks a frame is worth, and which codes are news.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "platform/devices/barcode/barcode_scanner.h"
#include "platform/devices/barcode/evidence.h"
#include "platform/devices/barcode/look.h"
#include "platform/image/grey_image.h"
#include "platform/time/clock.h"

namespace rexue::devices {

// Tells whether the scene moved: compares frames at some thousand points. One thread.
class SceneWatch {
  public:
    // True for the first frame, for another size, and when one point in fifty differs by more than
    // sensor noise from the frame that was last called changed.
    bool changed(const image::GreyImage& frame);

  private:
    int width_px_ = 0;
    int height_px_ = 0;
    std::vector<std::uint8_t> points_;
};

// Time to think, as on a slow tap: every frame earns some, a heavy look saves up for its cost.
// An idle terminal shares its two cores with the screen, so scanning may not take what it likes;
// a scene that was still has saved enough for a code that enters it to be looked at in all usual
// ways at once.
class ThinkingTime {
  public:
    using Microseconds = std::chrono::microseconds;
    static constexpr Microseconds earned_a_frame{5'000};
    static constexpr Microseconds most_saved{60'000};

    void earn() { saved_ = std::min(most_saved, saved_ + earned_a_frame); }
    void spend(Microseconds cost) { saved_ -= cost; }
    // A look that costs more than can be saved is afforded by a full purse, and leaves a debt.
    bool affords(Microseconds cost) const { return cost <= saved_ || saved_ == most_saved; }

  private:
    Microseconds saved_ = most_saved;
};

// One thread. All frames of the stream in order, or the newest of them.
class LiveScan {
  public:
    // A code not seen for so long is gone; seen again it is news.
    static constexpr std::chrono::milliseconds gone_after{1000};

    // What a look costs, in processor time: `measure` returns the thread's so far. Tests pass
    // their own; empty for the kernel's.
    using ProcessorTime = std::function<std::chrono::microseconds()>;
    // `clock` is kept by reference.
    explicit LiveScan(const time::Clock& clock, ProcessorTime processor_time = {});

    // The code in this frame that has not been reported since it came into view.
    std::optional<ScannedCode> look_at(const image::GreyImage& frame);

  private:
    struct PlannedLook {
        Look look;
        std::chrono::microseconds cost{0}; // as last measured
    };
    struct InView {
        ScannedCode code;
        Look look; // that found it, and will find it again
        time::Moment seen_at{};
        time::Moment looked_for_at{};
    };

    std::optional<ScannedCode> take(LookedAt& frame, PlannedLook& planned);
    std::optional<ScannedCode> told(const ScannedCode& code, const Look& look);
    std::optional<ScannedCode> look_for_those_in_view(LookedAt& frame);

    const time::Clock& clock_;
    const ProcessorTime processor_time_;
    SceneWatch scene_;
    ThinkingTime time_;
    std::vector<PlannedLook> plan_;
    size_t next_usual_ = 0; // among the first two of the plan
    size_t next_extra_;     // among the rest
    int still_frames_ = 0;
    Evidence evidence_;
    time::Moment evidence_since_{};
    std::vector<InView> in_view_;
};

} // namespace rexue::devices
