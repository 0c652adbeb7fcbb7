// The folder that plays like a film and the pipe that shows what is written into it.
#include "platform/devices/camera/simulated/picture_source.h"

#include <fstream>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/image/picture.h"
#include "tests/support/code_pictures.h"
#include "tests/support/test_folder.h"

namespace rexue::devices {
namespace {

image::GreyImage grey(std::uint8_t level, int width_px = 64, int height_px = 36) {
    return {.width_px = width_px,
            .height_px = height_px,
            .luminance = std::vector<std::uint8_t>(size_t(width_px) * size_t(height_px), level)};
}

int middle(const Frame& frame) {
    return frame->luminance[size_t(frame->height_px / 2) * size_t(frame->width_px) +
                            size_t(frame->width_px / 2)];
}

class FolderSourceTest : public testing::Test {
  protected:
    void put(const std::string& name, std::uint8_t level) {
        ASSERT_TRUE(image::write_png(folder_.path() / name, grey(level)));
    }
    void put_fault(const std::string& word) {
        std::ofstream(folder_.path() / "fault") << word << '\n';
    }

    support::TestFolder folder_;
    std::unique_ptr<PictureSource> source_ = make_folder_source(folder_.path(), 64, 36);
};

TEST_F(FolderSourceTest, pictures_play_in_the_order_of_their_names_again_and_again) {
    put("b.png", 20);
    put("a.png", 10);
    put("c.png", 30);
    for (const int level : {10, 20, 30, 10, 20, 30})
        EXPECT_EQ(middle(source_->next()), level);
}

TEST_F(FolderSourceTest, an_empty_folder_is_black_and_frames_are_as_large_as_asked) {
    const Frame frame = source_->next();
    EXPECT_EQ(frame->width_px, 64);
    EXPECT_EQ(frame->height_px, 36);
    EXPECT_EQ(middle(frame), 0);
}

TEST_F(FolderSourceTest, a_picture_of_another_shape_stands_in_the_middle) {
    ASSERT_TRUE(image::write_png(folder_.path() / "a.png", grey(255, 500, 500)));
    const Frame frame = source_->next();
    EXPECT_EQ(frame->width_px, 64);
    EXPECT_EQ(frame->height_px, 36);
    EXPECT_EQ(middle(frame), 255);
    EXPECT_NE(frame->luminance[0], 255);
}

TEST_F(FolderSourceTest, what_is_put_in_taken_out_or_changed_is_seen_at_the_next_frame) {
    put("a.png", 10);
    EXPECT_EQ(middle(source_->next()), 10);
    put("a.png", 11);
    std::filesystem::last_write_time(
        folder_.path() / "a.png",
        std::filesystem::file_time_type::clock::now() + std::chrono::seconds(5));
    EXPECT_EQ(middle(source_->next()), 11);
    put("b.png", 20);
    EXPECT_EQ(middle(source_->next()), 11);
    EXPECT_EQ(middle(source_->next()), 20);
    std::filesystem::remove(folder_.path() / "a.png");
    EXPECT_EQ(middle(source_->next()), 20);
    std::filesystem::remove(folder_.path() / "b.png");
    EXPECT_EQ(middle(source_->next()), 0);
}

TEST_F(FolderSourceTest, half_written_pictures_and_other_files_are_passed_over) {
    put("b.png", 20);
    std::ofstream(folder_.path() / "a.png") << "\x89PNG\r\n";
    std::ofstream(folder_.path() / "notes.txt") << "no picture";
    EXPECT_EQ(middle(source_->next()), 20);
    EXPECT_EQ(middle(source_->next()), 20);
}

TEST_F(FolderSourceTest, the_fault_file_plays_a_misfortune_for_as_long_as_it_is_there) {
    EXPECT_EQ(source_->condition(), CameraCondition::streaming);
    put_fault("unplugged");
    EXPECT_EQ(source_->condition(), CameraCondition::unplugged);
    put_fault("silent");
    EXPECT_EQ(source_->condition(), CameraCondition::silent);
    put_fault("on fire");
    EXPECT_EQ(source_->condition(), CameraCondition::streaming);
    std::filesystem::remove(folder_.path() / "fault");
    EXPECT_EQ(source_->condition(), CameraCondition::streaming);
}

TEST_F(FolderSourceTest, a_folder_that_is_not_there_is_an_unplugged_camera) {
    const auto source = make_folder_source(folder_.path() / "later", 64, 36);
    EXPECT_EQ(source->condition(), CameraCondition::unplugged);
    std::filesystem::create_directory(folder_.path() / "later");
    EXPECT_EQ(source->condition(), CameraCondition::streaming);
}

TEST(PipeSource, the_last_picture_written_stays_in_view) {
    const support::TestFolder folder;
    const auto pipe = folder.path() / "pipe";
    const auto source = make_pipe_source(pipe, 64, 36);
    EXPECT_EQ(source->condition(), CameraCondition::unplugged);
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(source->condition(), CameraCondition::streaming);
    EXPECT_EQ(middle(source->next()), 0);
    for (const std::uint8_t level : {std::uint8_t{90}, std::uint8_t{200}}) {
        const auto jpeg = support::jpeg_of(grey(level), 90);
        const int writer = ::open(pipe.c_str(), O_WRONLY | O_NONBLOCK);
        ASSERT_GE(writer, 0);
        ASSERT_EQ(::write(writer, jpeg.data(), jpeg.size()), ssize_t(jpeg.size()));
        ::close(writer);
        EXPECT_NEAR(middle(source->next()), level, 2);
        EXPECT_NEAR(middle(source->next()), level, 2);
    }
    EXPECT_EQ(source->condition(), CameraCondition::streaming);
}

} // namespace
} // namespace rexue::devices
