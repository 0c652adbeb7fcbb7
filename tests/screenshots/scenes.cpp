#include "tests/screenshots/scenes.h"

#include <string>
#include <utility>

#include "kiosk/app/forms_files.h"
#include "kiosk/rule_files/honours_files.h"

namespace rexue::screenshots {

namespace {

using namespace flow::donor;

struct Manner {
    const char* name;
    Preferences preferences;
    Kept kept;
};

// What a donor may choose, and the languages that find what Chinese and English do not.
const Manner manners[] = {
    {"care", {.mode = Mode::care}, Kept::picture},
    {"care-largest", {.mode = Mode::care, .text = TextStep::largest}, Kept::layout},
    {"white-on-black", {.contrast = Contrast::white_on_black}, Kept::picture},
    {"black-on-white", {.contrast = Contrast::black_on_white}, Kept::picture},
    {"largest", {.text = TextStep::largest}, Kept::picture},
    {"low", {.reach = Reach::low}, Kept::picture},
    {"low-largest", {.text = TextStep::largest, .reach = Reach::low}, Kept::layout},
    {"care-low", {.mode = Mode::care, .reach = Reach::low}, Kept::layout},
    {"care-low-largest",
     {.mode = Mode::care, .text = TextStep::largest, .reach = Reach::low},
     Kept::layout},
    {"en", {.language = "en"}, Kept::picture},
    {"en-care", {.language = "en", .mode = Mode::care}, Kept::layout},
    {"en-largest", {.language = "en", .text = TextStep::largest}, Kept::layout},
    {"en-care-largest",
     {.language = "en", .mode = Mode::care, .text = TextStep::largest},
     Kept::layout},
    {"en-low", {.language = "en", .reach = Reach::low}, Kept::layout},
    {"en-low-largest",
     {.language = "en", .text = TextStep::largest, .reach = Reach::low},
     Kept::layout},
    {"en-care-low", {.language = "en", .mode = Mode::care, .reach = Reach::low}, Kept::layout},
    {"en-care-low-largest",
     {.language = "en", .mode = Mode::care, .text = TextStep::largest, .reach = Reach::low},
     Kept::layout},
    {"pseudo", {.language = "en_XA"}, Kept::layout},
    {"pseudo-rtl", {.language = "ar_XB"}, Kept::layout},
};

void add(std::vector<Scene>& scenes, std::vector<screens::samples::Scene> more, Kept kept) {
    for (screens::samples::Scene& scene : more) {
        const std::string screen = scene.name;
        scenes.push_back({std::move(scene), kept, "donor-as-it-comes", screen});
    }
}

bool is_large(const Manner& manner) {
    const Preferences& preferences = manner.preferences;
    return preferences.text == TextStep::largest ||
           (preferences.mode == Mode::care && preferences.language == "en");
}

void add_in_manner(std::vector<Scene>& scenes, std::vector<screens::samples::Scene> more,
                   const Manner& manner, Kept kept) {
    for (screens::samples::Scene& scene : more) {
        const std::string screen = scene.name;
        scene.name += std::string("-") + manner.name;
        // A dozen buttons with the largest words need the whole screen.
        const bool falls_back = scene.name.starts_with("donor-adjust-") && is_large(manner);
        const bool lower_half = manner.preferences.reach == Reach::low && !falls_back;
        scenes.push_back(
            {std::move(scene), kept, std::string("donor-") + manner.name, screen, lower_half});
    }
}

} // namespace

std::vector<Scene> donor_scenes() {
    const auto forms = app::load_forms(REXUE_ASSETS_DIR);
    REXUE_ASSERT(forms.has_value());
    auto read = rule_files::read_honours(REXUE_ASSETS_DIR);
    REXUE_ASSERT(read.has_value());
    const auto honours = std::make_shared<const honour::Honours>(std::move(*read));
    std::vector<Scene> scenes;
    add(scenes, screens::samples::donor_screens({}, *forms, honours), Kept::picture);
    add(scenes, screens::samples::donor_states({}, *forms, honours), Kept::picture);
    add(scenes, screens::samples::donor_rewordings({}, *forms, honours), Kept::layout);
    for (const Manner& manner : manners) {
        add_in_manner(scenes, screens::samples::donor_screens(manner.preferences, *forms, honours),
                      manner, manner.kept);
        add_in_manner(scenes, screens::samples::donor_states(manner.preferences, *forms, honours),
                      manner, Kept::layout);
        add_in_manner(scenes,
                      screens::samples::donor_rewordings(manner.preferences, *forms, honours),
                      manner, Kept::layout);
    }
    return scenes;
}

const std::vector<Scene>& all_scenes() {
    static const std::vector<Scene> all = [] {
        std::vector<Scene> scenes = donor_scenes();
        for (auto& more : {staff_scenes(), board_scenes(), volunteer_scenes()})
            scenes.insert(scenes.end(), more.begin(), more.end());
        return scenes;
    }();
    return all;
}

const std::vector<Scene>& pictured_scenes() {
    static const std::vector<Scene> pictured = [] {
        std::vector<Scene> scenes = all_scenes();
        std::erase_if(scenes, [](const Scene& scene) { return scene.kept != Kept::picture; });
        return scenes;
    }();
    return pictured;
}

} // namespace rexue::screenshots
