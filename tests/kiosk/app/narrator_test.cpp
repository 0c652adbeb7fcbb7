// From the semantic tree to the speaker: what is said, in place of what, and how loud.
#include "kiosk/app/narrator.h"

#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/kiosk/ui/speech/a_pack.h"
#include "tests/platform/devices/speaker/sounds.h"
#include "tests/support/eventually.h"
#include "tests/support/spoken.h"
#include "tests/support/test_folder.h"

namespace rexue::app {
namespace {

using testing::ElementsAre;
using ui::Role;

// Time stands still until a test lets it pass: what is being said goes on being said.
class NarratorTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto folder = folder_.path() / "voice/en";
        std::filesystem::create_directories(folder);
        const std::vector<std::string> texts{"Is this you?", "Yes", "A", "zero", "one", "Window"};
        std::ofstream(folder / "pack.json") << ui::speech::manifest_of("en", texts);
        for (const char* clip : {"Is this you?", "Yes", "A", "zero", "one", "Window", "Button",
                                 "something", "Number", "please go to", "chime.wav"}) {
            devices::level_clip(folder / clip, 1000, 300);
        }
        auto made = Narrator::create({.speaker = {.kind = devices::SpeakerKind::simulated,
                                                  .path = (folder_.path() / "speaker").string(),
                                                  .clock = &clock_},
                                      .packs = folder_.path() / "voice",
                                      .recordings = {}});
        ASSERT_TRUE(made.has_value());
        narrator_ = std::move(*made);
        tree_.add({.role = Role::screen, .label = "confirm", .value = {}});
        tree_.add({.role = Role::heading, .label = "Is this you?", .value = {}});
        tree_.add({.role = Role::button, .label = "Yes", .value = {}});
    }

    std::vector<support::SpokenUtterance> spoken() const {
        return support::read_spoken(folder_.path() / "speaker/spoken.jsonl");
    }
    // The first clip of this many utterances has begun.
    bool begins(size_t utterances) const {
        return support::eventually([&] { return spoken().size() >= utterances; });
    }
    bool ends(size_t utterance) {
        return support::eventually([&] {
            const auto all = spoken();
            return all.size() > utterance && !all[utterance].ended.empty();
        });
    }
    bool ends_in_time(size_t utterance) {
        return support::eventually([&] {
            clock_.advance(std::chrono::seconds(5));
            const auto all = spoken();
            return all.size() > utterance && !all[utterance].ended.empty();
        });
    }

    static constexpr size_t yes = 2; // of tree_

    support::TestFolder folder_;
    time::SimulatedClock clock_{base::Instant{}};
    ui::SemanticTree tree_;
    std::unique_ptr<Narrator> narrator_; // last: it goes by clock_
};

TEST_F(NarratorTest, ReadsTheScreenToItsEnd) {
    narrator_->read_screen(tree_, "en");
    ASSERT_TRUE(ends_in_time(0));
    EXPECT_EQ(spoken()[0].ended, "played");
    EXPECT_THAT(spoken()[0].clips, ElementsAre("en/Is this you?", "en/Button", "en/Yes"));
}

TEST_F(NarratorTest, ANewReadingBreaksOffTheOld) {
    narrator_->read_screen(tree_, "en");
    ASSERT_TRUE(begins(1));
    narrator_->read_node(tree_, yes, "en");
    ASSERT_TRUE(begins(2));
    EXPECT_EQ(spoken()[0].ended, "stopped");
    EXPECT_THAT(spoken()[0].clips, ElementsAre("en/Is this you?"));
    ASSERT_TRUE(ends_in_time(1));
    EXPECT_THAT(spoken()[1].clips, ElementsAre("en/Button", "en/Yes"));
    narrator_->read_screen(tree_, "en");
    ASSERT_TRUE(ends_in_time(2));
    EXPECT_EQ(spoken().size(), 3U) << "the old one does not go on afterwards";
}

