#include "platform/devices/speaker/playing_thread.h"

#include <utility>

namespace rexue::devices {

PlayingThread::PlayingThread(SpeakerParts& parts, Step step)
    : parts_(parts),
      step_(std::move(step)),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void PlayingThread::wake() {
    {
        const std::lock_guard lock(mutex_);
        asked_ = true;
    }
    changed_.notify_one();
}

void PlayingThread::run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
        asked_ = false;
        lock.unlock();
        const auto rest = step_();
        for (const auto& [number, outcome] : parts_.queue.take_outcomes()) {
            if (parts_.ended) parts_.ended(number, outcome);
        }
        lock.lock();
        if (rest.count() > 0) changed_.wait_for(lock, stop, rest, [this] { return asked_; });
    }
}

} // namespace rexue::devices
