// The talk with an invented donor, screen by screen.
#pragma once

#include <string>
#include <vector>

#include "kiosk/flow/donor/session.h"
#include "kiosk/screens/donor/donor_screens.h"
#include "kiosk/screens/samples/scenes.h"

namespace rexue::screens::samples {

struct TalkCase {
    std::string name;
    flow::donor::Session session;
    donor::Drafts drafts = {};
};

// None without forms.
std::vector<TalkCase> talk_screens(const DonorForms& forms);
std::vector<TalkCase> talk_states(const DonorForms& forms);
// Every question of the form and every page of the documents, as the same screens show them.
std::vector<TalkCase> talk_rewordings(const DonorForms& forms);

} // namespace rexue::screens::samples
