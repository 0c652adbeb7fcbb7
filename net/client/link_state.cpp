#include "net/client/link_state.h"

#include <utility>

#include "net/wire/problem.h"

namespace rexue::client {

namespace {

bool is_the_persons(const Exchange& exchange) {
    return exchange.status != 0 && exchange.speaker == Speaker::person && exchange.error &&
           exchange.error->code == base::ErrorCode::unauthenticated;
}

LinkCondition condition_after(const Exchange& exchange, LinkCondition before) {
    if (!exchange.error) return LinkCondition::online;
    if (says_duplicate_terminal(*exchange.error)) return LinkCondition::duplicate_terminal;
    // A wrong PIN, or a session that is over, says nothing of the line, nor of the certificate.
    if (is_the_persons(exchange)) return before;
    const auto code = exchange.error->code;
    // With an answer too: a server that has revoked this terminal is there, and not for it.
    if (code == base::ErrorCode::untrusted || code == base::ErrorCode::unauthenticated) {
        return LinkCondition::untrusted;
    }
    return exchange.status != 0 ? LinkCondition::online : LinkCondition::offline;
}

} // namespace

std::string_view word_of(LinkCondition condition) {
    return boost::describe::enum_to_string(condition, "unknown");
}

bool says_duplicate_terminal(const base::Error& error) {
    return error.code == base::ErrorCode::conflict &&
           error.detail == wire::duplicate_terminal_detail;
}

bool is_link_failure(const base::Error& error) {
    switch (error.code) {
        case base::ErrorCode::unavailable:
        case base::ErrorCode::timeout:
        case base::ErrorCode::untrusted:
        case base::ErrorCode::unauthenticated:
        case base::ErrorCode::cancelled:
            return true;
        default:
            return says_duplicate_terminal(error);
    }
}

void LinkMonitor::note(const Exchange& exchange) {
    std::vector<std::function<void(const LinkState&)>> listeners;
    LinkState now;
    {
        const std::lock_guard lock(mutex_);
        const LinkCondition next = condition_after(exchange, state_.condition);
        if (exchange.status != 0) ++answers_;
        state_.detail = exchange.error ? exchange.error->detail : "";
        if (next == state_.condition) return;
        state_.condition = next;
        state_.since = clock_.wall();
        now = state_;
        listeners = listeners_;
    }
    for (const auto& listener : listeners)
        listener(now);
}

void LinkMonitor::listen(std::function<void(const LinkState&)> listener) {
    const std::lock_guard lock(mutex_);
    // Under the lock: no change can overtake it.
    listener(state_);
    listeners_.push_back(std::move(listener));
}

std::uint64_t LinkMonitor::answers() const {
    const std::lock_guard lock(mutex_);
    return answers_;
}

LinkState LinkMonitor::state() const {
    const std::lock_guard lock(mutex_);
    return state_;
}

} // namespace rexue::client
