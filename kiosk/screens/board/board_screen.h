// The board's one screen.
#pragma once

#include "kiosk/flow/board/session.h"
#include "kiosk/flow/now.h"
#include "kiosk/ui/frame.h"

namespace rexue::screens::board {

struct View {
    const flow::board::Session& session;
    flow::Now now;
};

void draw(ui::Frame& frame, const View& view);

} // namespace rexue::screens::board
