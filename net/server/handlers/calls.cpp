#include "net/server/handlers/call_decision.h"
#include "net/server/handlers/handlers.h"
#include "net/server/handlers/house_day.h"
#include "net/server/handlers/json_body.h"
#include "net/server/handlers/sequenced.h"

namespace rexue::server {

base::Result<Response> post_call(Context& context, const Request& request) {
    const auto call = read_body<wire::CallRequest>(request);
    if (!call) return base::fail(call);
    const auto house = context.store.house(request.terminal->house);
    if (!house) return base::fail(house);
    const auto now = context.clock.wall();
    const CallFacts facts{.house = *house,
                          .terminal = request.terminal->id.value,
                          .now = now,
                          .day = house_day(*house, now)};
    const auto is_answer = [&](const queue::HouseEvent& event) {
        return answers(event, *call, facts.terminal);
    };
    const auto decide = [&](std::span<const LoggedEvent> log) {
        queue::QueueState state;
        state.day = facts.day;
        for (const LoggedEvent& logged : log)
            queue::apply(state, logged.event);
        return decide_call(state, *call, facts);
    };
    const auto decided =
        context.store.append_decided(house->house, facts.day, call->id, is_answer, decide);
    if (!decided) return base::fail(decided);
    context.metrics.count(Counter::events_stored);
    context.followers.publish(house->house);
    return json_response(wire::CallDecision{.decided = sequenced(*decided)});
}

} // namespace rexue::server
