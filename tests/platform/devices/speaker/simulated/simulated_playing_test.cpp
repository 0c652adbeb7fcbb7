// The simulated speaker writes down what is said, in the clock's time.
#include "platform/devices/speaker/simulated/simulated_playing.h"

#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/platform/devices/speaker/heard.h"
#include "tests/platform/devices/speaker/sounds.h"
#include "tests/support/test_folder.h"

namespace rexue::devices {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

class SimulatedPlayingTest : public testing::Test {
  protected:
    void SetUp() override {
        std::filesystem::create_directories(folder_.path() / "words");
        std::filesystem::create_directories(folder_.path() / "device");
    }
    Clip clip(const std::string& name, int length_ms, int pause_ms = 0) {
        return {.file = level_clip(folder_.path() / "words" / name, 1000, length_ms),
                .pause_after = milliseconds(pause_ms)};
    }
    void pass(milliseconds time) {
        clock.advance(time);
        step();
    }
    void step() {
        machine.step();
        machine.step();
        for (const auto& [number, outcome] : parts.queue.take_outcomes())
            parts.ended(number, outcome);
    }
    std::string spoken() const {
        std::ifstream in(folder_.path() / "device" / "spoken.jsonl");
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void set_state(const char* state) { std::ofstream(folder_.path() / "device/state") << state; }

  private:
    support::TestFolder folder_;

  protected:
    Heard heard;
    time::SimulatedClock clock{base::parse_instant("2026-06-14T02:24:05.000Z").value()};
    SpeakerParts parts{SpeakerCondition::idle, 0.5F, heard.sinks()};
    SimulatedPlaying machine{
        parts, {.kind = SpeakerKind::simulated, .path = folder_.path() / "device"}, clock};
};

TEST_F(SimulatedPlayingTest, writes_every_clip_when_it_begins_and_ends_when_all_are_over) {
    parts.queue.add({clip("a.wav", 300, 200), clip("b.wav", 100)});
    step();
    EXPECT_EQ(parts.condition.get(), SpeakerCondition::playing);
    pass(milliseconds(499));
    parts.volume.set(1);
    pass(milliseconds(1));
    pass(milliseconds(99));
    EXPECT_THAT(heard.ended(), IsEmpty());
    pass(milliseconds(1));
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::played)));
    EXPECT_EQ(spoken(), R"({"at":"2026-06-14T02:24:05.000Z","utterance":1,)"
                        R"("clip":"words/a.wav","length_ms":300,"volume":0.50})"
                        "\n"
                        R"({"at":"2026-06-14T02:24:05.500Z","utterance":1,)"
                        R"("clip":"words/b.wav","length_ms":100,"volume":1.00})"
                        "\n"
                        R"({"at":"2026-06-14T02:24:05.600Z","utterance":1,"ended":"played"})"
                        "\n");
}

TEST_F(SimulatedPlayingTest, stop_ends_it_at_once) {
    parts.queue.add({clip("a.wav", 3000), clip("b.wav", 100)});
    step();
    pass(milliseconds(1000));
    parts.queue.stop();
    step();
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::stopped)));
    EXPECT_EQ(spoken().find("b.wav"), std::string::npos);
}

TEST_F(SimulatedPlayingTest, its_state_can_be_changed_in_the_middle_of_a_word) {
    for (const char* state : {"unplugged", "broken", "absent"}) {
        parts.queue.add({clip("a.wav", 3000)});
        step();
        EXPECT_EQ(parts.condition.get(), SpeakerCondition::playing);
        set_state(state);
        step();
        EXPECT_EQ(to_string(parts.condition.get()), state);
        EXPECT_EQ(heard.ended().back().second, UtteranceOutcome::unheard);
        set_state("idle");
        step();
        EXPECT_EQ(parts.condition.get(), SpeakerCondition::idle);
    }
}

TEST_F(SimulatedPlayingTest, a_clip_that_is_none_is_told_and_takes_no_time) {
    parts.queue.add({{.file = "nothing.wav"}, clip("b.wav", 100)});
    step();
    EXPECT_THAT(heard.unreadable(), ElementsAre(Pair("nothing.wav", base::ErrorCode::not_found)));
    pass(milliseconds(100));
    EXPECT_THAT(heard.ended(), ElementsAre(Pair(1U, UtteranceOutcome::played)));
}

} // namespace
} // namespace rexue::devices
