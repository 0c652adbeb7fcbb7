// A device's condition: readable from any thread, told once a change.
#pragma once

#include <atomic>
#include <functional>
#include <utility>

namespace rexue::devices {

template <typename Condition>
class ConditionCell {
  public:
    // `told` is called from the thread that calls set; it may be empty. The first condition is
    // not told.
    ConditionCell(Condition first, std::function<void(Condition)> told)
        : told_(std::move(told)), condition_(first) {}

    Condition get() const { return condition_.load(); }

    // From the device's own thread.
    void set(Condition condition) {
        if (condition_.exchange(condition) != condition && told_) told_(condition);
    }

  private:
    const std::function<void(Condition)> told_;
    std::atomic<Condition> condition_;
};

} // namespace rexue::devices
