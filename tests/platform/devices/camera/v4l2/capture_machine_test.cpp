// The camera driver against a kernel that misbehaves: what is shown, what is counted, and that
// everything is given back whenever the camera goes.
#include "platform/devices/camera/v4l2/capture_machine.h"

#include <cerrno>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/platform/devices/camera/v4l2/scripted_kernel.h"
#include "tests/support/code_pictures.h"

namespace rexue::devices {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;

image::GreyImage picture() {
    return support::room_picture(64, 48, 3);
}
ScriptedFrame jpeg_frame() {
    return {.bytes = support::jpeg_of(picture(), 80)};
}

class CaptureMachineTest : public testing::Test {
  protected:
    void run(Wanted wanted, milliseconds duration) {
        const auto end = clock_.steady() + duration;
        while (clock_.steady() < end)
            clock_.advance(std::min(machine_.step(wanted), end - clock_.steady()));
    }
    // Until it is so, at most as long as the longest back-off; false when it never was.
    bool comes_to(CameraCondition wanted) {
        const auto end = clock_.steady() + CaptureMachine::longest_back_off + milliseconds(500);
        while (condition_.get() != wanted && clock_.steady() < end) {
            clock_.advance(machine_.step(Wanted::streaming));
        }
        return condition_.get() == wanted;
    }
    // As many steps as it takes for the frames that are there.
    void run_frames(Wanted wanted = Wanted::streaming) {
        for (int i = 0; i < 100 && !kernel_.frames.empty(); ++i) {
            clock_.advance(machine_.step(wanted) + milliseconds(60));
        }
    }
    void add_frames(int count) {
        for (int i = 0; i < count; ++i)
            kernel_.frames.push_back(jpeg_frame());
    }
    void expect_all_given_back() const {
        EXPECT_EQ(kernel_.open_descriptors, 0);
        EXPECT_EQ(kernel_.mapped, 0);
        EXPECT_FALSE(kernel_.plugged && kernel_.streaming);
    }

