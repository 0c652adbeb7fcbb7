#include "kiosk/app/ending.h"

#include <utility>

#include <pthread.h>
#include <signal.h>

namespace rexue::app {

namespace {

sigset_t ending_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

EndingSignals::EndingSignals() {
    const sigset_t set = ending_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

void EndingSignals::watch(std::function<void()> wake) {
    thread_ = std::thread([this, wake = std::move(wake)] {
        const sigset_t set = ending_signals();
        int signal = 0;
        sigwait(&set, &signal);
        requested_ = true;
        wake();
    });
}

EndingSignals::~EndingSignals() {
    stop();
}

void EndingSignals::stop() {
    if (!thread_.joinable()) return;
    // Ends the wait when no signal ever came.
    pthread_kill(thread_.native_handle(), SIGINT);
    thread_.join();
}

} // namespace rexue::app
