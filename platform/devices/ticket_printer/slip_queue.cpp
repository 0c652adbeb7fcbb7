#include "platform/devices/ticket_printer/slip_queue.h"

#include <algorithm>

namespace rexue::devices {

bool is_job_name(std::string_view job) {
    constexpr size_t longest = 64;
    constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return !job.empty() && job.size() <= longest &&
           job.find_first_not_of(allowed) == std::string_view::npos;
}

bool fits_paper(const image::GreyImage& slip) {
    return slip.width_px > 0 && slip.width_px <= max_slip_width_px && slip.height_px > 0 &&
           slip.height_px <= max_slip_height_px &&
           slip.luminance.size() == size_t(slip.width_px) * size_t(slip.height_px);
}

void SlipQueue::add(std::string job, image::GreyImage image, time::Moment now) {
    const std::lock_guard lock(mutex_);
    if (std::ranges::find(printed_, job) != printed_.end()) {
        outcomes_.emplace_back(std::move(job), PrintOutcome::printed);
        return;
    }
    const bool waits_already =
        std::ranges::any_of(waiting_, [&](const auto& slip) { return slip->job == job; });
    if (waits_already) return;
    if (!is_job_name(job) || !fits_paper(image) || waiting_.size() > max_slips_ahead) {
        outcomes_.emplace_back(std::move(job), PrintOutcome::refused);
        return;
    }
    waiting_.push_back(std::make_shared<const Slip>(
        Slip{.job = std::move(job), .image = std::move(image), .asked_at = now}));
}

std::shared_ptr<const Slip> SlipQueue::next(time::Moment now) {
    const std::lock_guard lock(mutex_);
    while (!waiting_.empty() && now - waiting_.front()->asked_at >= slip_time_to_live) {
        outcomes_.emplace_back(waiting_.front()->job, PrintOutcome::expired);
        waiting_.pop_front();
    }
    return waiting_.empty() ? nullptr : waiting_.front();
}

void SlipQueue::printed(const std::string& job) {
    const std::lock_guard lock(mutex_);
    std::erase_if(waiting_, [&](const auto& slip) { return slip->job == job; });
    printed_.push_back(job);
    if (printed_.size() > most_remembered) printed_.pop_front();
    outcomes_.emplace_back(job, PrintOutcome::printed);
}

std::vector<std::pair<std::string, PrintOutcome>> SlipQueue::take_outcomes() {
    const std::lock_guard lock(mutex_);
    return std::exchange(outcomes_, {});
}

} // namespace rexue::devices
