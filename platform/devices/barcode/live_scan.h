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

// Tells whether the scene moved: compares frames by the mean brightness of small cells, of which
// the smallest code that can be read covers a dozen. One thread.
class SceneWatch {
  public:
    // True for the first frame, for another size, and when some cells differ by more than sensor
    // noise from the frame that was last called changed: not from the one before, so that what
    // comes slowly adds up until it is seen.
    bool changed(const image::GreyImage& frame);

  private:
    int width_px_ = 0;
    int height_px_ = 0;
    std::vector<std::uint8_t> cells_;
};

// Time to think, as on a slow tap: every frame earns some, a heavy look saves up for its cost.
// An idle terminal shares its two cores with the screen, so scanning may not take what it likes;
// a scene that was still has saved enough for a code that enters it to be looked at in all usual
// ways at once.
class ThinkingTime {
  public:
    using Microseconds = std::chrono::microseconds;
    static constexpr Microseconds earned_a_frame{5'000};
    static constexpr Microseconds earned_a_frame_at_rest{1'500};
    static constexpr Microseconds most_saved{60'000};

    void earn(Microseconds earned) { saved_ = std::min(most_saved, saved_ + earned); }
    void fill() { saved_ = most_saved; }
    void spend(Microseconds cost) { saved_ -= cost; }
    // A look that costs more than can be saved is afforded by a full purse, and leaves a debt.
    bool affords(Microseconds cost) const { return cost <= saved_ || saved_ == most_saved; }

  private:
    Microseconds saved_ = most_saved;
};

// One thread. All frames of the stream in order, or the newest of them. A new scene is looked at
// for QR codes in every frame. One that has settled is so three times a second, and the time goes
// to the heavier looks, once through all of them; then it is at rest, and little is spent on it
// until a frame differs from the scene that was.
class LiveScan {
  public:
    // Two seconds: hands have come to rest and the camera has found its focus.
    static constexpr int settling_frames = 30;
    // From then on one frame in so many is searched, in case a change is too slight to be told
    // from noise: at 15 frames a second, three times a second.
    static constexpr int rest_period_frames = 5;
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
    // The plan begins with a QR code, dark on light and light on dark: what nearly everyone shows.
    static constexpr size_t usual_looks = 2;
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

    bool at_rest() const {
        return still_frames_ >= settling_frames &&
               extras_since_change_ + usual_looks >= plan_.size();
    }
    void note_change(const image::GreyImage& frame);
    std::optional<ScannedCode> take_usual_looks(LookedAt& frame);
    std::optional<ScannedCode> take_extra_looks(LookedAt& frame);
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
    size_t extras_since_change_ = 0; // looks taken at this very scene, besides the usual ones
    Evidence evidence_;
    time::Moment evidence_since_{};
    std::vector<InView> in_view_;
};

} // namespace rexue::devices
