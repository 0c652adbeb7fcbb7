// Every event in every state of the donor surface: it means something exactly where the list below
// says so, and where it means nothing, nothing changes.
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/donor_terminal.h"

namespace rexue::flow::donor {
namespace {

using support::DonorTerminal;

struct Sample {
    const char* name;
    Event event;
};

// One of each, in the order of the variant.
std::vector<Sample> samples() {
    return {{"StartTapped", StartTapped{}},
            {"TypeNumberTapped", TypeNumberTapped{}},
            {"NumberTyped", NumberTyped{.number = support::a_typed_number()}},
            {"NumberLeftToStaff", NumberLeftToStaff{}},
            {"NameTyped", NameTyped{.name = "示例丙"}},
            {"BackTapped", BackTapped{}},
            {"LeaveTapped", LeaveTapped{}},
            {"ConfirmTapped", ConfirmTapped{}},
            {"NotMeTapped", NotMeTapped{}},
            {"IntentTapped", IntentTapped{.intent = queue::Intent::platelets_1}},
            {"OtherChoicesTapped", OtherChoicesTapped{}},
            {"ContinueTapped", ContinueTapped{}},
            {"AnswerTapped", AnswerTapped{}},
            {"OptionTapped", OptionTapped{}},
            {"AgreeTapped", AgreeTapped{}},
            {"TalkToStaffTapped", TalkToStaffTapped{}},
            {"BookTapped", BookTapped{}},
            {"DayTapped", DayTapped{.day = support::a_day_to_come()}},
            {"SignedTapped", SignedTapped{}},
            {"SignWithStaffTapped", SignWithStaffTapped{}},
            {"HonoursTapped", HonoursTapped{}},
            {"DoneTapped", DoneTapped{}},
            {"StayTapped", StayTapped{}},
            {"HelpTapped", HelpTapped{}},
            {"LanguageTapped", LanguageTapped{.language = "en"}},
            {"CareTapped", CareTapped{}},
            {"ReachTapped", ReachTapped{}},
            {"AdjustTapped", AdjustTapped{}},
            {"ContrastTapped", ContrastTapped{.contrast = Contrast::white_on_black}},
            {"TextStepTapped", TextStepTapped{.text = TextStep::largest}},
            {"ReadAloudTapped", ReadAloudTapped{}},
            {"VolumeTapped", VolumeTapped{.volume = 5}},
            {"Touched", Touched{}},
            {"DocumentRead", DocumentRead{.document = support::another_document()}},
            {"DocumentCorrupt", DocumentCorrupt{}},
            {"ReaderChanged", ReaderChanged{.reader = Reader::unplugged}},
            {"CodeScanned", CodeScanned{.text = support::a_card_code()}},
            {"CameraChanged", CameraChanged{.camera = Camera::broken}},
            {"PrinterChanged", PrinterChanged{.printer = Printer::out_of_paper}},
            {"SlipDone", SlipDone{.slip = Slip::printed}},
            {"DonorFound", DonorFound{.donor = support::a_donor()}},
            {"DonorNotKnown", DonorNotKnown{}},
            {"LookupFailed", LookupFailed{}},
            {"TicketIssued", TicketIssued{.ticket = "A012"}},
            {"IssueFailed", IssueFailed{}},
            {"BookingKept", BookingKept{.day = support::a_day_to_come()}},
            {"BookingFailed", BookingFailed{}},
            {"FormsChanged", FormsChanged{.forms = support::talk_forms()}},
            {"HonoursChanged", HonoursChanged{.honours = support::country_honours()}},
            {"HouseChanged", HouseChanged{.house = {}}},
            {"QueueMoved", QueueMoved{.queue = {}}},
            {"LinkChanged", LinkChanged{.link = Link::offline}},
            {"HelpSeen", HelpSeen{}},
            {"HelpFailed", HelpFailed{}},
            {"HealthChanged", HealthChanged{.health = {.kept_back = 1}}},
            {"Ticked", Ticked{}}};
}

const std::set<std::string> everywhere{
    "LeaveTapped",    "StayTapped",      "HelpTapped",     "LanguageTapped", "Touched",
    "ReaderChanged",  "CameraChanged",   "HouseChanged",   "PrinterChanged", "QueueMoved",
    "SlipDone",       "CareTapped",      "ReachTapped",    "AdjustTapped",   "ContrastTapped",
    "TextStepTapped", "ReadAloudTapped", "VolumeTapped",   "LinkChanged",    "HelpSeen",
    "HelpFailed",     "FormsChanged",    "HonoursChanged", "HealthChanged",  "Ticked"};

const std::map<State, std::set<std::string>> matrix{
    {State::attract, {"StartTapped", "DocumentRead", "DocumentCorrupt", "CodeScanned"}},
    {State::identify,
     {"BackTapped", "TypeNumberTapped", "DocumentRead", "DocumentCorrupt", "CodeScanned"}},
    {State::typing_number,
     {"BackTapped", "NumberTyped", "NumberLeftToStaff", "DocumentRead", "DocumentCorrupt",
      "CodeScanned"}},
    {State::typing_name, {"BackTapped", "NameTyped", "DocumentRead", "CodeScanned"}},
    {State::looking_up,
     {"BackTapped", "DonorFound", "DonorNotKnown", "LookupFailed", "DocumentRead", "CodeScanned"}},
    {State::confirm, {"ConfirmTapped", "NotMeTapped", "BackTapped", "DocumentRead", "CodeScanned"}},
    {State::choose,
     {"IntentTapped", "OtherChoicesTapped", "ContinueTapped", "HonoursTapped", "BackTapped",
      "DocumentRead", "CodeScanned"}},
    {State::question,
     {"AnswerTapped", "OptionTapped", "ContinueTapped", "BackTapped", "DocumentRead",
      "CodeScanned"}},
    {State::result,
     {"ContinueTapped", "OtherChoicesTapped", "TalkToStaffTapped", "BookTapped", "DoneTapped",
      "BackTapped", "BookingKept", "BookingFailed", "DocumentRead", "CodeScanned"}},
    {State::book,
     {"DayTapped", "BookingKept", "BookingFailed", "BackTapped", "DocumentRead", "CodeScanned"}},
    {State::notice, {"ContinueTapped", "AgreeTapped", "BackTapped", "DocumentRead", "CodeScanned"}},
    {State::data_use,
     {"ContinueTapped", "AgreeTapped", "BackTapped", "DocumentRead", "CodeScanned"}},
    {State::sign,
     {"SignedTapped", "SignWithStaffTapped", "BackTapped", "DocumentRead", "CodeScanned"}},
    {State::issuing, {"TicketIssued", "IssueFailed"}},
    {State::ticket, {"DoneTapped", "HonoursTapped", "DocumentRead", "CodeScanned"}},
    {State::honours, {"ContinueTapped", "BackTapped", "DoneTapped", "DocumentRead", "CodeScanned"}},
    {State::see_staff, {"DoneTapped", "BackTapped", "TicketIssued"}},
    {State::out_of_service, {}},
};

TEST(DonorTable, HoldsExactlyTheListedPairs) {
    const auto all = samples();
    ASSERT_EQ(all.size(), std::variant_size_v<Event>);
    for (size_t kind = 0; kind < all.size(); ++kind) {
        ASSERT_EQ(all[kind].event.index(), kind) << all[kind].name;
        for (const auto& [state, own] : matrix) {
            const bool listed = own.contains(all[kind].name) || everywhere.contains(all[kind].name);
            EXPECT_EQ(is_handled(state, kind), listed)
                << all[kind].name << " in " << boost::describe::enum_to_string(state, "?");
        }
    }
}

TEST(DonorTable, ListsEveryState) {
    size_t states = 0;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<State>>([&](auto state) {
        EXPECT_TRUE(matrix.contains(state.value)) << state.name;
        ++states;
    });
    EXPECT_EQ(states, matrix.size());
}

TEST(DonorTable, WhatMeansNothingChangesNothing) {
    for (const auto& [state, own] : matrix) {
        for (const Sample& sample : samples()) {
            if (own.contains(sample.name) || everywhere.contains(sample.name)) continue;
            DonorTerminal terminal;
            terminal.up_to(state);
            ASSERT_EQ(terminal.state(), state);
            const Session before = terminal.session;
            terminal.on(sample.event);
            EXPECT_EQ(terminal.session, before) << sample.name;
            EXPECT_TRUE(terminal.effects.empty()) << sample.name;
        }
    }
}

// Any two events in a row in any state: deadlines stand where somebody is expected, and personal
// data only where a visit is.
TEST(DonorTable, NoTwoEventsLeadWhereNobodyShouldBe) {
    const auto all = samples();
    for (const auto& [state, own] : matrix) {
        for (const Sample& first : all) {
            for (const Sample& second : all) {
                DonorTerminal terminal;
                terminal.up_to(state).on(first.event).on(second.event);
                const Session& after = terminal.session;
                const bool nobody =
                    after.state == State::attract || after.state == State::out_of_service;
                const bool visiting = !nobody && after.state != State::identify;
                EXPECT_TRUE(visiting || after.visit == Visit{})
                    << boost::describe::enum_to_string(state, "?") << ' ' << first.name << ' '
                    << second.name;
                EXPECT_TRUE(nobody || after.state == State::issuing || after.idle_at.has_value())
                    << boost::describe::enum_to_string(state, "?") << ' ' << first.name << ' '
                    << second.name;
            }
        }
    }
}

} // namespace
} // namespace rexue::flow::donor
