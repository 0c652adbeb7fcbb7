// The factory, and the terminal that has no speaker.
#include "platform/devices/speaker/speaker.h"

#include <limits>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/platform/devices/speaker/heard.h"
#include "tests/support/eventually.h"

namespace rexue::devices {
namespace {

using support::eventually;
using testing::ElementsAre;
using testing::Pair;

TEST(MakeSpeaker, without_one_nothing_is_heard_and_that_is_told) {
    Heard heard;
    const auto speaker = make_speaker({}, heard.sinks());
    ASSERT_TRUE(speaker);
    EXPECT_EQ((*speaker)->condition(), SpeakerCondition::absent);
    (*speaker)->play({{.file = "a.wav"}});
    (*speaker)->stop();
    (*speaker)->play({{.file = "a.wav"}});
    ASSERT_TRUE(eventually([&] { return heard.ended().size() == 2; }));
    EXPECT_EQ(heard.ended()[1], Heard::Ended(2, UtteranceOutcome::unheard));
}

TEST(MakeSpeaker, a_device_that_is_not_there_is_unplugged_and_no_error) {
    Heard heard;
    const auto speaker =
        make_speaker({.kind = SpeakerKind::alsa, .path = "hw:CARD=NoSuchCard"}, heard.sinks());
    ASSERT_TRUE(speaker);
    (*speaker)->play({{.file = "a.wav"}});
    ASSERT_TRUE(eventually([&] { return heard.ended().size() == 1; }));
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::unheard)));
    EXPECT_EQ((*speaker)->condition(), SpeakerCondition::unplugged);
}

TEST(MakeSpeaker, options_that_make_no_sense_are_an_error) {
    using std::chrono::milliseconds;
    const auto code = [](const SpeakerOptions& options) {
        const auto speaker = make_speaker(options, {});
        return speaker ? base::ErrorCode::internal : speaker.error().code;
    };
    EXPECT_EQ(code({.path = ""}), base::ErrorCode::invalid_argument);
    EXPECT_EQ(code({.start_volume = 1.5F}), base::ErrorCode::invalid_argument);
    EXPECT_EQ(code({.start_volume = std::numeric_limits<float>::quiet_NaN()}),
              base::ErrorCode::invalid_argument);
    EXPECT_EQ(code({.pre_roll = milliseconds(-1)}), base::ErrorCode::invalid_argument);
    EXPECT_EQ(code({.pre_roll = milliseconds(3000)}), base::ErrorCode::invalid_argument);
    EXPECT_EQ(code({.kind = SpeakerKind::simulated, .path = "/dev/null/speaker"}),
              base::ErrorCode::io);
}

} // namespace
} // namespace rexue::devices
