// A pack of a few words for tests: each clip's file is its text.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/speech/clip_pack.h"
#include "kiosk/ui/speech/numbers.h"
#include "kiosk/ui/speech/speech.h"

namespace rexue::ui::speech {

inline std::string manifest_of(const std::string& language, const std::vector<std::string>& texts) {
    const bool chinese = language.starts_with("zh");
    const std::vector<std::string> own =
        chinese ? std::vector<std::string>{"按钮",       "可以选", "一项",  "请填写", "已选中",
                                           "现在不能选", "有文字", "到",    "第",     "步，共",
                                           "步",         "请",     "号，到"}
                : std::vector<std::string>{
                      "Button", "Choice", "Item", "Field", "selected", "not now",     "something",
                      "to",     "Step",   "of",   "",      "Number",   "please go to"};
    const std::vector<std::string> names = {
        "button", "choice", "list_item", "field",    "selected", "unavailable", "fallback",
        "range",  "step",   "step_of",   "step_end", "call",     "call_to"};
    std::string json = R"({"language":")" + language + R"(","words":{)";
    for (size_t i = 0; i < names.size(); ++i)
        json += (i > 0 ? ",\"" : "\"") + names[i] + "\":\"" + own[i] + "\"";
    json += R"(},"chime":"chime.wav","clips":[)";
    std::string clips;
    for (const auto* list : {&own, &texts}) {
        for (const std::string& text : *list) {
            if (!text.empty())
                clips += (clips.empty() ? "" : ",") + (R"({"text":")" + text) + R"(","file":")" +
                         text + "\"}";
        }
    }
    return json + clips + "]}";
}

// With every number word up to ninety-nine, and the letters.
inline ClipPack a_pack(const std::string& language, std::vector<std::string> texts) {
    const bool chinese = language.starts_with("zh");
    for (char letter = 'A'; letter <= 'Z'; ++letter)
        texts.emplace_back(1, letter);
    const Tongue tongue = chinese ? Tongue::chinese : Tongue::english;
    for (int number = 0; number < 100; ++number)
        texts.push_back(number_words(tongue, number).front());
    for (const char* more :
         {"两", "幺", "四百", "点", "点整", "分", "four hundred", "o'clock", "the fourteenth of"})
        texts.emplace_back(more);
    auto pack = ClipPack::parse(manifest_of(language, texts), [](const auto&) { return true; });
    return std::move(pack.value());
}

inline std::vector<std::string> files_of(const Speech& speech) {
    std::vector<std::string> files;
    for (const SpokenClip& clip : speech.clips)
        files.push_back(clip.file);
    return files;
}

} // namespace rexue::ui::speech
