// The log says when the ID reader broke and when it came back, and nothing of cards.
#include "kiosk/app/reader_notes.h"

#include <gtest/gtest.h>

namespace rexue::app {
namespace {

using Condition = devices::IdReaderCondition;

std::optional<Condition> note(ReaderNotes& notes, Condition condition) {
    return notes.worth_noting(devices::IdReaderChanged{.condition = condition});
}

TEST(ReaderNotes, ACardThatComesAndGoesIsNotNoted) {
    ReaderNotes notes;
    for (const Condition condition : {Condition::ready, Condition::reading, Condition::card_done,
                                      Condition::ready, Condition::reading}) {
        EXPECT_EQ(note(notes, condition), std::nullopt) << to_string(condition);
    }
    EXPECT_EQ(notes.worth_noting(devices::CardRead{}), std::nullopt);
}

TEST(ReaderNotes, EachFaultIsNotedAndThatTheReaderWorksAgainOnce) {
    ReaderNotes notes;
    note(notes, Condition::ready);
    EXPECT_EQ(note(notes, Condition::unplugged), Condition::unplugged);
    EXPECT_EQ(note(notes, Condition::silent), Condition::silent);
    EXPECT_EQ(note(notes, Condition::ready), Condition::ready);
    EXPECT_EQ(note(notes, Condition::reading), std::nullopt);
    EXPECT_EQ(note(notes, Condition::ready), std::nullopt);
}

// One card moved is a hand, many are a reader that ails: the log tells the two apart.
TEST(ReaderNotes, ACardThatCouldNotBeReadIsNoted) {
    ReaderNotes notes;
    note(notes, Condition::reading);
    EXPECT_EQ(note(notes, Condition::card_moved), Condition::card_moved);
    EXPECT_EQ(note(notes, Condition::ready), Condition::ready);
    EXPECT_EQ(note(notes, Condition::card_unread), Condition::card_unread);
}

TEST(ReaderNotes, AReaderThatIsMissingFromTheBeginningIsNoted) {
    ReaderNotes notes;
    EXPECT_EQ(note(notes, Condition::unplugged), Condition::unplugged);
    EXPECT_EQ(note(notes, Condition::reading), Condition::reading) << "a card lay there already";
}

TEST(ReaderNotes, ACardThatIsReadDoesNotSayThatTheReaderWorks) {
    ReaderNotes notes;
    note(notes, Condition::unplugged);
    EXPECT_EQ(notes.worth_noting(devices::CardRead{}), std::nullopt);
    EXPECT_EQ(note(notes, Condition::ready), Condition::ready);
}

} // namespace
} // namespace rexue::app
