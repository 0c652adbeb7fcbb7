// SIGTERM and SIGINT end the program calmly: a thread waits for them, so that nothing has to be
// safe inside a signal handler.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace rexue::app {

class EndingSignals {
  public:
    // Before any other thread is started: they inherit the blocked signals. `wake` is called
    // from a thread of this object when one arrives.
    EndingSignals();
    ~EndingSignals();
    EndingSignals(const EndingSignals&) = delete;
    EndingSignals& operator=(const EndingSignals&) = delete;

    void watch(std::function<void()> wake);
    // After it `wake` is called no more. Called by the destructor too.
    void stop();
    bool requested() const { return requested_; }

  private:
    std::atomic<bool> requested_{false};
    std::thread thread_;
};

} // namespace rexue::app
