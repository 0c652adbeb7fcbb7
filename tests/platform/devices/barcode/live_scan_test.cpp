// A stream of frames: what is reported, how often, and that scanning keeps to its share.
#include "platform/devices/barcode/live_scan.h"

#include <atomic>
#include <random>

#include <gtest/gtest.h>

#include "tests/support/code_pictures.h"
#include "tests/support/eventually.h"

namespace rexue::devices {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;
using support::code_picture;
using support::Ink;
using support::Scene;

constexpr milliseconds frame_period{66};

// Processor time as a fast machine has it: every look costs the same.
class LiveScanTest : public testing::Test {
  protected:
    std::optional<ScannedCode> show(const image::GreyImage& frame) {
        auto news = scan_.look_at(frame);
        clock_.advance(frame_period);
        return news;
    }
    // The number of reports in so many frames.
    int reports(const image::GreyImage& frame, int frames) {
        int count = 0;
        for (int i = 0; i < frames; ++i)
            count += show(frame) ? 1 : 0;
        return count;
    }
    // Frames until the report, the one with it included; 0 when there was none.
    int frames_until_found(const image::GreyImage& frame, int at_most) {
        for (int i = 1; i <= at_most; ++i) {
            if (show(frame)) return i;
        }
        return 0;
    }

    // A room of which every frame has its own noise, until it has been looked at in all ways.
    image::GreyImage noisy_room() {
        auto room = empty_;
        for (auto& grey : room.luminance)
            grey = std::uint8_t(std::clamp(int(grey) + int(noise_() % 11) - 5, 0, 255));
        return room;
    }
    void come_to_rest() {
        for (int i = 0; i < 60; ++i)
            show(noisy_room());
    }

