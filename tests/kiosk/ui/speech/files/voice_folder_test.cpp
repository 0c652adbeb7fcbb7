// A pack on disk, and a house that has recorded some of it.
#include "kiosk/ui/speech/files/voice_folder.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/test_folder.h"

namespace rexue::ui::speech {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

namespace fs = std::filesystem;

class VoiceFolder : public testing::Test {
  protected:
    void SetUp() override {
        write("packs/en/pack.json", R"({"language":"en","words":{"button":"Button","choice":"",
            "list_item":"","field":"","selected":"","unavailable":"","fallback":"Read","range":"",
            "step":"","step_of":"","step_end":"","call":"","call_to":""},"clips":[
            {"text":"Button","file":"phrases/1.wav"},{"text":"Read","file":"phrases/2.wav"},
            {"text":"Back","file":"phrases/3.wav"}]})");
        for (const char* name : {"1", "2", "3"})
            write(std::string("packs/en/phrases/") + name + ".wav", "made");
    }
    void write(const fs::path& name, const std::string& text) {
        fs::create_directories((folder_.path() / name).parent_path());
        std::ofstream(folder_.path() / name) << text;
    }
    fs::path packs() const { return folder_.path() / "packs"; }
    fs::path recordings() const { return folder_.path() / "recordings"; }

  private:
    support::TestFolder folder_;
};

TEST_F(VoiceFolder, gives_every_clip_its_path) {
    const auto voice = open_voice(packs(), "en", "");
    ASSERT_TRUE(voice) << voice.error().detail;
    EXPECT_THAT(voice->absent, IsEmpty());
    EXPECT_EQ(voice->path_of(*voice->pack.file_of("Back")), packs() / "en/phrases/3.wav");
}

TEST_F(VoiceFolder, a_recording_of_the_house_goes_before_whatever_form_it_has) {
    write("recordings/en/phrases/3.ogg", "recorded");
    write("recordings/en/phrases/1.wav", "recorded");
    const auto voice = open_voice(packs(), "en", recordings());
    ASSERT_TRUE(voice);
    EXPECT_EQ(voice->path_of("phrases/3.wav"), recordings() / "en/phrases/3.ogg");
    EXPECT_EQ(voice->path_of("phrases/1.wav"), recordings() / "en/phrases/1.wav");
    EXPECT_EQ(voice->path_of("phrases/2.wav"), packs() / "en/phrases/2.wav");
}

TEST_F(VoiceFolder, a_recording_is_enough_by_itself) {
    fs::remove(packs() / "en/phrases/3.wav");
    write("recordings/en/phrases/3.flac", "recorded");
    EXPECT_THAT(open_voice(packs(), "en", recordings())->absent, IsEmpty());
}

TEST_F(VoiceFolder, a_clip_that_is_nowhere_is_told_and_its_words_are_unknown) {
    fs::remove(packs() / "en/phrases/3.wav");
    const auto voice = open_voice(packs(), "en", recordings());
    ASSERT_TRUE(voice);
    EXPECT_THAT(voice->absent, ElementsAre("phrases/3.wav"));
    EXPECT_EQ(voice->pack.file_of("Back"), nullptr);
}

TEST_F(VoiceFolder, without_a_pack_is_not_found) {
    for (const char* language : {"bo", "", "../packs/en", "a/b"}) {
        const auto voice = open_voice(packs(), language, "");
        ASSERT_FALSE(voice);
        EXPECT_EQ(voice.error().code, base::ErrorCode::not_found);
    }
}

TEST_F(VoiceFolder, a_damaged_manifest_is_refused) {
    write("packs/en/pack.json", "{");
    EXPECT_EQ(open_voice(packs(), "en", "").error().code, base::ErrorCode::invalid_argument);
}

} // namespace
} // namespace rexue::ui::speech
