// Phrases become clips; what has none is reported, and never passed over in silence.
#include "kiosk/ui/speech/speech.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/kiosk/ui/speech/a_pack.h"

namespace rexue::ui::speech {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

const ClipPack& pack() {
    static const ClipPack chinese =
        a_pack("zh_CN", {"取我的号", "毫升", "欢迎您再次到来", "号采血位", "这是您本人吗", "全血"});
    return chinese;
}

Speech speak_one(const Phrase& phrase) {
    return speak(pack(), std::vector{phrase});
}

TEST(Speak, a_button_with_its_role_and_state) {
    const auto speech = speak_one({.role = Role::button, .texts = {"取我的号"}, .enabled = false});
    EXPECT_THAT(files_of(speech), ElementsAre("按钮", "取我的号", "现在不能选"));
    EXPECT_THAT(speech.missing, IsEmpty());
}

TEST(Speak, a_choice_that_is_chosen) {
    EXPECT_THAT(
        files_of(speak_one({.role = Role::choice, .texts = {"400 毫升"}, .selected = true})),
        ElementsAre("可以选", "四百", "毫升", "已选中"));
}

TEST(Speak, phrases_one_after_the_other_with_pauses_between) {
    const std::vector<Phrase> phrases{{.role = Role::heading, .texts = {"这是您本人吗？"}},
                                      {.role = Role::text, .texts = {"全血 400 毫升"}}};
    const auto speech = speak(pack(), phrases);
    EXPECT_THAT(files_of(speech), ElementsAre("这是您本人吗", "全血", "四百", "毫升"));
    EXPECT_GT(speech.clips[0].pause_after, std::chrono::milliseconds(400));
    EXPECT_EQ(speech.clips[1].pause_after.count(), 0); // joined
}

TEST(Speak, a_text_without_a_clip_is_reported_and_announced) {
    const auto speech = speak_one({.node = 7, .role = Role::text, .texts = {"示*甲"}});
    EXPECT_THAT(files_of(speech), ElementsAre("有文字"));
    ASSERT_THAT(speech.missing, SizeIs(1));
    EXPECT_EQ(speech.missing[0].node, 7U);
    EXPECT_EQ(speech.missing[0].text, "示*甲");
}

TEST(Speak, of_a_text_that_is_mostly_known_only_the_rest_is_missing) {
    const auto speech = speak_one({.texts = {"欢迎您再次到来，示例甲"}});
    EXPECT_THAT(files_of(speech), ElementsAre("欢迎您再次到来", "有文字"));
    ASSERT_THAT(speech.missing, SizeIs(1));
    EXPECT_EQ(speech.missing[0].text, "示例甲");
}

TEST(Speak, scraps_of_an_unknown_text_are_not_said) {
    const auto speech = speak_one({.role = Role::button, .texts = {"从来没有见过的 3 样东西"}});
    EXPECT_THAT(files_of(speech), ElementsAre("按钮", "有文字"));
    ASSERT_THAT(speech.missing, SizeIs(1));
    EXPECT_EQ(speech.missing[0].text, "从来没有见过的 3 样东西");
}

// Each clip of the pack in turn: without it, a text that needs it has something missing.
TEST(Speak, any_clip_that_is_gone_is_missed) {
    const std::string needed[] = {"取我的号", "四百", "毫升", "按钮", "幺"};
    for (const std::string& gone : needed) {
        const auto rest = ClipPack::parse(
            manifest_of("zh_CN", {"取我的号", "四百", "毫升", "A", "零", "幺", "二"}),
            [&](const std::string& file) { return file != gone; });
        ASSERT_TRUE(rest);
        const auto speech =
            speak(*rest, std::vector<Phrase>{{.role = Role::button, .texts = {"取我的号"}},
                                             {.role = Role::text, .texts = {"400 毫升"}},
                                             {.role = Role::text, .texts = {"A012"}}});
        EXPECT_THAT(speech.missing, SizeIs(1)) << gone;
        EXPECT_THAT(files_of(speech), testing::Contains("有文字")) << gone;
    }
}

TEST(Speak, more_than_a_speaker_takes_is_missing_and_not_lost) {
    const std::vector<Phrase> many(200, Phrase{.texts = {"全血 400 毫升"}});
    const auto speech = speak(pack(), many);
    EXPECT_LE(speech.clips.size(), most_spoken_clips);
    EXPECT_EQ(speech.clips.size() / 3 + speech.missing.size(), 200U);
}

TEST(AnnounceCall, chime_and_the_same_words_twice) {
    const auto speech = announce_call(pack(), "A012", "2号采血位");
    EXPECT_THAT(files_of(speech),
                ElementsAre("chime.wav", "请", "A", "零", "幺", "二", "号，到", "二", "号采血位",
                            "请", "A", "零", "幺", "二", "号，到", "二", "号采血位"));
    EXPECT_THAT(speech.missing, IsEmpty());
}

TEST(Chime, is_the_packs_sound_alone) {
    EXPECT_THAT(files_of(chime(pack())), ElementsAre("chime.wav"));
}

} // namespace
} // namespace rexue::ui::speech
