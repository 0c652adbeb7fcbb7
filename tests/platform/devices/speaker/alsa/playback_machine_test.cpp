// One misfortune a test: run dry, unplugged at every moment, taken, hung; and each time well again
// by itself. No thread and no waiting: the card's time is the test's.
#include "platform/devices/speaker/alsa/playback_machine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/platform/devices/speaker/alsa/scripted_alsa.h"
#include "tests/platform/devices/speaker/heard.h"
#include "tests/platform/devices/speaker/sounds.h"
#include "tests/support/test_folder.h"

namespace rexue::devices {
namespace {

using std::chrono::milliseconds;
using testing::Contains;
using testing::ElementsAre;
using testing::Pair;

class PlaybackMachineTest : public testing::Test {
  protected:
    UtteranceNumber play(int length_ms = 300) {
        const auto name = std::to_string(length_ms) + ".wav";
        return parts.queue.add({{.file = level_clip(folder_.path() / name, 1000, length_ms)}});
    }
    void tell_outcomes() {
        for (const auto& [number, outcome] : parts.queue.take_outcomes())
            parts.ended(number, outcome);
    }
    // Until `done`, or until five simulated minutes are over.
    template <typename Done>
    bool run_until(Done done) {
        const auto end = clock.steady() + std::chrono::minutes(5);
        while (clock.steady() < end) {
            const auto rest = machine.step();
            tell_outcomes();
            if (done()) return true;
            clock.advance(rest);
        }
        return false;
    }
    bool run_until_ended(size_t count) {
        return run_until([&] { return heard.ended().size() >= count; });
    }
    bool run_until_heard(int length_ms) {
        return run_until([&] { return loud() >= length_ms * 48; });
    }
    std::ptrdiff_t loud() const {
        return std::ranges::count_if(card.heard, [](auto sample) { return sample != 0; });
    }

    Heard heard;
    time::SimulatedClock clock{base::Instant(std::chrono::hours(500'000))};
    SoundCard card{clock};
    SpeakerParts parts{SpeakerCondition::unplugged, 1, heard.sinks()};
    PlaybackMachine machine{
        parts, {.pre_roll = milliseconds(100)}, clock, std::make_unique<ScriptedAlsa>(card)};

  private:
    support::TestFolder folder_;
};

TEST_F(PlaybackMachineTest, tells_the_end_when_the_last_sample_is_out_and_not_before) {
    play(300);
    ASSERT_TRUE(run_until_ended(1));
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::played)));
    EXPECT_EQ(loud(), 300 * 48);
    EXPECT_EQ(machine.dry_runs(), 0);
}

TEST_F(PlaybackMachineTest, stop_silences_what_the_card_still_holds) {
    play(5000);
    play(5000);
    ASSERT_TRUE(run_until_heard(100));
    const auto before = loud();
    parts.queue.stop();
    machine.step();
    EXPECT_EQ(card.dropped, 1);
    EXPECT_TRUE(card.waiting.empty());
    ASSERT_TRUE(run_until_ended(2));
    EXPECT_EQ(loud(), before);
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::stopped),
                                           Pair(2U, UtteranceOutcome::stopped)));
}

TEST_F(PlaybackMachineTest, a_change_of_volume_reaches_words_that_are_being_said) {
    play(2000);
    ASSERT_TRUE(run_until_heard(200));
    parts.volume.set(0.25F);
    ASSERT_TRUE(run_until_ended(1));
    EXPECT_THAT(card.heard, Contains(1000));
    EXPECT_THAT(card.heard, Contains(250));
    // Nowhere a step that would click.
    int steepest = 0;
    for (size_t i = 100 * 48; i + 1 < card.heard.size(); ++i) {
        if (card.heard[i + 1] != 0)
            steepest = std::max(steepest, std::abs(card.heard[i + 1] - card.heard[i]));
    }
    EXPECT_LT(steepest, 5);
}

TEST_F(PlaybackMachineTest, run_dry_goes_on_where_it_was) {
    play(1000);
    ASSERT_TRUE(run_until_heard(100));
    card.write_error = -EPIPE;
    ASSERT_TRUE(run_until_ended(1));
    EXPECT_EQ(card.recovered, 1);
    EXPECT_EQ(machine.dry_runs(), 1);
    EXPECT_EQ(loud(), 1000 * 48); // nothing of the words is lost
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::played)));
}

TEST_F(PlaybackMachineTest, run_dry_beyond_recovery_is_broken_and_opened_anew) {
    play(1000);
    ASSERT_TRUE(run_until_heard(100));
    card.write_error = -EPIPE;
    card.recover_error = -EIO;
    ASSERT_TRUE(run_until_ended(1));
    EXPECT_EQ(parts.condition.get(), SpeakerCondition::broken);
    card.recover_error = 0;
    ASSERT_TRUE(run_until([&] { return parts.condition.get() == SpeakerCondition::idle; }));
    EXPECT_EQ(card.opened, 2);
}