    time::SimulatedClock clock_{base::Instant{}};
    ScriptedKernel kernel_{clock_};
    std::vector<std::shared_ptr<const image::GreyImage>> seen_;
    std::vector<CameraCondition> told_;
    ConditionCell<CameraCondition> condition_{
        CameraCondition::connecting, [this](CameraCondition now) { told_.push_back(now); }};
    CaptureMachine machine_{kernel_,
                            clock_,
                            {.path = "/dev/video-test", .width_px = 64, .height_px = 48},
                            [this](auto frame) { seen_.push_back(std::move(frame)); },
                            condition_};
};

TEST_F(CaptureMachineTest, mjpeg_is_preferred_and_arrives_as_grey) {
    add_frames(3);
    run_frames();
    ASSERT_EQ(seen_.size(), 3U);
    EXPECT_EQ(seen_[0]->width_px, 64);
    EXPECT_EQ(seen_[0]->height_px, 48);
    EXPECT_EQ(kernel_.format.fmt.pix.pixelformat, unsigned(V4L2_PIX_FMT_MJPEG));
    EXPECT_EQ(condition_.get(), CameraCondition::streaming);
}

TEST_F(CaptureMachineTest, yuyv_rows_are_as_long_as_the_driver_says) {
    kernel_.formats = {V4L2_PIX_FMT_YUYV};
    kernel_.row_bytes = 160;
    const auto wanted = picture();
    ScriptedFrame frame{.bytes = std::vector<std::byte>(160 * 48, std::byte{0xAA})};
    for (size_t y = 0; y < 48; ++y) {
        for (size_t x = 0; x < 64; ++x)
            frame.bytes[y * 160 + x * 2] = std::byte(wanted.luminance[y * 64 + x]);
    }
    kernel_.frames.push_back(frame);
    run_frames();
    ASSERT_EQ(seen_.size(), 1U);
    EXPECT_EQ(seen_[0]->luminance, wanted.luminance);
}

TEST_F(CaptureMachineTest, short_yuyv_buffers_are_skipped_and_counted) {
    kernel_.formats = {V4L2_PIX_FMT_YUYV};
    kernel_.frames.push_back({.bytes = std::vector<std::byte>(64 * 2 * 48 - 1)});
    kernel_.frames.push_back({.bytes = {}});
    kernel_.frames.push_back({.bytes = std::vector<std::byte>(64 * 2 * 48)});
    run_frames();
    EXPECT_EQ(seen_.size(), 1U);
    EXPECT_EQ(machine_.skipped_frames(), 2);
}

TEST_F(CaptureMachineTest, damaged_mjpeg_frames_are_skipped_and_counted) {
    ScriptedFrame cut = jpeg_frame();
    cut.bytes.resize(cut.bytes.size() / 2);
    ScriptedFrame flagged = jpeg_frame();
    flagged.flags = V4L2_BUF_FLAG_ERROR;
    kernel_.frames = {
        cut, flagged, {.bytes = std::vector<std::byte>(500, std::byte{7})}, {.bytes = {}}};
    add_frames(1);
    run_frames();
    EXPECT_EQ(seen_.size(), 1U);
    EXPECT_EQ(machine_.skipped_frames(), 4);
    EXPECT_EQ(condition_.get(), CameraCondition::streaming);
}

TEST_F(CaptureMachineTest, a_frame_said_to_be_larger_than_its_buffer_is_skipped) {
    kernel_.buffer_bytes = 100;
    add_frames(1);
    run_frames();
    EXPECT_EQ(seen_.size(), 0U);
    EXPECT_EQ(machine_.skipped_frames(), 1);
}

TEST_F(CaptureMachineTest, unplugged_in_the_stream_it_lets_go_of_all_and_comes_back) {
    add_frames(2);
    run_frames();
    kernel_.plugged = false;
    run(Wanted::streaming, milliseconds(60'000));
    EXPECT_EQ(condition_.get(), CameraCondition::unplugged);
    expect_all_given_back();
    EXPECT_EQ(kernel_.waited_dequeues, 0);

    kernel_.plugged = true;
    add_frames(1);
    EXPECT_TRUE(comes_to(CameraCondition::streaming));
    EXPECT_EQ(seen_.size(), 3U);
    EXPECT_THAT(told_, ElementsAre(CameraCondition::streaming, CameraCondition::unplugged,
                                   CameraCondition::streaming));
}

// The kernel can answer at any one call that the camera has just gone.
TEST_F(CaptureMachineTest, unplugged_at_any_call_it_lets_go_of_all) {
    for (const unsigned long request :
         {VIDIOC_QUERYCAP, VIDIOC_ENUM_FMT, VIDIOC_S_FMT, VIDIOC_REQBUFS, VIDIOC_QUERYBUF,
          VIDIOC_QBUF, VIDIOC_STREAMON, VIDIOC_DQBUF}) {
        kernel_.failing = {{request, ENODEV}};
        kernel_.frames.clear();
        add_frames(1);
        EXPECT_TRUE(comes_to(CameraCondition::unplugged)) << request;
        expect_all_given_back();
        kernel_.failing.clear();
        kernel_.frames.clear();
        add_frames(1);
        EXPECT_TRUE(comes_to(CameraCondition::streaming)) << request;
        kernel_.hang_up = true;
        EXPECT_TRUE(comes_to(CameraCondition::unplugged)) << request;
        kernel_.hang_up = false;
        condition_.set(CameraCondition::connecting);
    }
}

TEST_F(CaptureMachineTest, unplugged_while_paused_is_noticed) {
    run(Wanted::paused, milliseconds(3000));
    EXPECT_EQ(condition_.get(), CameraCondition::paused);
    EXPECT_FALSE(kernel_.streaming);
    kernel_.plugged = false;
    run(Wanted::paused, milliseconds(1500));
    EXPECT_EQ(condition_.get(), CameraCondition::unplugged);
    expect_all_given_back();
}

TEST_F(CaptureMachineTest, never_there_it_is_tried_ever_more_seldom) {
    kernel_.plugged = false;
    run(Wanted::streaming, milliseconds(60'000));
    EXPECT_GT(kernel_.opened, 10);
    EXPECT_LT(kernel_.opened, 20);
}

TEST_F(CaptureMachineTest, without_frames_it_is_silent_after_two_seconds_and_opened_anew) {
    add_frames(1);
    run_frames();
    run(Wanted::streaming, milliseconds(1700));
    EXPECT_EQ(condition_.get(), CameraCondition::streaming);
    run(Wanted::streaming, milliseconds(600));
    EXPECT_EQ(condition_.get(), CameraCondition::silent);
    EXPECT_EQ(kernel_.opened, 1);
    run(Wanted::streaming, milliseconds(4000));
    EXPECT_EQ(condition_.get(), CameraCondition::silent);
    EXPECT_GE(kernel_.opened, 2);
    add_frames(1);
    EXPECT_TRUE(comes_to(CameraCondition::streaming));
}

TEST_F(CaptureMachineTest, only_damaged_frames_are_silence_too) {
    for (int i = 0; i < 250; ++i)
        kernel_.frames.push_back({.bytes = {std::byte{1}}});
    run(Wanted::streaming, milliseconds(2300));
    EXPECT_EQ(condition_.get(), CameraCondition::silent);
}

TEST_F(CaptureMachineTest, other_formats_only_are_unsupported) {
    kernel_.formats = {V4L2_PIX_FMT_NV12, V4L2_PIX_FMT_H264};
    run(Wanted::streaming, milliseconds(1000));
    EXPECT_EQ(condition_.get(), CameraCondition::unsupported);
    expect_all_given_back();
}

TEST_F(CaptureMachineTest, a_metadata_node_is_unsupported) {
    kernel_.capabilities = V4L2_CAP_META_CAPTURE;
    run(Wanted::streaming, milliseconds(1000));
    EXPECT_EQ(condition_.get(), CameraCondition::unsupported);
}

TEST_F(CaptureMachineTest, a_camera_that_another_program_holds_is_waited_for) {
    kernel_.open_error = EBUSY;
    run(Wanted::streaming, milliseconds(1000));
    EXPECT_EQ(condition_.get(), CameraCondition::connecting);
    kernel_.open_error = 0;
    add_frames(1);
    run(Wanted::streaming, milliseconds(3000));
    EXPECT_EQ(seen_.size(), 1U);
}

TEST_F(CaptureMachineTest, paused_and_streamed_again_needs_no_new_opening) {
    for (int round = 0; round < 3; ++round) {
        add_frames(1);
        run_frames();
        run(Wanted::paused, milliseconds(10));
        EXPECT_EQ(condition_.get(), CameraCondition::paused);
        EXPECT_FALSE(kernel_.streaming);
    }
    EXPECT_EQ(seen_.size(), 3U);
    EXPECT_EQ(kernel_.opened, 1);
}

// The scripted camera sends a frame each 10 ms; 15 a second were asked for.
TEST_F(CaptureMachineTest, surplus_frames_are_dropped_unread) {
    add_frames(100);
    run(Wanted::streaming, milliseconds(1000));
    EXPECT_GE(seen_.size(), 15U);
    EXPECT_LE(seen_.size(), 20U);
    EXPECT_EQ(machine_.skipped_frames(), 0);
}

TEST_F(CaptureMachineTest, a_lost_frame_on_the_wire_is_not_an_unplug) {
    kernel_.failing = {{VIDIOC_DQBUF, EIO}};
    add_frames(1);
    run(Wanted::streaming, milliseconds(100));
    kernel_.failing.clear();
    run(Wanted::streaming, milliseconds(100));
    EXPECT_EQ(seen_.size(), 1U);
    EXPECT_EQ(kernel_.opened, 1);
}

} // namespace
} // namespace rexue::devices
