#include "kiosk/app/input_worker.h"

#include <utility>

namespace rexue::app {

InputWorker::InputWorker(input_method::Files files, std::function<void()> wake)
    : method_(std::move(files)), wake_(std::move(wake)) {}

void InputWorker::ask(input_method::Query query) {
    bool is_first = false;
    {
        const std::lock_guard lock(mutex_);
        is_first = !asked_;
        if (asked_) wipe(*asked_);
        asked_ = std::move(query);
    }
    // One task for all that wait: it takes the newest. So the worker's queue never fills.
    if (is_first) worker_.post([this] { answer_newest(); });
}

void InputWorker::answer_newest() {
    input_method::Query query;
    int visit = 0;
    {
        const std::lock_guard lock(mutex_);
        if (!asked_) return; // forgotten meanwhile
        query = std::move(*asked_);
        wipe(*asked_); // what a move leaves of short texts
        asked_.reset();
        visit = visit_;
    }
    Outcome outcome{.question = query.number, .answer = method_.answer(query)};
    wipe(query);
    {
        const std::lock_guard lock(mutex_);
        drop_outcome();
        outcome_ = std::move(outcome);
        if (visit != visit_) drop_outcome();
    }
    if (wake_) wake_();
}

std::optional<InputWorker::Outcome> InputWorker::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(outcome_, std::nullopt);
}

void InputWorker::forget() {
    {
        const std::lock_guard lock(mutex_);
        if (asked_) wipe(*asked_);
        asked_.reset();
        drop_outcome();
        ++visit_;
    }
    worker_.post([this] { method_.forget(); });
}

void InputWorker::drop_outcome() {
    if (outcome_ && outcome_->answer) wipe(outcome_->answer->candidates);
    outcome_.reset();
}

} // namespace rexue::app
