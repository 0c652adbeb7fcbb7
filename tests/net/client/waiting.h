// Waiting for another thread without sleeping for luck.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include <gtest/gtest.h>

#include "platform/base/error.h"
#include "tests/support/eventually.h"

namespace rexue::client {

inline constexpr std::chrono::seconds generous{10};

using support::eventually;

// What callbacks bring, in order, for the test's thread to take.
template <typename T>
class Mailbox {
  public:
    void put(T value) {
        const std::lock_guard lock(mutex_);
        values_.push_back(std::move(value));
        arrived_.notify_all();
    }

    // The next one, waiting for it; a failed test when none comes.
    T take() {
        std::unique_lock lock(mutex_);
        const bool came = arrived_.wait_for(lock, generous, [&] { return !values_.empty(); });
        if (!came) {
            ADD_FAILURE() << "nothing came";
            if constexpr (requires { typename T::error_type; }) {
                return base::fail(base::ErrorCode::internal, "nothing came");
            } else {
                return T{};
            }
        }
        T value = std::move(values_.front());
        values_.pop_front();
        return value;
    }

    size_t size() const {
        const std::lock_guard lock(mutex_);
        return values_.size();
    }

    // A callback that puts what it is given.
    auto putter() {
        return [this](T value) { put(std::move(value)); };
    }

  private:
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<T> values_;
};

} // namespace rexue::client
