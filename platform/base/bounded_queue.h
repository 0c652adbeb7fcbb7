// The one way from worker threads to the window thread: many post, one reads once a frame.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace rexue::base {

template <typename T>
class BoundedQueue {
  public:
    // `wake` is called after each accepted push, outside the lock, from the pushing thread.
    explicit BoundedQueue(size_t capacity, std::function<void()> wake = {})
        : capacity_(capacity), wake_(std::move(wake)) {}

    // Any thread. False when full: the caller keeps the value and decides what it is worth.
    bool try_push(T value) {
        {
            const std::lock_guard lock(mutex_);
            if (items_.size() >= capacity_) return false;
            items_.push_back(std::move(value));
        }
        if (wake_) wake_();
        return true;
    }

    // Takes everything that is there, in order; never waits.
    std::vector<T> drain() {
        const std::lock_guard lock(mutex_);
        std::vector<T> taken(std::make_move_iterator(items_.begin()),
                             std::make_move_iterator(items_.end()));
        items_.clear();
        return taken;
    }

    bool empty() const {
        const std::lock_guard lock(mutex_);
        return items_.empty();
    }

  private:
    const size_t capacity_;
    const std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::deque<T> items_;
};

} // namespace rexue::base
