// The staff surface's screens, and the one list of them.
#pragma once

#include <functional>

#include "kiosk/flow/now.h"
#include "kiosk/flow/staff/event.h"
#include "kiosk/flow/staff/session.h"
#include "kiosk/ui/frame.h"

namespace rexue::screens::staff {

using Session = flow::staff::Session;
using Emit = std::function<void(flow::staff::Event)>;

struct View {
    const Session& session;
    flow::Now now;
    const Emit& emit;
};

void draw(ui::Frame& frame, const View& view);

void sign_in(ui::Frame& frame, const View& view);
void choose_desk(ui::Frame& frame, const View& view);
void desk(ui::Frame& frame, const View& view);
void reviews(ui::Frame& frame, const View& view);
void review(ui::Frame& frame, const View& view);
void correcting(ui::Frame& frame, const View& view);
void measuring(ui::Frame& frame, const View& view);
void matching(ui::Frame& frame, const View& view);
void giving(ui::Frame& frame, const View& view);
void deciding(ui::Frame& frame, const View& view);

} // namespace rexue::screens::staff
