// What waits is played in order, and each utterance ends exactly once.
#include "platform/devices/speaker/utterance_queue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace rexue::devices {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Utterance words() {
    return {{.file = "a.wav"}};
}

TEST(UtteranceQueue, hands_out_in_order) {
    UtteranceQueue queue;
    EXPECT_EQ(queue.add(words()), 1U);
    EXPECT_EQ(queue.add(words()), 2U);
    EXPECT_EQ(queue.next()->number, 1U);
    EXPECT_EQ(queue.next()->number, 2U);
    EXPECT_FALSE(queue.next());
    EXPECT_THAT(queue.take_outcomes(), IsEmpty());
}

TEST(UtteranceQueue, stop_ends_what_was_given_before_and_nothing_after) {
    UtteranceQueue queue;
    queue.add(words());
    const auto current = queue.next()->number;
    queue.add(words());
    queue.stop();
    queue.stop();
    queue.add(words());
    EXPECT_TRUE(queue.is_stopped(current));
    queue.end(current, UtteranceOutcome::stopped);
    EXPECT_EQ(queue.next()->number, 3U);
    EXPECT_FALSE(queue.is_stopped(3));
    EXPECT_THAT(queue.take_outcomes(), ElementsAre(Pair(1U, UtteranceOutcome::stopped),
                                                   Pair(2U, UtteranceOutcome::stopped)));
}

TEST(UtteranceQueue, what_does_not_fit_is_refused_in_its_turn) {
    UtteranceQueue queue;
    queue.add(words());
    queue.add({});
    queue.add(Utterance(max_clips + 1, Clip{.file = "a.wav"}));
    queue.add({{.file = "a.wav", .pause_after = std::chrono::minutes(1)}});
    queue.add({{.file = "a.wav", .pause_after = std::chrono::milliseconds(-1)}});
    queue.add(words());
    EXPECT_EQ(queue.next()->number, 1U);
    EXPECT_EQ(queue.next()->number, 6U);
    EXPECT_THAT(
        queue.take_outcomes(),
        ElementsAre(Pair(2U, UtteranceOutcome::refused), Pair(3U, UtteranceOutcome::refused),
                    Pair(4U, UtteranceOutcome::refused), Pair(5U, UtteranceOutcome::refused)));
}

TEST(UtteranceQueue, holds_no_more_than_its_limit) {
    UtteranceQueue queue;
    for (size_t i = 0; i <= max_utterances_waiting; ++i)
        queue.add(words());
    for (size_t i = 0; i < max_utterances_waiting; ++i)
        EXPECT_TRUE(queue.next());
    EXPECT_FALSE(queue.next());
    EXPECT_THAT(queue.take_outcomes(),
                ElementsAre(Pair(max_utterances_waiting + 1, UtteranceOutcome::refused)));
}

TEST(UtteranceQueue, without_a_speaker_all_are_unheard_but_what_was_settled) {
    UtteranceQueue queue;
    queue.add(words());
    queue.stop();
    queue.add(words());
    queue.add({});
    queue.give_up();
    EXPECT_FALSE(queue.next());
    EXPECT_THAT(queue.take_outcomes(), ElementsAre(Pair(1U, UtteranceOutcome::stopped),
                                                   Pair(2U, UtteranceOutcome::unheard),
                                                   Pair(3U, UtteranceOutcome::refused)));
}

} // namespace
} // namespace rexue::devices
