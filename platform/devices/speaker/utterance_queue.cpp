#include "platform/devices/speaker/utterance_queue.h"

#include <algorithm>

namespace rexue::devices {

namespace {

constexpr std::chrono::milliseconds no_pause{0};

bool fits(const Utterance& utterance) {
    return !utterance.empty() && utterance.size() <= max_clips &&
           std::ranges::all_of(utterance, [](const Clip& clip) {
               return clip.pause_after >= no_pause && clip.pause_after <= longest_pause;
           });
}

} // namespace

UtteranceNumber UtteranceQueue::add(Utterance utterance) {
    const std::lock_guard lock(mutex_);
    const auto played = static_cast<size_t>(std::ranges::count_if(
        waiting_, [](const Waiting& waiting) { return !waiting.utterance.empty(); }));
    if (!fits(utterance) || played >= max_utterances_waiting) utterance.clear();
    waiting_.push_back({.number = ++last_, .utterance = std::move(utterance)});
    return last_;
}

void UtteranceQueue::stop() {
    const std::lock_guard lock(mutex_);
    stopped_up_to_ = last_;
}

bool UtteranceQueue::is_stopped(UtteranceNumber number) const {
    const std::lock_guard lock(mutex_);
    return number <= stopped_up_to_;
}

std::optional<UtteranceOutcome> UtteranceQueue::settled(const Waiting& waiting) const {
    if (waiting.utterance.empty()) return UtteranceOutcome::refused;
    if (waiting.number <= stopped_up_to_) return UtteranceOutcome::stopped;
    return std::nullopt;
}

std::optional<UtteranceQueue::Waiting> UtteranceQueue::next() {
    const std::lock_guard lock(mutex_);
    while (!waiting_.empty()) {
        Waiting first = std::move(waiting_.front());
        waiting_.pop_front();
        const auto outcome = settled(first);
        if (!outcome) return first;
        outcomes_.emplace_back(first.number, *outcome);
    }
    return std::nullopt;
}

void UtteranceQueue::give_up() {
    const std::lock_guard lock(mutex_);
    for (const Waiting& waiting : waiting_) {
        outcomes_.emplace_back(waiting.number,
                               settled(waiting).value_or(UtteranceOutcome::unheard));
    }
    waiting_.clear();
}

bool UtteranceQueue::has_waiting() const {
    const std::lock_guard lock(mutex_);
    return !waiting_.empty();
}

void UtteranceQueue::end(UtteranceNumber number, UtteranceOutcome outcome) {
    const std::lock_guard lock(mutex_);
    outcomes_.emplace_back(number, outcome);
}

std::vector<std::pair<UtteranceNumber, UtteranceOutcome>> UtteranceQueue::take_outcomes() {
    const std::lock_guard lock(mutex_);
    return std::exchange(outcomes_, {});
}

} // namespace rexue::devices
