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

    static constexpr microseconds look_costs{3'000};
    int measured_ = 0;
    time::SimulatedClock clock_{base::Instant{}};
    LiveScan scan_{clock_, [this] { return look_costs * (measured_++ + 1) / 2; }};
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

TEST(ThinkingTimeTest, no_more_is_spent_than_was_earned_and_saved) {
    std::mt19937 random(7);
    ThinkingTime time;
    microseconds spent{0};
    constexpr int frames = 1000;
    const microseconds dearest{90'000};
    for (int i = 0; i < frames; ++i) {
        time.earn();
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