    static constexpr microseconds look_costs{1'500};
    std::mt19937 noise_{1};
    int measured_ = 0;
    time::SimulatedClock clock_{base::Instant{}};
    LiveScan scan_{clock_, [this] { return look_costs * measured_++; }};
    const image::GreyImage empty_ = support::room_picture(640, 480, 3);
    const image::GreyImage first_ = code_picture(CodeFormat::qr, "RXH1:FIRST", Scene{});
    const image::GreyImage second_ = code_picture(CodeFormat::qr, "RXH1:SECOND", Scene{});
};

TEST_F(LiveScanTest, a_code_held_still_is_reported_once) {
    const auto news = show(first_);
    ASSERT_TRUE(news);
    EXPECT_EQ(news->text, "RXH1:FIRST");
    EXPECT_EQ(reports(first_, 100), 0);
}

TEST_F(LiveScanTest, gone_for_a_second_it_is_news_again) {
    EXPECT_EQ(reports(first_, 10), 1);
    EXPECT_EQ(reports(empty_, 10), 0);
    EXPECT_EQ(reports(first_, 10), 0);
    EXPECT_EQ(reports(empty_, 16), 0);
    EXPECT_EQ(reports(first_, 10), 1);
}

TEST_F(LiveScanTest, another_code_is_news_at_once_and_both_in_turn_are_not) {
    EXPECT_EQ(reports(first_, 3), 1);
    EXPECT_EQ(reports(second_, 3), 1);
    for (int round = 0; round < 5; ++round) {
        EXPECT_EQ(reports(first_, 3), 0);
        EXPECT_EQ(reports(second_, 3), 0);
    }
}

TEST_F(LiveScanTest, a_stream_that_pauses_for_a_second_forgets) {
    EXPECT_EQ(reports(first_, 3), 1);
    clock_.advance(milliseconds(1500));
    EXPECT_EQ(reports(first_, 3), 1);
}

TEST_F(LiveScanTest, light_on_dark_is_read_by_the_second_frame) {
    const auto frame = code_picture(CodeFormat::qr, "RXH1:DARK", {.ink = Ink::light_on_dark});
    reports(empty_, 7);
    const int frames = frames_until_found(frame, 5);
    EXPECT_GE(frames, 1);
    EXPECT_LE(frames, 2);
}

TEST_F(LiveScanTest, labels_of_the_blood_bag_are_read_within_a_second) {
    reports(empty_, 30);
    EXPECT_GT(frames_until_found(code_picture(CodeFormat::data_matrix, "=A999926001", Scene{}), 15),
              0);
    const Scene scene{.module_px = 3.0};
    EXPECT_GT(frames_until_found(code_picture(CodeFormat::code_128, "A99992600", scene), 15), 0);
}

TEST_F(LiveScanTest, a_code_that_needs_filters_is_read_when_it_is_held_for_a_while) {
    const auto frame = code_picture(CodeFormat::qr, "RXH1:GRAIN", {.noise = 70, .seed = 4});
    const auto quick = read_code(frame, Threshold::local, Formats::qr, Effort::quick);
    ASSERT_FALSE(quick) << "the picture is too easy to show anything";
    EXPECT_GT(frames_until_found(frame, 45), 0);
}

TEST_F(LiveScanTest, nothing_is_reported_of_a_room) {
    EXPECT_EQ(reports(empty_, 60), 0);
}

TEST_F(LiveScanTest, a_scene_at_rest_costs_little_and_is_searched_three_times_a_second) {
    come_to_rest();
    constexpr int frames = 150;
    const int before = measured_;
    reports(noisy_room(), frames);
    const int looks = (measured_ - before) / 2; // the time is asked for before and after
    EXPECT_GE(looks, 2 * frames / LiveScan::rest_period_frames) << "dark and light each time";
    EXPECT_LE(look_costs * looks, ThinkingTime::earned_a_frame_at_rest * frames);
}

TEST_F(LiveScanTest, what_comes_into_a_scene_at_rest_is_read_at_once) {
    for (const Ink ink : {Ink::dark_on_light, Ink::light_on_dark}) {
        // Nowhere in the rhythm of the searches at rest.
        for (const int i : {1, 3}) {
            come_to_rest();
            for (int frame = 0; frame < i; ++frame)
                show(noisy_room());
            const std::string text = "RXH1:" + std::to_string(i);
            const auto frame = code_picture(CodeFormat::qr, text, {.ink = ink});
            const auto news = show(frame);
            ASSERT_TRUE(news) << text;
            EXPECT_EQ(news->text, text);
        }
    }
}

// A small code, in the middle of a room that fills the rest of the picture.
TEST_F(LiveScanTest, a_small_code_in_a_scene_at_rest_is_read_at_once) {
    come_to_rest();
    auto room = noisy_room();
    const auto code = code_picture(CodeFormat::qr, "RXH1:SMALL",
                                   {.width_px = 120, .height_px = 120, .module_px = 2.5});
    for (int y = 0; y < code.height_px; ++y) {
        std::copy_n(&code.luminance[size_t(y) * size_t(code.width_px)], code.width_px,
                    &room.luminance[size_t(y + 200) * size_t(room.width_px) + 311]);
    }
    const auto news = show(room);
    ASSERT_TRUE(news);
    EXPECT_EQ(news->text, "RXH1:SMALL");
}

// From one frame to the next it changes less than the noise does.
TEST_F(LiveScanTest, what_comes_slowly_adds_up) {
    come_to_rest();
    const auto whole = code_picture(CodeFormat::qr, "RXH1:SLOW",
                                    {.width_px = empty_.width_px, .height_px = empty_.height_px});
    constexpr int steps = 150;
    int readable_frames = 0;
    bool read = false;
    for (int step = 1; step <= steps && !read; ++step) {
        auto frame = empty_;
        for (size_t i = 0; i < frame.luminance.size(); ++i) {
            frame.luminance[i] = std::uint8_t(
                (frame.luminance[i] * (steps - step) + whole.luminance[i] * step) / steps);
        }
        if (read_code(frame, Threshold::local, Formats::qr, Effort::quick)) ++readable_frames;
        read = show(frame).has_value();
        ASSERT_TRUE(read || readable_frames <= 1) << "at step " << step;
    }
    EXPECT_TRUE(read);
}

TEST(ThinkingTimeTest, no_more_is_spent_than_was_earned_and_saved) {
    std::mt19937 random(7);
    ThinkingTime time;
    microseconds spent{0};
    constexpr int frames = 1000;
    const microseconds dearest{90'000};
    for (int i = 0; i < frames; ++i) {
        time.earn(ThinkingTime::earned_a_frame);
        for (int looks = 0; looks < 50; ++looks) {
            const microseconds cost{random() % 90'000};
            if (!time.affords(cost)) break;
            time.spend(cost);
            spent += cost;
        }
    }
    EXPECT_LE(spent, ThinkingTime::earned_a_frame * frames + ThinkingTime::most_saved + dearest);
    EXPECT_GE(spent, ThinkingTime::earned_a_frame * frames / 2);
}

TEST(SceneWatchTest, noise_is_rest_a_card_is_not) {
    auto frame = support::room_picture(1280, 720, 1);
    SceneWatch scene;
    EXPECT_TRUE(scene.changed(frame));
    EXPECT_FALSE(scene.changed(frame));
    std::mt19937 noise(1);
    for (auto& grey : frame.luminance)
        grey = std::uint8_t(std::clamp(int(grey) + int(noise() % 11) - 5, 0, 255));
    EXPECT_FALSE(scene.changed(frame));
    for (int y = 200; y < 500; ++y) {
        for (int x = 300; x < 700; ++x)
            frame.luminance[size_t(y) * 1280 + size_t(x)] ^= 0x80U;
    }
    EXPECT_TRUE(scene.changed(frame));
    EXPECT_FALSE(scene.changed(frame));
    EXPECT_TRUE(scene.changed(support::room_picture(640, 480, 1)));
}

TEST(SceneWatchTest, slow_changes_are_measured_from_the_frame_last_called_changed) {
    auto frame = support::room_picture(640, 480, 1);
    SceneWatch scene;
    EXPECT_TRUE(scene.changed(frame));
    int frames_unseen = 0;
    const auto darken = [&frame] {
        for (int y = 100; y < 200; ++y) {
            for (int x = 100; x < 200; ++x)
                --frame.luminance[size_t(y) * 640 + size_t(x)];
        }
    };
    for (darken(); !scene.changed(frame); darken())
        ASSERT_LT(++frames_unseen, 10);
}

TEST(BarcodeScannerTest, reports_from_its_thread_and_ends_with_work_waiting) {
    std::atomic<int> found = 0;
    {
        BarcodeScanner scanner(
            [&](const ScannedCode& code) { found += code.text == "RXH1:A" ? 1 : 100; });
        scanner.offer(nullptr);
        const auto frame = std::make_shared<const image::GreyImage>(
            code_picture(CodeFormat::qr, "RXH1:A", Scene{}));
        scanner.offer(frame);
        EXPECT_TRUE(support::eventually([&] { return found == 1; }));
        for (int i = 0; i < 100; ++i)
            scanner.offer(frame);
    }
    EXPECT_EQ(found, 1);
}

} // namespace
} // namespace rexue::devices
