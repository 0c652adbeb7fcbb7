// A pack is refused when it could be silent about a text, or reach outside its folder.
#include "kiosk/ui/speech/clip_pack.h"

#include <gtest/gtest.h>

#include "tests/kiosk/ui/speech/a_pack.h"

namespace rexue::ui::speech {
namespace {

using base::ErrorCode;

bool everything(const std::string&) {
    return true;
}

ErrorCode code_of(const std::string& manifest) {
    const auto pack = ClipPack::parse(manifest, everything);
    return pack ? ErrorCode::internal : pack.error().code;
}

TEST(ClipPack, finds_a_clip_by_its_words_and_not_by_their_punctuation) {
    const ClipPack pack = a_pack("zh_CN", {"这是您本人吗？"});
    ASSERT_NE(pack.file_of("这是您本人吗"), nullptr);
    EXPECT_EQ(*pack.file_of(" 这是您本人吗！\n"), "这是您本人吗？");
    EXPECT_EQ(pack.file_of("这是您"), nullptr);
    EXPECT_EQ(pack.tongue(), Tongue::chinese);
    EXPECT_EQ(pack.chime(), "chime.wav");
}

TEST(ClipPack, knows_only_clips_that_are_there) {
    const auto pack = ClipPack::parse(manifest_of("en", {"Back", "Leave"}),
                                      [](const std::string& file) { return file != "Leave"; });
    ASSERT_TRUE(pack);
    EXPECT_NE(pack->file_of("Back"), nullptr);
    EXPECT_EQ(pack->file_of("Leave"), nullptr);
}

TEST(ClipPack, without_words_for_what_it_cannot_say_is_none) {
    const auto pack = ClipPack::parse(manifest_of("en", {}), [](const std::string& file) {
        return file != "something"; // the fallback
    });
    ASSERT_FALSE(pack);
    EXPECT_EQ(pack.error().code, ErrorCode::invalid_argument);
}

TEST(ClipPack, refuses_what_is_no_manifest) {
    EXPECT_EQ(code_of(""), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of("[]"), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of(R"({"language":"en"})"), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of(manifest_of("bo", {})), ErrorCode::unsupported);
    EXPECT_EQ(code_of(std::string(5 * 1024 * 1024, ' ')), ErrorCode::limit_exceeded);
    EXPECT_EQ(code_of(manifest_of("en", {"../secret"})), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of(manifest_of("en", {"/etc/secret"})), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of(manifest_of("en", std::vector<std::string>(ClipPack::max_clips + 1, "x"))),
              ErrorCode::limit_exceeded);
}

} // namespace
} // namespace rexue::ui::speech
