// The staff flow at work, and whose answers it takes.
#pragma once

#include <string>
#include <utility>

#include "kiosk/app/flow_runner.h"
#include "kiosk/flow/staff/transition.h"

namespace rexue::app {

using StaffRunner = FlowRunner<flow::staff::Session, flow::staff::Event, flow::staff::Effect>;

// Posts what was answered to the staff session with `token`, from any thread: dropped when that
// session is over by the time its turn comes, for it is not about whoever has signed in since.
inline void answer_session(StaffRunner& runner, const std::string& token,
                           flow::staff::Event answer) {
    runner.post_if([&runner, token] { return runner.session().token == token; }, std::move(answer));
}

} // namespace rexue::app
