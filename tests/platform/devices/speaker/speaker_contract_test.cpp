// What every speaker that works does, with its real thread: the simulated one, and ALSA on its
// `null` and `file` devices.
#include <functional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "platform/devices/speaker/speaker.h"
#include "tests/platform/devices/speaker/heard.h"
#include "tests/platform/devices/speaker/sounds.h"
#include "tests/support/eventually.h"
#include "tests/support/test_folder.h"

namespace rexue::devices {
namespace {

using support::eventually;
using testing::Contains;
using testing::ElementsAre;
using testing::Pair;

using MakeOptions = SpeakerOptions (*)(const std::filesystem::path&);

class SpeakerContract : public testing::TestWithParam<MakeOptions> {
  protected:
    void SetUp() override {
        std::filesystem::create_directories(folder_.path() / "device");
        options_ = GetParam()(folder_.path() / "device");
        options_.pre_roll = std::chrono::milliseconds(20);
        auto made = make_speaker(options_, heard.sinks());
        ASSERT_TRUE(made) << made.error().detail;
        speaker = std::move(*made);
    }

    Utterance words(int milliseconds = 30) {
        const auto name = std::to_string(milliseconds) + ".wav";
        return {{.file = level_clip(folder_.path() / name, 1000, milliseconds)}};
    }
    bool ended(size_t count) {
        return eventually([&] { return heard.ended().size() >= count; });
    }
    const std::filesystem::path& folder() const { return folder_.path(); }

    Heard heard;
    std::unique_ptr<Speaker> speaker;

  private:
    support::TestFolder folder_;
    SpeakerOptions options_;
};

TEST_P(SpeakerContract, plays_what_it_is_given_in_order_and_is_idle_again) {
    EXPECT_EQ(speaker->play(words()), 1U);
    EXPECT_EQ(speaker->play(words()), 2U);
    EXPECT_EQ(speaker->play(words()), 3U);
    ASSERT_TRUE(ended(3));
    EXPECT_THAT(heard.ended(),
                ElementsAre(Pair(1U, UtteranceOutcome::played), Pair(2U, UtteranceOutcome::played),
                            Pair(3U, UtteranceOutcome::played)));
    EXPECT_TRUE(eventually([&] { return speaker->condition() == SpeakerCondition::idle; }));
    EXPECT_THAT(heard.conditions(), Contains(SpeakerCondition::playing));
}

TEST_P(SpeakerContract, once_stopped_everything_has_ended_and_the_next_is_played) {
    for (int i = 0; i < 5; ++i)
        speaker->play(words(10'000));
    speaker->stop();
    speaker->stop();
    const auto after = speaker->play(words());
    ASSERT_TRUE(ended(6));
    EXPECT_EQ(heard.ended().size(), 6U);
    EXPECT_EQ(heard.ended().back(), Heard::Ended(after, UtteranceOutcome::played));
    // What was stopped before it began was never played.
    EXPECT_EQ(heard.ended()[4], Heard::Ended(5, UtteranceOutcome::stopped));
}

TEST_P(SpeakerContract, stop_while_nothing_plays_is_nothing) {
    speaker->stop();
    speaker->play(words());
    ASSERT_TRUE(ended(1));
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::played)));
}

TEST_P(SpeakerContract, a_clip_that_cannot_be_read_is_told_and_the_rest_is_played) {
    Utterance utterance = words();
    utterance.insert(utterance.begin(), Clip{.file = folder() / "missing.wav"});
    speaker->play(utterance);
    speaker->play({{.file = folder() / "missing.wav"}});
    ASSERT_TRUE(ended(2));
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::played),
                                           Pair(2U, UtteranceOutcome::refused)));
    EXPECT_THAT(heard.unreadable(), ElementsAre(Pair("missing.wav", base::ErrorCode::not_found),
                                                Pair("missing.wav", base::ErrorCode::not_found)));
}

TEST_P(SpeakerContract, the_volume_stays_within_its_range_and_goes_back) {
    EXPECT_FLOAT_EQ(speaker->volume(), 0.7F);
    speaker->set_volume(2);
    EXPECT_FLOAT_EQ(speaker->volume(), 1);
    speaker->set_volume(-1);
    EXPECT_FLOAT_EQ(speaker->volume(), 0);
    speaker->set_volume(std::numeric_limits<float>::quiet_NaN());
    EXPECT_FLOAT_EQ(speaker->volume(), 0);
    speaker->reset_volume();
    EXPECT_FLOAT_EQ(speaker->volume(), 0.7F);
}

TEST_P(SpeakerContract, goes_away_in_the_middle_of_a_word) {
    speaker->play(words(30'000));
    const auto begin = std::chrono::steady_clock::now();
    speaker.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

SpeakerOptions simulated(const std::filesystem::path& folder) {
    return {.kind = SpeakerKind::simulated, .path = folder};
}
SpeakerOptions alsa_null(const std::filesystem::path&) {
    return {.kind = SpeakerKind::alsa, .path = "null"};
}
SpeakerOptions alsa_file(const std::filesystem::path& folder) {
    return {.kind = SpeakerKind::alsa,
            .path = "file:FILE=" + (folder / "out.raw").string() + ",FORMAT=raw"};
}

std::string name_of(const testing::TestParamInfo<MakeOptions>& info) {
    return std::array{"simulated", "alsa_null", "alsa_file"}.at(info.index);
}

INSTANTIATE_TEST_SUITE_P(Every, SpeakerContract, testing::Values(simulated, alsa_null, alsa_file),
                         name_of);

} // namespace
} // namespace rexue::devices
