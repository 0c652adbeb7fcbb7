#include "platform/devices/barcode/live_scan.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <time.h>

namespace rexue::devices {

namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

// A code in view is looked for again this often, so that it is neither lost nor paid for anew.
constexpr milliseconds look_again_after{250};
// Two looks of different kinds at one linear code rarely fall into one frame.
constexpr milliseconds evidence_lasts{2000};
// More codes at once than a hand holds; the one not seen for longest is forgotten first.
constexpr size_t most_in_view = 8;

microseconds thread_time() {
    timespec spent{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return std::chrono::duration_cast<microseconds>(std::chrono::seconds(spent.tv_sec) +
                                                    std::chrono::nanoseconds(spent.tv_nsec));
}

// The mean luminance of each whole cell, every other row of it: enough to average noise away.
std::vector<std::uint8_t> cell_means(const image::GreyImage& frame) {
    constexpr int side_px = 16;
    constexpr int row_step = 2;
    const int columns = frame.width_px / side_px;
    const int rows = frame.height_px / side_px;
    std::vector<std::uint8_t> means;
    means.reserve(size_t(columns) * size_t(rows));
    std::vector<int> sums(static_cast<size_t>(columns));
    for (int row = 0; row < rows; ++row) {
        std::ranges::fill(sums, 0);
        for (int y = row * side_px; y < (row + 1) * side_px; y += row_step) {
            const std::uint8_t* pixel = &frame.luminance[size_t(y) * size_t(frame.width_px)];
            for (int& sum : sums) {
                for (int x = 0; x < side_px; ++x)
                    sum += *pixel++;
            }
        }
        for (const int sum : sums)
            means.push_back(static_cast<std::uint8_t>(sum * row_step / (side_px * side_px)));
    }
    return means;
}

} // namespace

bool SceneWatch::changed(const image::GreyImage& frame) {
    constexpr int noise_levels = 6;
    constexpr int most_noisy_cells = 3;
    std::vector<std::uint8_t> cells = cell_means(frame);
    if (frame.width_px == width_px_ && frame.height_px == height_px_) {
        int moved = 0;
        for (size_t i = 0; i < cells.size(); ++i) {
            if (std::abs(int(cells[i]) - int(cells_[i])) > noise_levels) ++moved;
        }
        if (moved <= most_noisy_cells) return false;
    }
    width_px_ = frame.width_px;
    height_px_ = frame.height_px;
    cells_ = std::move(cells);
    return true;
}

LiveScan::LiveScan(const time::Clock& clock, ProcessorTime processor_time)
    : clock_(clock),
      processor_time_(processor_time ? std::move(processor_time) : thread_time),
      next_extra_(usual_looks) {
    for (const Look& look : live_looks())
        plan_.push_back({.look = look});
}

std::optional<ScannedCode> LiveScan::look_at(const image::GreyImage& frame) {
    note_change(frame);
    time_.earn(at_rest() ? ThinkingTime::earned_a_frame_at_rest : ThinkingTime::earned_a_frame);
    if (clock_.steady() - evidence_since_ > evidence_lasts) evidence_.clear();

    LookedAt looked(frame);
    if (auto news = look_for_those_in_view(looked)) return news;
    const bool due = still_frames_ < settling_frames || still_frames_ % rest_period_frames == 0;
    if (due) {
        if (auto news = take_usual_looks(looked)) return news;
    }
    return due || !at_rest() ? take_extra_looks(looked) : std::nullopt;
}

void LiveScan::note_change(const image::GreyImage& frame) {
    if (!scene_.changed(frame)) {
        ++still_frames_;
        return;
    }
    if (at_rest()) {
        // Something came into the scene: begin with what is likely, and with the time that a scene
        // at rest has not spent.
        next_extra_ = usual_looks;
        time_.fill();
    }
    still_frames_ = 0;
    extras_since_change_ = 0;
}

// At least one, whatever it costs.
std::optional<ScannedCode> LiveScan::take_usual_looks(LookedAt& frame) {
    for (size_t looks = 0; looks < usual_looks; ++looks) {
        PlannedLook& usual = plan_[next_usual_];
        if (looks > 0 && !time_.affords(usual.cost)) break;
        next_usual_ = (next_usual_ + 1) % usual_looks;
        if (auto news = take(frame, usual)) return news;
    }
    return std::nullopt;
}

// What there is time for.
std::optional<ScannedCode> LiveScan::take_extra_looks(LookedAt& frame) {
    for (size_t looks = usual_looks; looks < plan_.size(); ++looks) {
        PlannedLook& extra = plan_[next_extra_];
        if (!time_.affords(extra.cost)) break;
        if (++next_extra_ == plan_.size()) next_extra_ = usual_looks;
        ++extras_since_change_;
        if (auto news = take(frame, extra)) return news;
    }
    return std::nullopt;
}

std::optional<ScannedCode> LiveScan::take(LookedAt& frame, PlannedLook& planned) {
    const auto before = processor_time_();
    const auto reading = frame.read(planned.look);
    planned.cost = processor_time_() - before;
    time_.spend(planned.cost);
    if (!reading) return std::nullopt;
    if (reading->code.format == CodeFormat::code_128) evidence_since_ = clock_.steady();
    if (!evidence_.add(*reading, planned.look)) return std::nullopt;
    return told(reading->code, planned.look);
}

std::optional<ScannedCode> LiveScan::told(const ScannedCode& code, const Look& look) {
    const auto now = clock_.steady();
    const auto same = [&](const InView& known) {
        return known.code.format == code.format && known.code.text == code.text;
    };
    const auto known = std::ranges::find_if(in_view_, same);
    if (known != in_view_.end()) {
        known->seen_at = now;
        known->look = look;
        return std::nullopt;
    }
    if (in_view_.size() >= most_in_view) {
        in_view_.erase(std::ranges::min_element(in_view_, {}, &InView::seen_at));
    }
    in_view_.push_back({.code = code, .look = look, .seen_at = now, .looked_for_at = now});
    return code;
}

std::optional<ScannedCode> LiveScan::look_for_those_in_view(LookedAt& frame) {
    const auto now = clock_.steady();
    std::erase_if(in_view_, [&](const InView& known) { return now - known.seen_at >= gone_after; });
    if (in_view_.empty()) return std::nullopt;
    // One such look a frame: at the code that has waited longest.
    const auto waited = std::ranges::min_element(in_view_, {}, [](const InView& known) {
        return std::max(known.seen_at, known.looked_for_at);
    });
    if (now - std::max(waited->seen_at, waited->looked_for_at) < look_again_after)
        return std::nullopt;
    waited->looked_for_at = now;
    const Look look = waited->look;
    const auto before = processor_time_();
    const auto reading = frame.read(look);
    time_.spend(processor_time_() - before);
    // What it finds may be another code.
    if (reading && evidence_.add(*reading, look)) return told(reading->code, look);
    return std::nullopt;
}

} // namespace rexue::devices
