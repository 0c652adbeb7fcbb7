// rexuectl scan-image: one line a file, whatever the file is.
#include "kiosk/ctl/scan_image.h"

#include <fstream>
#include <sstream>
#include <vector>

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/image/picture.h"
#include "tests/support/code_pictures.h"
#include "tests/support/test_folder.h"

namespace rexue::ctl {
namespace {

class ScanImage : public testing::Test {
  protected:
    std::string put(const std::string& name, const image::GreyImage& picture) {
        EXPECT_TRUE(image::write_png(folder_.path() / name, picture));
        return folder_.path() / name;
    }
    int run(const std::vector<std::string>& files) {
        const int status = scan_image(files, out_, err_);
        std::istringstream lines(out_.str());
        for (std::string line; std::getline(lines, line);) {
            lines_.push_back(boost::json::parse(line).as_object());
        }
        return status;
    }

    support::TestFolder folder_;
    std::ostringstream out_;
    std::ostringstream err_;
    std::vector<boost::json::object> lines_;
};

TEST_F(ScanImage, tells_text_format_and_time) {
    const auto qr = put("a.png", support::code_picture(devices::CodeFormat::qr, "热血\n\"1\"", {}));
    const auto matrix =
        put("b.png", support::code_picture(devices::CodeFormat::data_matrix, "=A9999", {}));
    const auto linear = put("c.png", support::code_picture(devices::CodeFormat::code_128,
                                                           "A99992600", {.module_px = 3}));
    EXPECT_EQ(run({qr, matrix, linear}), 0);
    ASSERT_EQ(lines_.size(), 3U);
    EXPECT_EQ(lines_[0].at("file").as_string(), qr);
    EXPECT_EQ(lines_[0].at("text").as_string(), "热血\n\"1\"");
    EXPECT_EQ(lines_[0].at("format").as_string(), "qr");
    EXPECT_TRUE(lines_[0].at("ms").is_number());
    EXPECT_THAT(out_.str(), testing::ContainsRegex("\"ms\":[0-9]+[.][0-9]}"));
    EXPECT_FALSE(lines_[0].contains("error"));
    EXPECT_EQ(lines_[1].at("format").as_string(), "data_matrix");
    EXPECT_EQ(lines_[2].at("format").as_string(), "code_128");
    EXPECT_EQ(err_.str(), "");
}

TEST_F(ScanImage, a_picture_without_a_code_is_null_and_no_failure) {
    EXPECT_EQ(
        run({put("a.png", image::GreyImage{.width_px = 60,
                                           .height_px = 50,
                                           .luminance = std::vector<std::uint8_t>(3000, 99)})}),
        0);
    EXPECT_TRUE(lines_.at(0).at("text").is_null());
    EXPECT_TRUE(lines_.at(0).at("format").is_null());
}

TEST_F(ScanImage, unreadable_files_have_an_error_and_do_not_stop_the_others) {
    std::ofstream(folder_.path() / "cut.png") << "\x89PNG\r\n\x1a\n and then nothing";
    const auto good = put("z.png", support::code_picture(devices::CodeFormat::qr, "A", {}));
    EXPECT_EQ(run({folder_.path() / "none.png", folder_.path() / "cut.png", folder_.path(), good}),
              1);
    ASSERT_EQ(lines_.size(), 4U);
    for (size_t i = 0; i < 3; ++i) {
        EXPECT_FALSE(lines_[i].at("error").as_string().empty());
        EXPECT_TRUE(lines_[i].at("text").is_null());
    }
    EXPECT_EQ(lines_[3].at("text").as_string(), "A");
    EXPECT_NE(err_.str().find("none.png"), std::string::npos);
}

TEST_F(ScanImage, a_file_name_that_is_no_text_is_still_json) {
    EXPECT_EQ(run({"/\xFF\xFE.png"}), 1);
    EXPECT_TRUE(lines_.at(0).contains("file"));
}

TEST_F(ScanImage, no_files_no_lines) {
    EXPECT_EQ(run({}), 0);
    EXPECT_EQ(out_.str(), "");
}

} // namespace
} // namespace rexue::ctl
