// Every screen of every surface in a state worth looking at, with invented people: what a person
// draws with `rexue-kiosk --screen`, what picture and layout tests go through, what is measured.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/flow/donor/forms.h"
#include "kiosk/flow/donor/honours.h"
#include "kiosk/flow/donor/preferences.h"
#include "kiosk/rules/honour/honours.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/look.h"
#include "kiosk/ui/ui.h"

namespace rexue::screens::samples {

struct Scene {
    std::string name; // the surface's comes first: "donor-confirm-first"
    std::string language = "zh_CN";
    ui::Canvas canvas;
    float viewing_distance_mm = 600;
    ui::Look look;
    std::function<void(ui::Frame&)> draw;
};

// What a talk and what honours go by; without them there are no scenes of them.
using DonorForms = std::shared_ptr<const flow::donor::Forms>;
using DonorHonours = std::shared_ptr<const honour::Honours>;

// Each screen once, and what else may be the case on them: both as a donor with these preferences
// sees them.
std::vector<Scene> donor_screens(const flow::donor::Preferences& preferences = {},
                                 const DonorForms& forms = nullptr,
                                 const DonorHonours& honours = nullptr);
std::vector<Scene> donor_states(const flow::donor::Preferences& preferences = {},
                                const DonorForms& forms = nullptr,
                                const DonorHonours& honours = nullptr);
// The same with other words, which need their room too.
std::vector<Scene> donor_rewordings(const flow::donor::Preferences& preferences = {},
                                    const DonorForms& forms = nullptr,
                                    const DonorHonours& honours = nullptr);
// These draw what they are told: language and look are the scene's alone.
std::vector<Scene> staff_scenes();
std::vector<Scene> board_scenes();
// What cards and benefits are told from; not null.
using VolunteerHonours = std::shared_ptr<const honour::Honours>;
std::vector<Scene> volunteer_scenes(const VolunteerHonours& honours);

} // namespace rexue::screens::samples
