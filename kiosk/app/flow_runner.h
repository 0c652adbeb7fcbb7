// Turns a pure flow into something that runs: one queue in, one session, effects out.
#pragma once

#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

#include "kiosk/app/event_queue.h"
#include "kiosk/flow/now.h"
#include "kiosk/flow/table.h"
#include "platform/log/catalogue.h"

namespace rexue::app {

// More than a frame's worth of everything that can happen at once, with room to spare.
inline constexpr size_t max_waiting_events = 512;

template <typename Session, typename Event, typename Effect>
class FlowRunner {
  public:
    using Transition = flow::Step<Session, Effect> (*)(const Session&, const Event&,
                                                       const flow::Now&);
    using Run = std::function<void(const Effect&, const flow::Now&)>;

    // `wake` ends the window thread's wait; `run` carries out one effect on the window thread.
    FlowRunner(Transition transition, Session start, std::function<void()> wake, Run run)
        : transition_(transition),
          session_(std::move(start)),
          incoming_(max_waiting_events, std::move(wake)),
          run_(std::move(run)) {}

    // Any thread.
    void post(Event event) { post_if({}, std::move(event)); }

    // The same, but dropped when `still_wanted` (window thread) says no by the time its turn
    // comes: an answer to a question that was taken back must not answer the next one.
    void post_if(const std::function<bool()>& still_wanted, Event event) {
        incoming_.post({.event = std::move(event), .still_wanted = still_wanted});
    }

    // Window thread: keeps a tap of the frame being drawn until the frame is done.
    void tap(Event event) { taps_.push_back(std::move(event)); }

    // Window thread: applies all that came in. True if anything did.
    bool pump(const flow::Now& now) {
        const auto came_in = incoming_.take();
        if (came_in.dropped > 0) log::write(log::events_dropped, {{"count", came_in.dropped}});
        for (const auto& waiting : came_in.events) {
            if (!waiting.still_wanted || waiting.still_wanted()) apply(waiting.event, now);
        }
        const std::vector<Event> taps = std::exchange(taps_, {});
        for (const Event& tap : taps)
            apply(tap, now);
        return !came_in.events.empty() || !taps.empty();
    }

    const Session& session() const { return session_; }

  private:
    void apply(const Event& event, const flow::Now& now) {
        flow::Step<Session, Effect> step = transition_(session_, event, now);
        session_ = std::move(step.session);
        for (const Effect& effect : step.effects)
            run_(effect, now);
    }

    Transition transition_;
    Session session_;
    EventQueue<Event> incoming_;
    std::vector<Event> taps_;
    Run run_;
};

} // namespace rexue::app
