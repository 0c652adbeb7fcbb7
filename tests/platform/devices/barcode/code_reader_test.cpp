// Text from codes is bounded and valid; a Code 128 alone is not believed on a chance reading.
#include "platform/devices/barcode/code_reader.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/base/utf8.h"
#include "platform/devices/barcode/evidence.h"
#include "tests/support/code_pictures.h"

namespace rexue::devices {
namespace {

TEST(BoundedText, what_fits_is_kept_to_the_byte) {
    EXPECT_EQ(bounded_text(""), "");
    EXPECT_EQ(bounded_text(std::string(max_code_bytes, 'a')).size(), max_code_bytes);
    EXPECT_EQ(bounded_text("热血"), "热血");
}

TEST(BoundedText, a_long_text_is_cut_after_a_whole_character) {
    std::string text(max_code_bytes - 1, 'a');
    text += "血血";
    EXPECT_EQ(bounded_text(text), std::string(max_code_bytes - 1, 'a'));
    EXPECT_EQ(bounded_text(std::string(max_code_bytes + 1, 'a')).size(), max_code_bytes);
}

RC_GTEST_PROP(BoundedText, any_bytes_become_valid_utf8_within_bounds, (const std::string& bytes)) {
    const std::string text =
        bounded_text(bytes + std::string(size_t(*rc::gen::inRange(0, 9000)), '\xE8'));
    RC_ASSERT(base::is_valid_utf8(text));
    RC_ASSERT(text.size() <= max_code_bytes);
}

TEST(ReadCode, a_linear_code_seen_along_many_lines_is_certain) {
    const support::Scene scene{.module_px = 2.0};
    const auto picture = support::code_picture(CodeFormat::code_128, "A9999260017", scene);
    const auto reading = read_code(picture, Threshold::local, Formats::all, Effort::hard);
    ASSERT_TRUE(reading);
    EXPECT_EQ(reading->code.format, CodeFormat::code_128);
    EXPECT_TRUE(reading->certain);
}

TEST(ReadCode, a_linear_code_of_which_a_few_lines_are_left_is_not) {
    const support::Scene scene{.module_px = 2.0};
    auto picture = support::code_picture(CodeFormat::code_128, "A9999260017", scene);
    for (int y = 0; y < picture.height_px; ++y) {
        if (y >= 238 && y < 241) continue;
        std::fill_n(picture.luminance.begin() + long(y) * picture.width_px, picture.width_px, 230);
    }
    const auto reading = read_code(picture, Threshold::local, Formats::all, Effort::hard);
    ASSERT_TRUE(reading);
    EXPECT_FALSE(reading->certain);
}

class EvidenceTest : public testing::Test {
  protected:
    static Reading linear(const std::string& text, bool certain = false) {
        return {.code = {.text = text, .format = CodeFormat::code_128}, .certain = certain};
    }
    const Look plain_{};
    const Look other_threshold_{.threshold = Threshold::half};
    const Look averaged_{.filter = Filter::averaged};
    const Look enlarged_{.view = {.enlarge_percent = 200}};
    Evidence evidence_;
};

TEST_F(EvidenceTest, codes_that_correct_themselves_are_believed_at_once) {
    EXPECT_TRUE(evidence_.add({.code = {.text = "x", .format = CodeFormat::qr}}, averaged_));
    EXPECT_TRUE(
        evidence_.add({.code = {.text = "x", .format = CodeFormat::data_matrix}}, enlarged_));
}

TEST_F(EvidenceTest, a_certain_linear_code_in_the_plain_picture_is_believed_at_once) {
    EXPECT_TRUE(evidence_.add(linear("A1", true), plain_));
}

TEST_F(EvidenceTest, a_certain_one_in_a_filtered_picture_is_not) {
    EXPECT_FALSE(evidence_.add(linear("A1", true), averaged_));
}

TEST_F(EvidenceTest, two_looks_of_one_kind_are_one_witness) {
    EXPECT_FALSE(evidence_.add(linear("A1"), plain_));
    EXPECT_FALSE(evidence_.add(linear("A1"), other_threshold_));
    EXPECT_TRUE(evidence_.add(linear("A1"), averaged_));
}

TEST_F(EvidenceTest, witnesses_that_disagree_need_a_majority_of_two) {
    EXPECT_FALSE(evidence_.add(linear("A1"), averaged_));
    EXPECT_FALSE(evidence_.add(linear("A7"), enlarged_));
    EXPECT_FALSE(evidence_.add(linear("A1"), enlarged_));
    EXPECT_TRUE(evidence_.add(linear("A1"), plain_));
}

TEST_F(EvidenceTest, the_last_resort_is_what_the_library_alone_read) {
    EXPECT_FALSE(evidence_.add(linear("A123"), averaged_));
    EXPECT_FALSE(evidence_.last_resort());
    EXPECT_FALSE(evidence_.add(linear("A129"), plain_));
    ASSERT_TRUE(evidence_.last_resort());
    EXPECT_EQ(evidence_.last_resort()->text, "A129");
}

TEST_F(EvidenceTest, the_last_resort_is_neither_short_nor_outvoted) {
    EXPECT_FALSE(evidence_.add(linear("A12"), plain_));
    EXPECT_FALSE(evidence_.last_resort());
    EXPECT_FALSE(evidence_.add(linear("A123"), plain_));
    EXPECT_FALSE(evidence_.add(linear("A199"), averaged_));
    EXPECT_FALSE(evidence_.add(linear("A199"), enlarged_));
    EXPECT_FALSE(evidence_.last_resort());
}

TEST_F(EvidenceTest, cleared_it_begins_anew) {
    EXPECT_FALSE(evidence_.add(linear("A1"), averaged_));
    evidence_.clear();
    EXPECT_FALSE(evidence_.add(linear("A1"), enlarged_));
}

} // namespace
} // namespace rexue::devices
