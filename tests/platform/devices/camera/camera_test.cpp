// What every camera promises, whatever is behind it, with its real thread.
#include "platform/devices/camera/camera.h"

#include <atomic>
#include <fstream>

#include <gtest/gtest.h>

#include "platform/image/picture.h"
#include "tests/support/code_pictures.h"
#include "tests/support/eventually.h"
#include "tests/support/test_folder.h"

namespace rexue::devices {
namespace {

using support::eventually;

struct Seen {
    std::atomic<int> frames = 0;
    Camera::Sinks sinks() {
        return {.frame = [this](const auto&) { ++frames; }, .condition = {}};
    }
};

TEST(Camera, a_terminal_without_one_says_so) {
    const auto camera = make_camera({.kind = CameraKind::none}, {});
    ASSERT_TRUE(camera);
    (*camera)->set_streaming(true);
    EXPECT_EQ((*camera)->condition(), CameraCondition::absent);
}

TEST(Camera, options_that_cannot_be_are_refused) {
    for (const CameraOptions& options :
         {CameraOptions{.kind = CameraKind::v4l2},
          CameraOptions{.kind = CameraKind::simulated, .path = "x", .width_px = 0},
          CameraOptions{.kind = CameraKind::simulated, .path = "x", .height_px = 1 << 20},
          CameraOptions{.kind = CameraKind::simulated, .path = "x", .frames_per_second = 0}}) {
        const auto camera = make_camera(options, {});
        ASSERT_FALSE(camera);
        EXPECT_EQ(camera.error().code, base::ErrorCode::invalid_argument);
    }
}

TEST(Camera, a_simulated_one_streams_pauses_and_suffers) {
    const support::TestFolder folder;
    Seen seen;
    const auto camera = make_camera({.kind = CameraKind::simulated,
                                     .path = folder.path(),
                                     .width_px = 64,
                                     .height_px = 36,
                                     .frames_per_second = 100},
                                    seen.sinks());
    ASSERT_TRUE(camera);
    const auto is = [&](CameraCondition wanted) {
        return eventually([&] { return (*camera)->condition() == wanted; });
    };
    EXPECT_TRUE(is(CameraCondition::paused));
    EXPECT_EQ(seen.frames, 0);
    (*camera)->set_streaming(true);
    (*camera)->set_streaming(true);
    EXPECT_TRUE(eventually([&] { return seen.frames > 3; }));
    EXPECT_TRUE(is(CameraCondition::streaming));
    std::ofstream(folder.path() / "fault") << "unplugged";
    EXPECT_TRUE(is(CameraCondition::unplugged));
    std::filesystem::remove(folder.path() / "fault");
    EXPECT_TRUE(is(CameraCondition::streaming));
    (*camera)->set_streaming(false);
    EXPECT_TRUE(is(CameraCondition::paused));
    const int frames = seen.frames;
    EXPECT_EQ(seen.frames, frames);
}

// No such file: nothing is plugged in. The real kernel is asked here, and the thread must end.
TEST(Camera, a_real_one_that_is_not_there_is_unplugged_and_goes_quietly) {
    const support::TestFolder folder;
    const auto camera =
        make_camera({.kind = CameraKind::v4l2, .path = folder.path() / "no-video"}, {});
    ASSERT_TRUE(camera);
    (*camera)->set_streaming(true);
    EXPECT_TRUE(eventually([&] { return (*camera)->condition() == CameraCondition::unplugged; }));
}

// A file that is no device at all answers ENOTTY to everything.
TEST(Camera, a_path_that_is_no_camera_is_unsupported) {
    const auto camera = make_camera({.kind = CameraKind::v4l2, .path = "/dev/null"}, {});
    ASSERT_TRUE(camera);
    (*camera)->set_streaming(true);
    EXPECT_TRUE(eventually([&] { return (*camera)->condition() == CameraCondition::unsupported; }));
}

} // namespace
} // namespace rexue::devices
