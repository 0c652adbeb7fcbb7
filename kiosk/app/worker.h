// One thread that does things in order: disk work that the window thread must not wait for.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace rexue::app {

class Worker {
  public:
    Worker();
    // Finishes what was accepted, then ends.
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    // Any thread, never blocks. False when max_waiting tasks wait already.
    bool post(std::function<void()> task);
    static constexpr size_t max_waiting = 256;

  private:
    void run();

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> tasks_;
    bool ending_ = false;
    std::thread thread_;
};

} // namespace rexue::app
