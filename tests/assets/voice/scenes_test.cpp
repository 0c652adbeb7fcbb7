// Every screen that the donor sees can be read aloud to the end: only what is personal has no clip.
#include "tests/screenshots/scenes.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "kiosk/ui/speech/phrase.h"
#include "kiosk/ui/strings.h"
#include "tests/assets/voice/packs.h"
#include "tests/screenshots/painter.h"

namespace rexue::ui::speech {
namespace {

// Names and document numbers, which screens show in part: stars are in them.
bool is_personal(const std::string& text) {
    return text.find('*') != std::string::npos;
}

TEST(ScenesAloud, every_screen_of_the_donor_is_read_to_the_end) {
    screenshots::pin_renderer();
    ASSERT_TRUE(load_strings(REXUE_STRINGS_DIR));
    int read = 0;
    for (const auto& scene : screenshots::donor_scenes()) {
        if (scene.language != "zh_CN" && scene.language != "en") continue;
        const auto painted = screenshots::paint(scene);
        ASSERT_TRUE(painted) << scene.name << ": " << painted.error().detail;
        const auto phrases = read_screen(painted->tree);
        EXPECT_FALSE(phrases.empty()) << scene.name;
        const auto speech = speak(voice_of(scene.language).pack, phrases);
        for (const MissingWords& words : speech.missing)
            EXPECT_TRUE(is_personal(words.text)) << scene.name << ": " << words.text;
        EXPECT_LT(speech.clips.size(), 150U) << scene.name;
        ++read;
    }
    EXPECT_GT(read, 5);
}

} // namespace
} // namespace rexue::ui::speech
