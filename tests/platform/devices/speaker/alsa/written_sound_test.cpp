// What ALSA was really given, sample for sample, through its `file` device.
#include <algorithm>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/devices/speaker/sound_file.h"
#include "platform/devices/speaker/speaker.h"
#include "tests/platform/devices/speaker/heard.h"
#include "tests/platform/devices/speaker/sounds.h"
#include "tests/support/eventually.h"
#include "tests/support/test_folder.h"

namespace rexue::devices {
namespace {

using support::eventually;
using testing::Each;

// Runs of one value: (value, milliseconds), ramps and shorter ones left out.
std::vector<std::pair<int, int>> runs_of(const std::vector<std::int16_t>& samples) {
    std::vector<std::pair<int, int>> runs;
    for (size_t i = 0; i < samples.size();) {
        const auto end = std::find_if(samples.begin() + static_cast<std::ptrdiff_t>(i),
                                      samples.end(), [&](auto s) { return s != samples[i]; });
        const auto length = static_cast<size_t>(end - samples.begin()) - i;
        if (length >= 480) runs.emplace_back(samples[i], static_cast<int>(length / 48));
        i += length;
    }
    return runs;
}

class WrittenSound : public testing::Test {
  protected:
    std::vector<std::int16_t> played(const std::vector<Utterance>& utterances, float volume,
                                     int pre_roll_ms = 100) {
        const auto out = folder_.path() / "out.raw";
        {
            Heard heard;
            const auto speaker = make_speaker({.kind = SpeakerKind::alsa,
                                               .path = "file:FILE=" + out.string() + ",FORMAT=raw",
                                               .start_volume = volume,
                                               .pre_roll = std::chrono::milliseconds(pre_roll_ms)},
                                              heard.sinks());
            for (const Utterance& utterance : utterances)
                (*speaker)->play(utterance);
            EXPECT_TRUE(eventually([&] { return heard.ended().size() == utterances.size(); }));
        }
        return read_raw(out);
    }
    Clip clip(std::int16_t value, int milliseconds, int pause_ms = 0) {
        const auto name = std::to_string(value) + "-" + std::to_string(milliseconds) + ".wav";
        return {.file = level_clip(folder_.path() / name, value, milliseconds),
                .pause_after = std::chrono::milliseconds(pause_ms)};
    }

  private:
    support::TestFolder folder_;
};

TEST_F(WrittenSound, begins_with_silence_and_then_every_sample_of_the_clips_in_order) {
    const auto runs =
        runs_of(played({{clip(1000, 50, 40), clip(2000, 30), clip(-3000, 20)}}, 1, 250));
    ASSERT_GE(runs.size(), 5U);
    EXPECT_EQ(runs[0], std::pair(0, 250)); // the whole pre-roll: no syllable is cut
    EXPECT_EQ(runs[1], std::pair(1000, 50));
    EXPECT_EQ(runs[2], std::pair(0, 40));
    EXPECT_EQ(runs[3], std::pair(2000, 30));
    EXPECT_EQ(runs[4], std::pair(-3000, 20));
}

TEST_F(WrittenSound, of_every_utterance_has_its_own_pre_roll) {
    const auto runs = runs_of(played({{clip(1000, 50)}, {clip(2000, 50)}}, 1, 100));
    ASSERT_GE(runs.size(), 4U);
    EXPECT_EQ(runs[0], std::pair(0, 100));
    EXPECT_EQ(runs[1], std::pair(1000, 50));
    EXPECT_GE(runs[2].second, 100);
    EXPECT_EQ(runs[3], std::pair(2000, 50));
}

TEST_F(WrittenSound, at_full_volume_is_not_clipped_and_not_changed) {
    const auto samples = played({{clip(32767, 50), clip(-32768, 50)}}, 1, 0);
    const auto runs = runs_of(samples);
    ASSERT_GE(runs.size(), 2U);
    EXPECT_EQ(runs[0], std::pair(32767, 50));
    EXPECT_EQ(runs[1], std::pair(-32768, 50));
}

TEST_F(WrittenSound, follows_the_volume) {
    const std::pair<float, int> rows[] = {{1.0F, 20'000}, {0.5F, 10'000}, {0.1F, 2'000}};
    for (const auto& [volume, loudness] : rows) {
        const auto runs = runs_of(played({{clip(20'000, 50)}}, volume));
        ASSERT_GE(runs.size(), 2U);
        EXPECT_EQ(runs[1].first, loudness) << volume;
    }
    EXPECT_THAT(played({{clip(20'000, 50)}}, 0), Each(0));
}

} // namespace
} // namespace rexue::devices
