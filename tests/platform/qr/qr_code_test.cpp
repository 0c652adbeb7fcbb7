// QR codes are read back with ZXing's reader: what is on the slip is what a phone gets.
#include "platform/qr/qr_code.h"

#include <cstdint>
#include <string>
#include <vector>

#include <ReadBarcode.h>
#include <gtest/gtest.h>

namespace rexue::qr {
namespace {

constexpr int module_px = 4;

struct Read {
    bool found = false;
    std::string text;
    std::string level;
};

Read read_back(const QrCode& code) {
    const int side = (code.side_modules + 2 * quiet_zone_modules) * module_px;
    std::vector<std::uint8_t> grey(static_cast<size_t>(side) * static_cast<size_t>(side), 255);
    for (int y = 0; y < code.side_modules * module_px; ++y) {
        for (int x = 0; x < code.side_modules * module_px; ++x) {
            const int margin = quiet_zone_modules * module_px;
            const auto at = static_cast<size_t>((y + margin) * side + x + margin);
            grey[at] = code.is_dark(x / module_px, y / module_px) ? 0 : 255;
        }
    }
    const auto result =
        ZXing::ReadBarcode({grey.data(), side, side, ZXing::ImageFormat::Lum},
                           ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
    const auto& bytes = result.bytes();
    const auto level = result.ecLevel(); // of wide characters in some releases
    return {.found = result.isValid(),
            .text = std::string(bytes.begin(), bytes.end()),
            .level = std::string(level.begin(), level.end())};
}

TEST(QrCode, IsReadBackAsWritten) {
    for (const std::string text : {"https://queue.example/t/A012", "您好，请扫码", "𠮷", "A"}) {
        const auto code = encode(text);
        ASSERT_TRUE(code) << text;
        const Read read = read_back(*code);
        EXPECT_TRUE(read.found) << text;
        EXPECT_EQ(read.text, text);
    }
}

TEST(QrCode, HasLevelM) {
    EXPECT_EQ(read_back(*encode("https://queue.example/t/A012")).level, "M");
}

TEST(QrCode, HasLevelQWhenAsked) {
    const auto code = encode("https://queue.example/t/A012", Level::q);
    ASSERT_TRUE(code);
    EXPECT_EQ(read_back(*code).level, "Q");
    EXPECT_EQ(read_back(*code).text, "https://queue.example/t/A012");
}

// ISO/IEC 18004, table 7: what versions 4 and 12 hold at level Q, in characters of the alphanumeric
// mode. In byte mode it would be 46 and 203.
TEST(QrCode, PacksCapitalLettersAndDigits) {
    const auto version = [](size_t characters) {
        const auto code = encode(std::string(characters, 'R'), Level::q);
        return code ? code->version() : 0;
    };
    EXPECT_EQ(version(67), 4);
    EXPECT_EQ(version(68), 5);
    EXPECT_EQ(version(296), 12);
    EXPECT_EQ(version(297), 13);
    EXPECT_EQ(encode("A")->version(), 1);
}

TEST(QrCode, LeavesTheQuietZoneToTheDrawing) {
    const auto code = encode("A");
    ASSERT_TRUE(code);
    EXPECT_EQ(code->side_modules, 21);
    EXPECT_TRUE(code->is_dark(0, 0));
    EXPECT_TRUE(code->is_dark(20, 0));
    EXPECT_TRUE(code->is_dark(0, 20));
}

TEST(QrCode, HoldsTheLongestContentAndRefusesMore) {
    const auto longest = encode(std::string(max_content_bytes, 'x'));
    ASSERT_TRUE(longest);
    EXPECT_EQ(read_back(*longest).text.size(), max_content_bytes);
    const auto longer = encode(std::string(max_content_bytes + 1, 'x'));
    ASSERT_FALSE(longer);
    EXPECT_EQ(longer.error().code, base::ErrorCode::limit_exceeded);
}

TEST(QrCode, RefusesNothingAndMalformedText) {
    EXPECT_EQ(encode("").error().code, base::ErrorCode::invalid_argument);
    EXPECT_EQ(encode("\xFF\xFE").error().code, base::ErrorCode::invalid_argument);
}

} // namespace
} // namespace rexue::qr