// A slip that comes out must not cut off the number.
TEST_F(NarratorTest, NewsWaitsForWhatIsBeingSaid) {
    narrator_->read_screen(tree_, "en");
    ASSERT_TRUE(begins(1));
    narrator_->add_node(tree_, yes, "en");
    ASSERT_TRUE(ends_in_time(1));
    EXPECT_EQ(spoken()[0].ended, "played");
    EXPECT_EQ(spoken()[0].clips.size(), 3U);
    EXPECT_THAT(spoken()[1].clips, ElementsAre("en/Button", "en/Yes"));
}

// What is new has no words: the old words are wrong now all the same.
TEST_F(NarratorTest, AScreenWithoutWordsBreaksOffTheOldToo) {
    narrator_->read_screen(tree_, "en");
    ASSERT_TRUE(begins(1));
    narrator_->read_screen({}, "en");
    ASSERT_TRUE(ends(0));
    EXPECT_EQ(spoken()[0].ended, "stopped");
}

TEST_F(NarratorTest, TheSameScreenIsSaidInTheSameWords) {
    narrator_->read_screen(tree_, "en");
    ASSERT_TRUE(ends_in_time(0));
    narrator_->read_screen(tree_, "en");
    ASSERT_TRUE(ends_in_time(1));
    EXPECT_EQ(spoken()[0].clips, spoken()[1].clips);
}

TEST_F(NarratorTest, HushIsSilenceAtOnce) {
    narrator_->read_screen(tree_, "en");
    ASSERT_TRUE(begins(1));
    narrator_->hush();
    ASSERT_TRUE(ends(0));
    EXPECT_EQ(spoken()[0].ended, "stopped");
    EXPECT_THAT(spoken()[0].clips, ElementsAre("en/Is this you?"));
}

TEST_F(NarratorTest, CallsAreSaidOneAfterTheOtherAndTwiceEach) {
    narrator_->announce_call("A001", "Window 1", "en");
    narrator_->announce_call("A001", "Window 1", "en");
    ASSERT_TRUE(ends_in_time(1));
    for (const auto& call : spoken()) {
        EXPECT_EQ(call.ended, "played");
        EXPECT_THAT(call.clips, ElementsAre("en/chime.wav",                                      //
                                            "en/Number", "en/A", "en/zero", "en/zero", "en/one", //
                                            "en/please go to", "en/Window", "en/one",            //
                                            "en/Number", "en/A", "en/zero", "en/zero", "en/one", //
                                            "en/please go to", "en/Window", "en/one"));
    }
}

TEST_F(NarratorTest, WhatHasNoClipIsNotPassedOverInSilence) {
    tree_.clear();
    tree_.add({.role = Role::heading, .label = "Unheard-of words", .value = {}});
    narrator_->read_screen(tree_, "en");
    ASSERT_TRUE(ends_in_time(0));
    EXPECT_THAT(spoken()[0].clips, ElementsAre("en/something"));
}

TEST_F(NarratorTest, ALanguageWithoutAPackIsSilent) {
    narrator_->read_screen(tree_, "zh_CN");
    narrator_->chime("en");
    ASSERT_TRUE(ends_in_time(0));
    EXPECT_EQ(spoken().size(), 1U);
    EXPECT_THAT(spoken()[0].clips, ElementsAre("en/chime.wav"));
}

TEST_F(NarratorTest, VolumeHasFiveStepsAndStaysWithinThem) {
    double before = 0;
    for (int step = 1; step <= Narrator::loudest; ++step) {
        narrator_->set_volume(step);
        narrator_->chime("en");
        const auto utterance = static_cast<size_t>(step - 1);
        ASSERT_TRUE(ends_in_time(utterance));
        EXPECT_GT(spoken()[utterance].volumes.front(), before) << step;
        before = spoken()[utterance].volumes.front();
    }
    EXPECT_EQ(before, 1.0);
    narrator_->set_volume(Narrator::loudest + 4);
    narrator_->chime("en");
    narrator_->set_volume(-4);
    ASSERT_TRUE(ends_in_time(Narrator::loudest));
    EXPECT_GT(spoken().back().volumes.front(), 0) << "quiet is not silent";
}

} // namespace
} // namespace rexue::app
