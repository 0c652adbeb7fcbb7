// What the verifier finds, and what the centre and the devices say, in the volunteer's words.
#include "kiosk/app/volunteer_translate.h"

#include <gtest/gtest.h>

namespace rexue::app {
namespace {

namespace donor = flow::donor;
namespace volunteer = flow::volunteer;
using credential::Finding;
using std::chrono::June;
using volunteer::Doubt;
using volunteer::Source;

constexpr base::Date today = std::chrono::year(2026) / June / 14;

credential::HonourCard a_card() {
    credential::HonourCard card;
    card.expires = std::chrono::sys_days(std::chrono::year(2028) / June / 14);
    card.claims.card_number = "3702000000000158";
    card.claims.name = "示*样";
    card.claims.tier = "qingdao-card";
    card.claims.awards = {{.id = "national-silver", .year = 2024}};
    card.claims.award_count = 31;
    card.claims.as_of = today;
    return card;
}

wire::DonorBrief a_brief() {
    wire::DonorBrief brief;
    brief.donor = wire::DonorId("d-1");
    brief.masked_name = "示*样";
    brief.volunteer_hours = 480;
    brief.donations = {{.date = std::chrono::year(2026) / June / 1,
                        .type = wire::DonationType::whole_blood,
                        .volume_ml = 400,
                        .units = {},
                        .place = "370300"},
                       {.date = std::chrono::year(2025) / June / 1,
                        .type = wire::DonationType::platelets,
                        .volume_ml = {},
                        .units = 2,
                        .place = {}}};
    return brief;
}

flow::House a_house(const char* place) {
    flow::House house;
    house.place = place;
    return house;
}

TEST(VolunteerTranslate, EachVerdictHasItsOwn) {
    using From = credential::Verdict;
    using To = volunteer::Verdict;
    const std::pair<From, To> pairs[]{
        {From::valid, To::valid},
        {From::expired, To::expired},
        {From::not_yet_valid, To::not_yet_valid},
        {From::unknown_issuer, To::unknown_issuer},
        {From::revoked, To::revoked},
        {From::altered, To::altered},
        {From::seen_before, To::seen_before},
        {From::not_ours, To::not_ours},
        {From::unreadable, To::unreadable},
    };
    static_assert(std::size(pairs) ==
                  boost::mp11::mp_size<boost::describe::describe_enumerators<From>>::value);
    for (const auto& [from, to] : pairs)
        EXPECT_EQ(card_of({.verdict = from}, Source::printed_code).verdict, to);
}

TEST(VolunteerTranslate, APrintedCardSaysWhatItsIssuerSaid) {
    const auto card =
        card_of({.verdict = credential::Verdict::valid, .card = a_card()}, Source::printed_code);
    ASSERT_TRUE(card.holder);
    EXPECT_EQ(card.holder->name.str(), "示*样");
    EXPECT_EQ(card.holder->tier, "qingdao-card");
    EXPECT_EQ(card.holder->awards, std::vector<std::string>{"national-silver"});
    EXPECT_EQ(card.holder->award_count, 31);
    EXPECT_TRUE(card.doubts.empty());
}

TEST(VolunteerTranslate, APhonesCodeSaysANumberAlone) {
    const auto card = card_of({.verdict = credential::Verdict::valid,
                               .code_card_number = base::SecretText("3702000000000158")},
                              Source::live_code);
    ASSERT_TRUE(card.holder);
    EXPECT_EQ(card.holder->card_number.str(), "3702000000000158");
    EXPECT_TRUE(card.holder->name.empty());
}

TEST(VolunteerTranslate, WhatWasNotTakenIntoAccountIsADoubt) {
    using credential::Remark;
    const Finding finding{
        .verdict = credential::Verdict::valid,
        .remarks = {Remark::revocations_absent, Remark::revocations_old, Remark::replay_unchecked}};
    EXPECT_EQ(card_of(finding, Source::printed_code).doubts,
              (std::vector{Doubt::withdrawn_list_absent, Doubt::withdrawn_list_old,
                           Doubt::replay_unchecked}));
    const Finding too_old{.verdict = credential::Verdict::unknown_issuer,
                          .why = credential::Why::no_key_for_day};
    EXPECT_EQ(card_of(too_old, Source::live_code).doubts, std::vector{Doubt::keys_too_old});
}

TEST(VolunteerTranslate, APrefixTellsThePhone) {
    EXPECT_EQ(source_of("RXD1:ABC"), Source::live_code);
    EXPECT_EQ(source_of("RXH1:ABC"), Source::printed_code);
    EXPECT_EQ(source_of("https://example.org"), Source::printed_code);
}

TEST(VolunteerTranslate, TheCentresRecordIsOfTheHousesCityAndKeepsEachPlace) {
    const auto record = record_of(a_brief(), a_house("370202"), today);
    ASSERT_TRUE(record);
    EXPECT_EQ(record->province, "370000");
    EXPECT_EQ(record->city, "370200");
    EXPECT_EQ(record->volunteer_hours, 480.0);
    ASSERT_EQ(record->history.size(), 2U);
    EXPECT_EQ(record->history[0].place, "370300");
    EXPECT_EQ(record->history[1].units, 2);
    EXPECT_FALSE(record_of(a_brief(), a_house("370000"), today)->city) << "a whole province's";
}

// Misfortune: what nobody wrote down is not counted, and never stops the tablet.
TEST(VolunteerTranslate, ARecordThatDoesNotHoldTogetherIsNone) {
    EXPECT_FALSE(record_of(a_brief(), a_house(""), today));
    auto brief = a_brief();
    brief.donations[0].volume_ml.reset();
    const auto without = record_of(brief, a_house("370200"), today);
    ASSERT_TRUE(without);
    EXPECT_EQ(without->history.size(), 1U);
    brief.donations[1].date = std::chrono::year(2027) / June / 1;
    EXPECT_FALSE(record_of(brief, a_house("370200"), today)) << "a day to come";
}

TEST(VolunteerTranslate, EachAnswerOfTheCentreIsAnEvent) {
    const auto house = a_house("370200");
    const auto event = [&](const base::Result<wire::DonorBrief>& answer) {
        return holder_event_of(answer, house, today);
    };
    const auto found = event(a_brief());
    ASSERT_TRUE(std::holds_alternative<volunteer::HolderFound>(found));
    EXPECT_EQ(std::get<volunteer::HolderFound>(found).name.str(), "示*样");
    EXPECT_TRUE(std::holds_alternative<volunteer::HolderUnknown>(
        event(base::fail(base::ErrorCode::not_found, ""))));
    for (const auto code : {base::ErrorCode::unavailable, base::ErrorCode::timeout,
                            base::ErrorCode::untrusted, base::ErrorCode::internal}) {
        EXPECT_TRUE(std::holds_alternative<volunteer::LookUpFailed>(event(base::fail(code, ""))));
    }
    EXPECT_TRUE(std::holds_alternative<volunteer::RecordUnclear>(
        holder_event_of(a_brief(), a_house(""), today)));
}

TEST(VolunteerTranslate, DevicesThatCannotBeUsedAreBroken) {
    using donor::Reader;
    const auto reader = [](Reader state) {
        const auto event = volunteer_event_of(donor::ReaderChanged{.reader = state});
        return std::get<volunteer::ReaderChanged>(*event).reader;
    };
    EXPECT_EQ(reader(Reader::absent), volunteer::Device::absent);
    for (const Reader state : {Reader::unplugged, Reader::silent, Reader::garbled, Reader::faulty})
        EXPECT_EQ(reader(state), volunteer::Device::broken);
    const auto unread = volunteer_event_of(donor::ReaderChanged{.reader = Reader::card_unread});
    EXPECT_TRUE(std::holds_alternative<volunteer::DocumentCorrupt>(*unread));
    const auto done = volunteer_event_of(donor::SlipDone{.slip = donor::Slip::printed});
    EXPECT_TRUE(std::get<volunteer::SheetDone>(*done).printed);
    EXPECT_FALSE(volunteer_event_of(donor::Touched{})) << "what fingers do, the window says";
}

} // namespace
} // namespace rexue::app
