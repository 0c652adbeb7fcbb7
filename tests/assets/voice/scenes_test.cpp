// Every screen that the donor sees can be read aloud to the end: only what is personal has no clip.
#include "tests/screenshots/scenes.h"

#include <set>
#include <utility>

#include <gtest/gtest.h>

#include "kiosk/ui/speech/phrase.h"
#include "kiosk/ui/strings.h"
#include "platform/base/utf8.h"
#include "tests/assets/voice/packs.h"
#include "tests/screenshots/painter.h"

namespace rexue::ui::speech {
namespace {

// Names and document numbers, which screens show in part: stars are in them. And the characters
// that a name may be made of, offered while it is typed.
bool is_personal(const std::string& scene, const std::string& text) {
    constexpr size_t longest_candidate = 4;
    return text.find('*') != std::string::npos ||
           (scene.starts_with("donor-typing-name") &&
            base::code_points(text).size() <= longest_candidate);
}

// Sizes, colours and reach change no word; care mode and language do.
bool has_words_of_its_own(const screenshots::Scene& scene) {
    const bool is_spoken = scene.language == "zh_CN" || scene.language == "en";
    return is_spoken && scene.look == Look{.mode = scene.look.mode} && !scene.lower_half;
}

using Said = std::pair<std::string, std::vector<std::vector<std::string>>>;
Said said_in(const screenshots::Scene& scene, const std::vector<Phrase>& phrases) {
    Said said{scene.language, {}};
    for (const Phrase& phrase : phrases)
        said.second.push_back(phrase.texts);
    return said;
}

TEST(ScenesAloud, every_screen_of_the_donor_is_read_to_the_end) {
    ASSERT_TRUE(load_strings(REXUE_STRINGS_DIR));
    std::set<Said> heard;
    for (const auto& scene : screenshots::donor_scenes()) {
        if (!has_words_of_its_own(scene)) continue;
        const auto tree = screenshots::read_tree(scene);
        ASSERT_TRUE(tree) << scene.name << ": " << tree.error().detail;
        const auto phrases = read_screen(*tree);
        EXPECT_FALSE(phrases.empty()) << scene.name;
        if (!heard.insert(said_in(scene, phrases)).second) continue;
        const auto speech = speak(voice_of(scene.language).pack, phrases);
        for (const MissingWords& words : speech.missing)
            EXPECT_TRUE(is_personal(scene.name, words.text)) << scene.name << ": " << words.text;
        EXPECT_LT(speech.clips.size(), 200U) << scene.name;
    }
    // Two languages of each screen and state, and more where care mode has other words.
    EXPECT_GT(heard.size(), 60U);
}

} // namespace
} // namespace rexue::ui::speech
