// Keeps what a device says in order, the condition it starts in included: the device's own thread
// may speak before whoever made it has asked.
#pragma once

#include <functional>
#include <mutex>

namespace rexue::app {

class FirstWord {
  public:
    // The device's thread: a change. `post` hands it on and never blocks.
    void say(const std::function<void()>& post) {
        const std::lock_guard lock(mutex_);
        said_ = true;
        post();
    }

    // Once the device is there: `post` asks it how it is and hands that on, unless it has said so
    // itself. A change meanwhile comes after.
    void say_unless_said(const std::function<void()>& post) {
        const std::lock_guard lock(mutex_);
        if (!said_) post();
    }

  private:
    std::mutex mutex_;
    bool said_ = false;
};

} // namespace rexue::app
