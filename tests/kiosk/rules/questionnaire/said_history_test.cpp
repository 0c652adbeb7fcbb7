// What is said of the last donation, beside what is on record.
#include "kiosk/rules/questionnaire/said_history.h"

#include "platform/storage/file.h"
#include "tests/kiosk/rules/questionnaire/forms.h"

namespace rexue::questionnaire::testing {
namespace {

using donation::DonationType;
using donation::Inquiry;
using std::chrono::May;

constexpr base::Date said_day = std::chrono::year(2026) / May / 14;
const donation::PastDonation last{
    .date = said_day, .type = DonationType::platelets, .ml = {}, .units = {}, .special_match = {}};

class SaidHistoryTest : public ::testing::Test {
  protected:
    SaidHistoryTest() {
        const auto text = storage::read_text_file(
            REXUE_SOURCE_DIR "/assets/questionnaires/station-2026-1.json", 4 * 1024 * 1024);
        answers_.emplace(load(text.value()).form);
    }
    void say(const char* link_id, const Value& value) {
        EXPECT_TRUE(answers_->set(at(answers_->form(), link_id), value).empty()) << link_id;
    }
    // Of somebody on record: the terminal fills in that there are records.
    void say_since(bool flag) {
        EXPECT_TRUE(
            answers_->set(at(answers_->form(), "history-known"), true, Author::terminal).empty());
        say("Q07.known.since", flag);
    }
    void say_before(const char* date) {
        say("Q07.before", true);
        say_last(date);
    }
    void say_last(const char* date) {
        const auto type = answers_->form().find("Q07.type").value();
        for (const auto& option : answers_->form().item(type).options) {
            if (std::get<Coding>(option.value).code == "platelets") say("Q07.type", option.value);
        }
        if (date != nullptr) say("Q07.date", FhirDate::parse(date).value());
    }

    std::optional<Answers> answers_;
    Inquiry inquiry_;
};

TEST_F(SaidHistoryTest, NothingSaidChangesNothing) {
    EXPECT_EQ(add_said_history(inquiry_, *answers_), SaidHistory::taken);
    EXPECT_FALSE(inquiry_.first_time);
    EXPECT_TRUE(inquiry_.history.empty());
}

TEST_F(SaidHistoryTest, NeverIsTheFirstTimeUnlessSomethingIsOnRecord) {
    say("Q07.before", false);
    EXPECT_EQ(add_said_history(inquiry_, *answers_), SaidHistory::taken);
    EXPECT_EQ(inquiry_.first_time, true);
    Inquiry on_record{.history = {last}};
    EXPECT_EQ(add_said_history(on_record, *answers_), SaidHistory::unclear);
    EXPECT_FALSE(on_record.first_time);
    EXPECT_EQ(on_record.history.size(), 1u);
}

TEST_F(SaidHistoryTest, WhatWasGivenElsewhereCountsBesideWhatIsOnRecord) {
    say_before("2026-05-14");
    inquiry_.history = {{.date = said_day - std::chrono::months(1),
                         .type = DonationType::platelets,
                         .ml = {},
                         .units = {},
                         .special_match = {}}};
    EXPECT_EQ(add_said_history(inquiry_, *answers_), SaidHistory::taken);
    ASSERT_EQ(inquiry_.history.size(), 2u);
    EXPECT_EQ(inquiry_.history.back(), last);
}

TEST_F(SaidHistoryTest, WhatIsOnRecordIsNotCountedTwice) {
    say_before("2026-05-14");
    inquiry_.history = {last};
    EXPECT_EQ(add_said_history(inquiry_, *answers_), SaidHistory::taken);
    EXPECT_EQ(inquiry_.history.size(), 1u);
}

TEST_F(SaidHistoryTest, AKnownDonorGaveElsewhereSince) {
    say_since(true);
    say_last("2026-05-14");
    const donation::PastDonation on_record{.date = said_day - std::chrono::months(1),
                                           .type = DonationType::whole_blood,
                                           .ml = 400,
                                           .units = {},
                                           .special_match = {}};
    inquiry_.history = {on_record};
    EXPECT_EQ(add_said_history(inquiry_, *answers_), SaidHistory::taken);
    EXPECT_EQ(inquiry_.history, (std::vector{on_record, last}));
}

TEST_F(SaidHistoryTest, AKnownDonorWhoGaveNowhereElseIsAskedNoMore) {
    say_since(false);
    inquiry_.history = {last};
    EXPECT_EQ(add_said_history(inquiry_, *answers_), SaidHistory::taken);
    EXPECT_EQ(inquiry_.history, std::vector{last});
    for (const char* link_id : {"Q07.type", "Q07.date", "Q07.before"})
        EXPECT_FALSE(answers_->is_enabled(at(answers_->form(), link_id))) << link_id;
}

TEST_F(SaidHistoryTest, AKnownDonorWhoDoesNotKnowTheDayIsForStaff) {
    say_since(true);
    say_last(nullptr);
    inquiry_.history = {last};
    EXPECT_EQ(add_said_history(inquiry_, *answers_), SaidHistory::unclear);
}

TEST_F(SaidHistoryTest, SinceTheRecordAndBeforeItIsUnclear) {
    say_since(true);
    say_last("2024-01-01");
    Inquiry on_record{.history = {{.date = std::chrono::year(2025) / May / 1,
                                   .type = donation::DonationType::whole_blood,
                                   .ml = 400,
                                   .units = {},
                                   .special_match = {}}}};
    EXPECT_EQ(add_said_history(on_record, *answers_), SaidHistory::unclear);
    EXPECT_EQ(on_record.history.size(), 1u);
}

TEST_F(SaidHistoryTest, ADayThatIsNotSaidWholeIsForStaff) {
    for (const char* date : {static_cast<const char*>(nullptr), "2026-05"}) {
        say_before(date);
        Inquiry inquiry;
        EXPECT_EQ(add_said_history(inquiry, *answers_), SaidHistory::unclear);
        EXPECT_EQ(inquiry.first_time, false);
        EXPECT_TRUE(inquiry.history.empty());
    }
}

} // namespace
} // namespace rexue::questionnaire::testing
