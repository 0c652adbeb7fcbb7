// Codes as cameras see them. Every family of pictures is read by us and by ZXing alone: what the
// library reads we read too, there is a least number for each family, and never a wrong word.
#include <functional>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "platform/base/utf8.h"
#include "platform/devices/barcode/barcode_scanner.h"
#include "platform/image/resample.h"
#include "tests/support/code_pictures.h"

namespace rexue::devices {
namespace {

using std::chrono::milliseconds;
using support::code_picture;
using support::Ink;
using support::Scene;

// Far more than the looks need; the tests' machine may be busy.
constexpr milliseconds plenty{60'000};

struct Family {
    const char* name;
    CodeFormat format;
    int at_least; // of pictures_a_family
    std::function<void(Scene& scene, int i)> spoil;
};
constexpr int pictures_a_family = 6;

void PrintTo(const Family& family, std::ostream* out) {
    *out << family.name;
}

std::string text_for(CodeFormat format, int i) {
    switch (format) {
        case CodeFormat::qr:
            return "RXH1:" + std::string(size_t(10 + 25 * i), 'K') + std::to_string(i);
        case CodeFormat::data_matrix:
            return "=A9999" + std::to_string(20'260'000 + i * 137);
        case CodeFormat::code_128:
            return "A99992600" + std::to_string(100 + i);
    }
    return "";
}

class FindCode : public testing::TestWithParam<Family> {};

TEST_P(FindCode, reads_all_that_the_library_reads_and_more) {
    const Family& family = GetParam();
    int read = 0;
    for (int i = 0; i < pictures_a_family; ++i) {
        Scene scene{.module_px = 3.0, .turned_degrees = 4.0 * i, .seed = unsigned(i) + 1};
        family.spoil(scene, i);
        const std::string text = text_for(family.format, i);
        const auto picture = code_picture(family.format, text, scene);
        const auto code = find_code(picture, plenty);
        const std::string alone = support::plain_zxing_text(picture);
        if (code) {
            EXPECT_EQ(code->text, text);
            EXPECT_EQ(code->format, family.format);
            ++read;
        } else {
            EXPECT_NE(alone, text) << "picture " << i << ": the library reads it, we do not";
        }
    }
    EXPECT_GE(read, family.at_least);
}

const auto plain = [](Scene&, int) {};
const auto light_on_dark = [](Scene& scene, int) { scene.ink = Ink::light_on_dark; };
const auto faint = [](Scene& scene, int i) {
    scene.contrast = 0.12 + 0.02 * i;
    scene.noise = 4;
};
const auto blurred = [](Scene& scene, int i) { scene.blur_px = 1.1 + 0.1 * i; };
const auto grainy = [](Scene& scene, int i) { scene.noise = 40 + 8 * i; };
const auto glared_on = [](Scene& scene, int i) { scene.glare = 0.3 + 0.1 * i; };
const auto shaded = [](Scene& scene, int i) { scene.shadow = 0.5 + 0.08 * i; };
const auto small = [](Scene& scene, int i) { scene.module_px = 1.5 + 0.1 * i; };
const auto tilted = [](Scene& scene, int i) { scene.tilt = 0.05 * (i + 1); };
const auto smeared = [](Scene& scene, int i) { scene.motion_px = 2 + i % 3; };
const auto turned = [](Scene& scene, int i) { scene.turned_degrees = 61.0 * i; };
const auto upended = [](Scene& scene, int i) { scene.turned_degrees = 90.0 * i + 5.0; };
const auto dark_mode_at_night = [](Scene& scene, int i) {
    scene.ink = Ink::light_on_dark;
    scene.contrast = 0.5;
    scene.noise = 12 + 2 * i;
    scene.background = support::Background::textured;
};

INSTANTIATE_TEST_SUITE_P(
    Families, FindCode,
    testing::Values(Family{"qr_plain", CodeFormat::qr, 6, plain},
                    Family{"qr_light_on_dark", CodeFormat::qr, 6, light_on_dark},
                    Family{"qr_turned", CodeFormat::qr, 6, turned},
                    Family{"qr_faint", CodeFormat::qr, 6, faint},
                    Family{"qr_blurred", CodeFormat::qr, 4, blurred},
                    Family{"qr_grainy", CodeFormat::qr, 5, grainy},
                    Family{"qr_glared_on", CodeFormat::qr, 4, glared_on},
                    Family{"qr_shaded", CodeFormat::qr, 6, shaded},
                    Family{"qr_small", CodeFormat::qr, 6, small},
                    Family{"qr_tilted", CodeFormat::qr, 5, tilted},
                    Family{"qr_smeared", CodeFormat::qr, 6, smeared},
                    Family{"qr_dark_mode_at_night", CodeFormat::qr, 6, dark_mode_at_night},
                    Family{"data_matrix_plain", CodeFormat::data_matrix, 6, plain},
                    Family{"data_matrix_light_on_dark", CodeFormat::data_matrix, 6, light_on_dark},
                    Family{"data_matrix_turned", CodeFormat::data_matrix, 5, turned},
                    Family{"data_matrix_blurred", CodeFormat::data_matrix, 4, blurred},
                    Family{"data_matrix_grainy", CodeFormat::data_matrix, 5, grainy},
                    Family{"code_128_plain", CodeFormat::code_128, 6, plain},
                    Family{"code_128_light_on_dark", CodeFormat::code_128, 6, light_on_dark},
                    Family{"code_128_upended", CodeFormat::code_128, 6, upended},
                    Family{"code_128_blurred", CodeFormat::code_128, 4, blurred},
                    Family{"code_128_grainy", CodeFormat::code_128, 4, grainy}),
    [](const auto& family) { return std::string(family.param.name); });

TEST(FindCodeInNothing, noise_print_and_rooms_hold_no_code) {
    for (unsigned seed = 1; seed <= 3; ++seed) {
        for (const auto& picture :
             {support::noise_picture(200, 150, seed), support::print_picture(320, 240, seed),
              support::room_picture(320, 240, seed)}) {
            const auto code = find_code(picture, plenty);
            EXPECT_FALSE(code) << to_string(code->format) << " in nothing, seed " << seed;
        }
    }
}

TEST(FindCodeInNothing, empty_and_tiny_pictures_hold_no_code) {
    EXPECT_FALSE(find_code({}, plenty));
    for (const auto& [width_px, height_px] :
         {std::pair{1, 1}, std::pair{7, 9000}, std::pair{9000, 3}}) {
        image::GreyImage picture{.width_px = width_px, .height_px = height_px, .luminance = {}};
        picture.luminance.resize(size_t(width_px) * size_t(height_px), 200);
        EXPECT_FALSE(find_code(picture, plenty));
    }
}

TEST(FindCodeBudget, the_first_look_is_always_taken_and_the_last_only_in_time) {
    Scene scene;
    const auto usual = code_picture(CodeFormat::qr, "RXH1:AB", scene);
    EXPECT_TRUE(find_code(usual, milliseconds(0)));
    scene.ink = Ink::light_on_dark;
    const auto unusual = code_picture(CodeFormat::qr, "RXH1:AB", scene);
    EXPECT_FALSE(find_code(unusual, milliseconds(0)));
    EXPECT_TRUE(find_code(unusual, plenty));
}

TEST(FindCodeAtTwelveMegapixels, a_phone_held_far_away_is_read) {
    const Scene scene{.width_px = 1000, .height_px = 750, .module_px = 3.0, .blur_px = 0.6};
    const auto small_picture = code_picture(CodeFormat::qr, "RXH1:FAR", scene);
    const auto picture = image::resized(small_picture, 4000, 3000);
    const auto code = find_code(picture, plenty);
    ASSERT_TRUE(code);
    EXPECT_EQ(code->text, "RXH1:FAR");
}

// What a stranger may print and hold before the camera.
class HostileText : public testing::TestWithParam<std::string> {};

TEST_P(HostileText, is_reported_as_it_is_and_is_valid_utf8) {
    const Scene scene{.width_px = 800, .height_px = 800, .module_px = 4.0};
    const auto code = find_code(code_picture(CodeFormat::qr, GetParam(), scene), plenty);
    ASSERT_TRUE(code);
    EXPECT_EQ(code->text, GetParam());
    EXPECT_TRUE(base::is_valid_utf8(code->text));
}

INSTANTIATE_TEST_SUITE_P(
    Texts, HostileText,
    testing::Values(std::string("'; DROP TABLE donor; --"), std::string("a\0b\0\0c", 6),
                    std::string("\x01\x02\x1b[2J\x7f"), std::string("\n\n\r\n\t"),
                    std::string("\xE2\x80\xAE"
                                "drac ruonoh\xE2\x80\xAC \xE2\x81\xA6x\xE2\x81\xA9"),
                    std::string("热血𠮷😀"), std::string("{\"a\":\"\\u0000\"}"),
                    std::string("http://[::1]/%00%ff")));

TEST(HostileCode, the_longest_text_a_qr_code_holds_is_reported_whole) {
    const std::string text = std::string(2900, 'x') + "y";
    const Scene scene{.width_px = 1200, .height_px = 1200, .module_px = 6.0};
    const auto code = find_code(code_picture(CodeFormat::qr, text, scene), plenty);
    ASSERT_TRUE(code);
    EXPECT_EQ(code->text, text);
}

TEST(HostileCode, bytes_that_are_no_text_become_valid_utf8) {
    std::string bytes;
    for (int i = 0; i < 256; ++i)
        bytes.push_back(char(255 - i));
    const Scene scene{.width_px = 800, .height_px = 800, .module_px = 5.0};
    const auto code = find_code(support::binary_code_picture(bytes, scene), plenty);
    ASSERT_TRUE(code);
    EXPECT_FALSE(code->text.empty());
    EXPECT_TRUE(base::is_valid_utf8(code->text));
}

} // namespace
} // namespace rexue::devices
