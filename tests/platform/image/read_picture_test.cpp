// Pictures from files that may be anything: right grey values from good ones, named errors from
// hostile ones, and never an allocation that a header alone asked for.
#include <algorithm>
#include <cstring>
#include <fstream>
#include <numeric>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "platform/image/picture.h"
#include "platform/image/resample.h"
#include "tests/support/code_pictures.h"
#include "tests/support/test_folder.h"

namespace rexue::image {
namespace {

using base::ErrorCode;
using support::TestFolder;

GreyImage gradient(int width_px, int height_px) {
    GreyImage out{.width_px = width_px, .height_px = height_px, .luminance = {}};
    for (int y = 0; y < height_px; ++y) {
        for (int x = 0; x < width_px; ++x)
            out.luminance.push_back(std::uint8_t((x * 3 + y) % 256));
    }
    return out;
}

std::vector<std::byte> bytes_of_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::vector<char> text((std::istreambuf_iterator<char>(in)), {});
    const auto view = std::as_bytes(std::span(text));
    return {view.begin(), view.end()};
}

void put_number(std::vector<std::byte>& file, size_t at, std::uint32_t number) {
    for (size_t i = 0; i < 4; ++i)
        file[at + i] = std::byte(number >> (24 - 8 * i));
}

TEST(ReadPicture, a_grey_png_comes_back_to_the_pixel) {
    const TestFolder folder;
    const GreyImage written = gradient(61, 47);
    ASSERT_TRUE(write_png(folder.path() / "a.png", written));
    const auto read = read_grey(folder.path() / "a.png");
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->width_px, 61);
    EXPECT_EQ(read->height_px, 47);
    EXPECT_EQ(read->luminance, written.luminance);
}

TEST(ReadPicture, colour_becomes_rec_601_luminance_and_transparency_white) {
    const TestFolder folder;
    const Picture picture{
        .width_px = 5, .height_px = 1, .rgba = {255, 0,   0, 255, 0, 255, 0, 255, 0, 0,
                                                255, 255, 0, 0,   0, 0,   0, 0,   0, 128}};
    ASSERT_TRUE(write_png(folder.path() / "c.png", picture));
    const auto read = read_grey(folder.path() / "c.png");
    ASSERT_TRUE(read) << read.error().detail;
    EXPECT_EQ(read->luminance, (std::vector<std::uint8_t>{76, 150, 29, 255, 127}));
}

TEST(ReadPicture, a_jpeg_is_told_by_its_bytes_not_by_its_name) {
    const TestFolder folder;
    const GreyImage picture = gradient(64, 48);
    const auto jpeg = support::jpeg_of(picture, 95);
    std::ofstream(folder.path() / "really.png", std::ios::binary)
        .write(reinterpret_cast<const char*>(jpeg.data()), std::streamsize(jpeg.size()));
    const auto read = read_grey(folder.path() / "really.png");
    ASSERT_TRUE(read) << read.error().detail;
    ASSERT_EQ(read->luminance.size(), picture.luminance.size());
    long difference = 0;
    for (size_t i = 0; i < picture.luminance.size(); ++i) {
        difference += std::abs(int(read->luminance[i]) - int(picture.luminance[i]));
    }
    EXPECT_LT(difference / long(picture.luminance.size()), 4);
}

// Cameras leave the Huffman tables out of every MJPEG frame.
TEST(ReadPicture, a_motion_jpeg_frame_without_huffman_tables_reads_the_same) {
    auto jpeg = support::jpeg_of(gradient(64, 48), 90);
    const auto whole = read_grey(jpeg);
    ASSERT_TRUE(whole);
    for (size_t at = 2; at + 4 < jpeg.size();) {
        const auto marker = std::to_integer<int>(jpeg[at + 1]);
        const size_t length =
            std::to_integer<size_t>(jpeg[at + 2]) * 256 + std::to_integer<size_t>(jpeg[at + 3]) + 2;
        if (marker == 0xDA) break;
        if (marker == 0xC4) {
            jpeg.erase(jpeg.begin() + long(at), jpeg.begin() + long(at + length));
        } else {
            at += length;
        }
    }
    const auto bare = read_grey(jpeg);
    ASSERT_TRUE(bare) << bare.error().detail;
    EXPECT_EQ(bare->luminance, whole->luminance);
}

TEST(ReadPicture, twelve_megapixels_are_read) {
    const auto read = read_grey(support::jpeg_of(gradient(4000, 3000), 60));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->luminance.size(), 12'000'000U);
}

TEST(ReadPicture, every_cut_of_a_png_is_corrupt) {
    const TestFolder folder;
    ASSERT_TRUE(write_png(folder.path() / "a.png", gradient(40, 30)));
    const auto file = bytes_of_file(folder.path() / "a.png");
    for (size_t length = 8; length < file.size(); ++length) {
        const auto read = read_grey(std::span(file).first(length));
        ASSERT_FALSE(read) << length << " of " << file.size();
        EXPECT_EQ(read.error().code, ErrorCode::corrupt) << length;
    }
}

TEST(ReadPicture, every_cut_of_a_jpeg_is_corrupt) {
    const auto file = support::jpeg_of(gradient(40, 30), 80);
    for (size_t length = 3; length + 2 < file.size(); ++length) {
        const auto read = read_grey(std::span(file).first(length));
        ASSERT_FALSE(read) << length << " of " << file.size();
        EXPECT_EQ(read.error().code, ErrorCode::corrupt) << length;
    }
}

