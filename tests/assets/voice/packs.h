// The packs as they were built, and what is missing from them for a text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "kiosk/ui/speech/files/voice_folder.h"
#include "kiosk/ui/speech/speech.h"

namespace rexue::ui::speech {

inline const Voice& voice_of(std::string_view language) {
    static const auto open = [](std::string_view name) {
        auto voice = open_voice(REXUE_VOICE_DIR, name, "");
        REXUE_ASSERT(voice);
        return std::move(*voice);
    };
    static const Voice chinese = open("zh_CN");
    static const Voice english = open("en");
    return language == "en" ? english : chinese;
}

inline std::vector<std::string> missing_in(std::string_view language, const std::string& text) {
    std::vector<std::string> missing;
    const auto speech = speak(voice_of(language).pack, std::vector<Phrase>{{.texts = {text}}});
    for (const MissingWords& words : speech.missing)
        missing.push_back(words.text);
    return missing;
}

inline void expect_sayable(std::string_view language, const std::string& text) {
    EXPECT_EQ(missing_in(language, text), std::vector<std::string>{}) << language << ": " << text;
}

} // namespace rexue::ui::speech
