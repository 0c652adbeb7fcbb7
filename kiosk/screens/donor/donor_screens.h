// The donor surface's screens, and the one list of them.
#pragma once

#include <functional>

#include "kiosk/flow/donor/event.h"
#include "kiosk/flow/donor/session.h"
#include "kiosk/flow/now.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/keyboard/keyboard.h"
#include "kiosk/ui/widgets/date_choice.h"
#include "kiosk/ui/widgets/signature.h"

namespace rexue::screens::donor {

using Session = flow::donor::Session;
using Emit = std::function<void(flow::donor::Event)>;

using Strike = std::function<void(ui::keyboard::Keystroke)>;

// What is being typed, and where keystrokes go: there where something is typed.
struct Keyboard {
    const ui::keyboard::Typing* typing = nullptr;
    ui::keyboard::Verdict verdict = ui::keyboard::Verdict::unfinished; // of a number
    const Strike* strike = nullptr;
};

// What is begun on a screen and not said yet. The signature wipes itself.
struct Drafts {
    ui::widgets::DateChoice date;
    ui::widgets::Signature signature;
};

// Everything a screen may know: the session, the time, what is typed, and where its events go.
struct View {
    const Session& session;
    flow::Now now;
    const Emit& emit;
    Keyboard keyboard = {};
    Drafts* drafts = nullptr; // there where a date is chosen or a name signed
};

// Draws the screen of the session's state, with what lies above it.
void draw(ui::Frame& frame, const View& view);

// One a state.
void attract(ui::Frame& frame, const View& view);
void identify(ui::Frame& frame, const View& view);
void typing_number(ui::Frame& frame, const View& view);
void typing_name(ui::Frame& frame, const View& view);
void looking_up(ui::Frame& frame, const View& view);
void confirm(ui::Frame& frame, const View& view);
void choose(ui::Frame& frame, const View& view);
void question(ui::Frame& frame, const View& view);
void result(ui::Frame& frame, const View& view);
void book(ui::Frame& frame, const View& view);
void document(ui::Frame& frame, const View& view); // notice and data use
void sign(ui::Frame& frame, const View& view);
void issuing(ui::Frame& frame, const View& view);
void ticket(ui::Frame& frame, const View& view);
void honours(ui::Frame& frame, const View& view);
void see_staff(ui::Frame& frame, const View& view);
void out_of_service(ui::Frame& frame, const View& view);

// Above any of them.
void adjust(ui::Frame& frame, const View& view);
void idle_warning(ui::Frame& frame, const View& view);

} // namespace rexue::screens::donor
