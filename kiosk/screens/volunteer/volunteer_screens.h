// The screens of the volunteer's tablet, and the one list of them.
#pragma once

#include <functional>

#include "kiosk/flow/volunteer/event.h"
#include "kiosk/flow/volunteer/session.h"
#include "kiosk/ui/frame.h"

namespace rexue::screens::volunteer {

using Session = flow::volunteer::Session;
using Emit = std::function<void(flow::volunteer::Event)>;

struct View {
    const Session& session;
    flow::Now now;
    const Emit& emit;
};

void draw(ui::Frame& frame, const View& view);

void scan(ui::Frame& frame, const View& view);
void card(ui::Frame& frame, const View& view);
void benefits(ui::Frame& frame, const View& view);
void places(ui::Frame& frame, const View& view);

} // namespace rexue::screens::volunteer
