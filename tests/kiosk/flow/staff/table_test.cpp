// Every event in every state of the staff surface: it means something exactly where the list below
// says so, and where it means nothing, nothing changes.
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/staff_desk.h"

namespace rexue::flow::staff {
namespace {

using support::StaffDesk;

struct Sample {
    const char* name;
    Event event;
};

// One of each, in the order of the variant.
std::vector<Sample> samples() {
    return {{"DigitTapped", DigitTapped{.digit = '7'}},
            {"EraseTapped", EraseTapped{}},
            {"FieldTapped", FieldTapped{.field = Field::pin}},
            {"SignInTapped", SignInTapped{}},
            {"SignOutTapped", SignOutTapped{}},
            {"DeskTapped", DeskTapped{.service_point = "w2"}},
            {"ChangeDeskTapped", ChangeDeskTapped{}},
            {"CommandTapped", CommandTapped{.command = Command::next}},
            {"AnswerHelpTapped", AnswerHelpTapped{.request = {}}},
            {"LanguageTapped", LanguageTapped{.language = "en"}},
            {"TextTapped", TextTapped{}},
            {"ReviewsTapped", ReviewsTapped{}},
            {"ReviewOpened", ReviewOpened{.visit = {}}},
            {"BackTapped", BackTapped{}},
            {"CorrectTapped", CorrectTapped{.question = "Q03"}},
            {"ValueTapped", ValueTapped{.value = "false"}},
            {"MeasureTapped", MeasureTapped{.measure = Measure::weight_kg}},
            {"PointTapped", PointTapped{}},
            {"KeepTapped", KeepTapped{}},
            {"MatchTapped", MatchTapped{}},
            {"SignMatchTapped", SignMatchTapped{}},
            {"GiftsTapped", GiftsTapped{}},
            {"GiftTapped", GiftTapped{.offer = "coin"}},
            {"DecideTapped", DecideTapped{}},
            {"KindTapped", KindTapped{.type = Type::platelets, .kind = DecisionKind::may_give}},
            {"UntilTapped", UntilTapped{.type = Type::platelets, .days = 7}},
            {"SignDecisionTapped", SignDecisionTapped{}},
            {"Touched", Touched{}},
            {"SignedIn", SignedIn{.token = "token-2", .name = "示例医生", .expires = {}}},
            {"SignInRefused", SignInRefused{.why = Remark::wrong_number_or_pin}},
            {"Decided", Decided{}},
            {"CallRefused", CallRefused{.why = Remark::moved_on}},
            {"BriefsChanged", BriefsChanged{.briefs = {}}},
            {"ReviewsCame", ReviewsCame{.reviews = {}}},
            {"ReviewsRefused", ReviewsRefused{.why = Remark::server_away}},
            {"ReviewCame", ReviewCame{.review = {}}},
            {"GiftCounted", GiftCounted{.visit = {}, .offer = "coin"}},
            {"StepRefused", StepRefused{.why = Remark::moved_on}},
            {"HealthChanged", HealthChanged{.health = {.kept_back = 1}}},
            {"HouseChanged", HouseChanged{.house = {}}},
            {"QueueMoved", QueueMoved{.queue = {}}},
            {"LinkChanged", LinkChanged{.link = Link::offline}},
            {"Ticked", Ticked{}}};
}

const std::set<std::string> everywhere{
    "Decided",    "CallRefused", "Touched",     "BriefsChanged",  "HealthChanged", "HouseChanged",
    "QueueMoved", "LinkChanged", "Ticked",      "LanguageTapped", "TextTapped",    "ReviewsCame",
    "ReviewCame", "GiftCounted", "StepRefused", "ReviewsRefused"};

const std::map<State, std::set<std::string>> matrix{
    {State::signed_out, {"DigitTapped", "EraseTapped", "FieldTapped", "SignInTapped"}},
    {State::signing_in, {"SignedIn", "SignInRefused"}},
    {State::choose_desk, {"DeskTapped", "SignOutTapped"}},
    {State::desk,
     {"CommandTapped", "AnswerHelpTapped", "ChangeDeskTapped", "SignOutTapped", "ReviewsTapped",
      "ReviewOpened"}},
    {State::reviews, {"ReviewOpened", "BackTapped"}},
    {State::review,
     {"CorrectTapped", "MeasureTapped", "MatchTapped", "GiftsTapped", "DecideTapped",
      "BackTapped"}},
    {State::correcting,
     {"ValueTapped", "DigitTapped", "PointTapped", "EraseTapped", "KeepTapped", "BackTapped"}},
    {State::measuring, {"DigitTapped", "PointTapped", "EraseTapped", "KeepTapped", "BackTapped"}},
    {State::matching, {"SignMatchTapped", "BackTapped"}},
    {State::giving, {"GiftTapped", "BackTapped"}},
    {State::deciding, {"KindTapped", "UntilTapped", "SignDecisionTapped", "BackTapped"}},
};

StaffDesk in_state(State state) {
    StaffDesk desk;
    if (state == State::signing_in) desk.enter();
    if (state == State::choose_desk) desk.enter().signed_in();
    if (state == State::desk) desk.at("w1");
    const bool is_of_reviews = state == State::reviews || state == State::review ||
                               state == State::correcting || state == State::measuring ||
                               state == State::matching || state == State::giving ||
                               state == State::deciding;
    if (is_of_reviews) desk.at("w1", Role::physician).on(ReviewsTapped{});
    if (is_of_reviews && state != State::reviews) {
        desk.on(ReviewOpened{.visit = {}})
            .on(ReviewCame{
                .review = {.ticket = "A001",
                           .answers = {{.question = "Q03", .text = {}, .kind = AnswerKind::yes_no}},
                           .special_match = SpecialMatch{.rule = "N03", .words = {}},
                           .gifts = {{.offer = "coin", .title = {}, .occasion = {}, .left = 1}}}});
    }
    if (state == State::correcting) desk.on(CorrectTapped{.question = "Q03"});
    if (state == State::measuring) desk.on(MeasureTapped{.measure = Measure::weight_kg});
    if (state == State::matching) desk.on(MatchTapped{});
    if (state == State::giving) desk.on(GiftsTapped{});
    if (state == State::deciding) desk.on(DecideTapped{});
    EXPECT_EQ(desk.session.state, state);
    return desk;
}

TEST(StaffTable, HoldsExactlyTheListedPairs) {
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

TEST(StaffTable, ListsEveryState) {
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<State>>(
        [&](auto state) { EXPECT_TRUE(matrix.contains(state.value)) << state.name; });
}

TEST(StaffTable, WhatMeansNothingChangesNothing) {
    for (const auto& [state, own] : matrix) {
        for (const Sample& sample : samples()) {
            if (own.contains(sample.name) || everywhere.contains(sample.name)) continue;
            StaffDesk desk = in_state(state);
            const Session before = desk.session;
            desk.on(sample.event);
            EXPECT_EQ(desk.session, before) << sample.name;
            EXPECT_TRUE(desk.effects.empty()) << sample.name;
        }
    }
}

TEST(StaffTable, WithoutASessionThereIsNobodyElsesData) {
    const auto all = samples();
    for (const auto& [state, own] : matrix) {
        for (const Sample& first : all) {
            for (const Sample& second : all) {
                const Session after = in_state(state).on(first.event).on(second.event).session;
                if (after.state != State::signed_out) continue;
                EXPECT_TRUE(after.token.empty() && after.briefs.empty() &&
                            after.staff_name.empty() && !after.busy && !after.review &&
                            after.reviews.empty() && after.draft == Draft())
                    << first.name << ' ' << second.name;
            }
        }
    }
}

} // namespace
} // namespace rexue::flow::staff
