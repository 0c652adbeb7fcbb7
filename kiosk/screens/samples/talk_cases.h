// The talk with an invented donor, screen by screen.
#pragma once

#include <vector>

#include "kiosk/flow/donor/session.h"
#include "kiosk/screens/donor/donor_screens.h"
#include "kiosk/screens/samples/scenes.h"

namespace rexue::screens::samples {

struct TalkCase {
    const char* name;
    flow::donor::Session session;
    donor::Drafts drafts = {};
};

// None without forms.
std::vector<TalkCase> talk_screens(const DonorForms& forms);
std::vector<TalkCase> talk_states(const DonorForms& forms);

} // namespace rexue::screens::samples