TEST_F(PlaybackMachineTest, unplugged_in_the_middle_of_a_word_then_plugged_in_again) {
    play(1000);
    play(1000);
    ASSERT_TRUE(run_until_heard(100));
    card.is_there = false;
    ASSERT_TRUE(run_until_ended(2));
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::unheard),
                                           Pair(2U, UtteranceOutcome::unheard)));
    EXPECT_EQ(parts.condition.get(), SpeakerCondition::unplugged);
    // Late words mislead: what is asked for meanwhile is not kept for later.
    play(100);
    ASSERT_TRUE(run_until_ended(3));
    EXPECT_EQ(heard.ended()[2], Heard::Ended(3, UtteranceOutcome::unheard));
    card.is_there = true;
    ASSERT_TRUE(run_until([&] { return parts.condition.get() == SpeakerCondition::idle; }));
    play(100);
    ASSERT_TRUE(run_until_ended(4));
    EXPECT_EQ(heard.ended()[3], Heard::Ended(4, UtteranceOutcome::played));
}

TEST_F(PlaybackMachineTest, unplugged_while_the_last_word_is_still_in_the_card) {
    play(300);
    ASSERT_TRUE(run_until_heard(200));
    ASSERT_TRUE(run_until([&] { return card.waiting.size() < 24 * 48 || loud() > 250 * 48; }));
    card.is_there = false;
    ASSERT_TRUE(run_until_ended(1));
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::unheard)));
}

TEST_F(PlaybackMachineTest, unplugged_while_it_is_idle_is_noticed_within_a_second) {
    ASSERT_TRUE(run_until([&] { return parts.condition.get() == SpeakerCondition::idle; }));
    card.is_there = false;
    const auto begin = clock.steady();
    ASSERT_TRUE(run_until([&] { return parts.condition.get() == SpeakerCondition::unplugged; }));
    EXPECT_LE(clock.steady() - begin, milliseconds(1000));
}

TEST_F(PlaybackMachineTest, unplugged_in_the_moment_of_stopping) {
    play(1000);
    ASSERT_TRUE(run_until_heard(100));
    parts.queue.stop();
    card.is_there = false;
    ASSERT_TRUE(run_until_ended(1));
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::stopped)));
    ASSERT_TRUE(run_until([&] { return parts.condition.get() == SpeakerCondition::unplugged; }));
}

TEST_F(PlaybackMachineTest, not_there_at_first_is_looked_for_ever_more_slowly_and_found) {
    card.is_there = false;
    for (int tries = 1; tries <= 8; ++tries)
        ASSERT_TRUE(run_until([&] { return card.opened == tries; }));
    const auto before = clock.steady();
    ASSERT_TRUE(run_until([&] { return card.opened == 9; }));
    EXPECT_EQ(clock.steady() - before, PlaybackMachine::longest_back_off);
    card.is_there = true;
    ASSERT_TRUE(run_until([&] { return parts.condition.get() == SpeakerCondition::idle; }));
}

TEST_F(PlaybackMachineTest, words_given_before_the_first_try_to_open_are_played) {
    play(100);
    play(100);
    ASSERT_TRUE(run_until_ended(2));
    EXPECT_EQ(heard.ended()[1], Heard::Ended(2, UtteranceOutcome::played));
}

TEST_F(PlaybackMachineTest, taken_by_another_program_is_broken_until_it_is_free) {
    card.open_error = -EBUSY;
    ASSERT_TRUE(run_until([&] { return parts.condition.get() == SpeakerCondition::broken; }));
    card.open_error = 0;
    ASSERT_TRUE(run_until([&] { return parts.condition.get() == SpeakerCondition::idle; }));
}

TEST_F(PlaybackMachineTest, hung_for_two_seconds_is_broken_and_opened_anew) {
    play(1000);
    ASSERT_TRUE(run_until_heard(100));
    card.takes_nothing = true;
    const auto begin = clock.steady();
    ASSERT_TRUE(run_until_ended(1));
    EXPECT_NEAR(static_cast<double>((clock.steady() - begin).count()), 2000, 50);
    EXPECT_THAT(heard.conditions(), Contains(SpeakerCondition::broken));
    card.takes_nothing = false;
    ASSERT_TRUE(run_until([&] { return parts.condition.get() == SpeakerCondition::idle; }));
}

TEST_F(PlaybackMachineTest, hung_with_the_last_words_inside_is_broken_too) {
    play(50);
    ASSERT_TRUE(run_until([&] { return !card.waiting.empty(); }));
    card.takes_nothing = true;
    ASSERT_TRUE(run_until_ended(1));
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::unheard)));
}

} // namespace
} // namespace rexue::devices
