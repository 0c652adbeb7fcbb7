// Every event in every state of the volunteer's tablet: it means something exactly where the list
// below says so, and where it means nothing, nothing changes.
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "kiosk/flow/volunteer/transition.h"

namespace rexue::flow::volunteer {
namespace {

template <typename E>
constexpr size_t on = kind_of<Event, E>();

// Besides what means something everywhere: devices, house, line, language, time.
const std::map<State, std::set<size_t>> means_something{
    {State::scan,
     {on<CodeScanned>, on<CardVerified>, on<DocumentRead>, on<DocumentCorrupt>, on<PlacesTapped>}},
    {State::looking_up,
     {on<CardVerified>, on<HolderFound>, on<HolderUnknown>, on<RecordUnclear>, on<LookUpFailed>,
      on<NextTapped>}},
    {State::card,
     {on<NextTapped>, on<HolderFound>, on<PlacesTapped>, on<KindTapped>, on<PrintTapped>,
      on<HolderUnknown>, on<RecordUnclear>, on<LookUpFailed>, on<CodeShownElsewhere>}},
    {State::benefits,
     {on<NextTapped>, on<HolderFound>, on<BackTapped>, on<PrintTapped>, on<HolderUnknown>,
      on<RecordUnclear>, on<LookUpFailed>, on<CodeShownElsewhere>}},
    {State::places,
     {on<NextTapped>, on<HolderFound>, on<BackTapped>, on<PlaceTapped>, on<HolderUnknown>,
      on<RecordUnclear>, on<CardVerified>, on<LookUpFailed>, on<CodeShownElsewhere>}},
};
const std::set<size_t> everywhere{on<SheetDone>,      on<CameraChanged>,  on<ReaderChanged>,
                                  on<PrinterChanged>, on<HonoursChanged>, on<TrustChanged>,
                                  on<HouseChanged>,   on<LinkChanged>,    on<LanguageTapped>,
                                  on<TextTapped>,     on<Touched>,        on<Ticked>};

TEST(VolunteerTable, MeansWhatTheListSays) {
    for (const auto& [state, kinds] : means_something) {
        for (size_t kind = 0; kind < std::variant_size_v<Event>; ++kind) {
            EXPECT_EQ(is_handled(state, kind), kinds.contains(kind) || everywhere.contains(kind))
                << boost::describe::enum_to_string(state, "") << " and event " << kind;
        }
    }
}

TEST(VolunteerTable, WhatMeansNothingChangesNothing) {
    for (const auto& [state, kinds] : means_something) {
        Session session;
        session.state = state;
        for (const Event& event : {Event(CodeScanned{}), Event(PrintTapped{}), Event(BackTapped{}),
                                   Event(HolderUnknown{}), Event(PlaceTapped{.place = "440100"})}) {
            if (kinds.contains(event.index())) continue;
            const Outcome outcome = transition(session, event, {});
            EXPECT_EQ(outcome.session, session) << event.index();
            EXPECT_TRUE(outcome.effects.empty()) << event.index();
        }
    }
}

} // namespace
} // namespace rexue::flow::volunteer