TEST(ReadPicture, an_absurd_png_size_is_refused_from_the_header_alone) {
    const TestFolder folder;
    ASSERT_TRUE(write_png(folder.path() / "a.png", gradient(40, 30)));
    auto file = bytes_of_file(folder.path() / "a.png");
    for (const auto& [width, height] : {std::pair{0x7FFFFFFFU, 0x7FFFFFFFU}, std::pair{20'000U, 4U},
                                        std::pair{10'000U, 10'000U}}) {
        put_number(file, 16, width);
        put_number(file, 20, height);
        const auto read = read_grey(file);
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error().code, ErrorCode::limit_exceeded);
    }
}

TEST(ReadPicture, an_absurd_jpeg_size_is_refused_before_its_pixels_are_asked_for) {
    auto file = support::jpeg_of(gradient(40, 30), 80);
    const auto start_of_frame =
        std::ranges::search(file, std::array{std::byte{0xFF}, std::byte{0xC0}});
    ASSERT_FALSE(start_of_frame.empty());
    for (size_t i = 5; i < 9; ++i)
        *(start_of_frame.begin() + long(i)) = std::byte{0xF0};
    const auto read = read_grey(file);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::limit_exceeded);
}

TEST(ReadPicture, what_is_no_picture_is_unsupported) {
    EXPECT_EQ(read_grey(std::span<const std::byte>()).error().code, ErrorCode::unsupported);
    const std::string text = "GIF89a and so on";
    EXPECT_EQ(read_grey(std::as_bytes(std::span(text))).error().code, ErrorCode::unsupported);
}

TEST(ReadPicture, flipped_bytes_never_crash) {
    const TestFolder folder;
    ASSERT_TRUE(write_png(folder.path() / "a.png", gradient(40, 30)));
    for (auto file :
         {bytes_of_file(folder.path() / "a.png"), support::jpeg_of(gradient(40, 30), 80)}) {
        for (size_t at = 0; at < file.size(); ++at) {
            const std::byte kept = file[at];
            file[at] = ~kept;
            const auto read = read_grey(file);
            if (read) {
                EXPECT_EQ(read->luminance.size(), size_t(read->width_px) * size_t(read->height_px));
            }
            file[at] = kept;
        }
    }
}

TEST(ReadPicture, a_missing_file_a_folder_and_a_pipe_are_named_and_never_waited_on) {
    const TestFolder folder;
    EXPECT_EQ(read_grey(folder.path() / "none.png").error().code, ErrorCode::not_found);
    EXPECT_EQ(read_grey(folder.path()).error().code, ErrorCode::io);
    ASSERT_EQ(::mkfifo((folder.path() / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(read_grey(folder.path() / "pipe").error().code, ErrorCode::io);
}

TEST(WritePng, nothing_is_left_beside_the_file_and_no_file_where_there_is_no_folder) {
    const TestFolder folder;
    ASSERT_TRUE(write_png(folder.path() / "a.png", gradient(8, 8)));
    ASSERT_TRUE(write_png(folder.path() / "a.png", gradient(9, 9)));
    size_t files = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) {
        ++files;
    }
    EXPECT_EQ(files, 1U);
    EXPECT_EQ(read_grey(folder.path() / "a.png")->width_px, 9);
    EXPECT_EQ(write_png(folder.path() / "no" / "a.png", gradient(8, 8)).error().code,
              ErrorCode::io);
}

TEST(WritePng, pixels_that_do_not_fit_the_size_are_refused) {
    const TestFolder folder;
    GreyImage wrong = gradient(8, 8);
    wrong.luminance.pop_back();
    EXPECT_EQ(write_png(folder.path() / "a.png", wrong).error().code, ErrorCode::invalid_argument);
}

TEST(Resample, shrinking_takes_the_mean_of_each_block) {
    const GreyImage image{
        .width_px = 5, .height_px = 2, .luminance = {0, 4, 8, 8, 99, 4, 8, 8, 12, 99}};
    const GreyImage half = shrunk(image, 2);
    EXPECT_EQ(half.width_px, 2);
    EXPECT_EQ(half.height_px, 1);
    EXPECT_EQ(half.luminance, (std::vector<std::uint8_t>{4, 9}));
}

TEST(Resample, a_quarter_turn_moves_every_pixel_and_keeps_it) {
    const GreyImage image = gradient(7, 4);
    const GreyImage out = turned(image, 90);
    ASSERT_EQ(out.width_px, 4);
    ASSERT_EQ(out.height_px, 7);
    // The outermost pixels have no four neighbours to be mixed from and stay white.
    for (int y = 1; y + 1 < 7; ++y) {
        for (int x = 1; x + 1 < 4; ++x) {
            const int from = image.luminance[size_t(3 - x) * 7 + size_t(y)];
            EXPECT_NEAR(out.luminance[size_t(y) * 4 + size_t(x)], from, 1) << x << ' ' << y;
        }
    }
}

TEST(Resample, fitting_keeps_the_shape_and_fills_the_rest_with_grey) {
    const GreyImage black{
        .width_px = 10, .height_px = 40, .luminance = std::vector<std::uint8_t>(400, 0)};
    const GreyImage out = fitted(black, 64, 36);
    EXPECT_EQ(out.width_px, 64);
    EXPECT_EQ(out.height_px, 36);
    EXPECT_EQ(std::ranges::count(out.luminance, 0), 9 * 36);
    EXPECT_EQ(std::ranges::count(out.luminance, 128), 64 * 36 - 9 * 36);
}

TEST(Resample, pictures_one_pixel_wide_or_high_survive_every_size) {
    const GreyImage line{
        .width_px = 9000, .height_px = 1, .luminance = std::vector<std::uint8_t>(9000, 7)};
    EXPECT_EQ(fitted(line, 1280, 720).luminance.size(), 1280U * 720U);
    EXPECT_EQ(resized(line, 3, 3).luminance, std::vector<std::uint8_t>(9, 7));
    EXPECT_TRUE(shrunk(line, 2).luminance.empty());
}

} // namespace
} // namespace rexue::image
