// Staff are said to know only where they do, and what staff must know is said to them.
#include <gtest/gtest.h>

#include "kiosk/screens/donor/donor_screens.h"
#include "tests/kiosk/ui/a_ui.h"
#include "tests/support/house_events.h"
#include "tests/support/houses.h"

namespace rexue::screens::donor {
namespace {

using namespace flow::donor;

Session a_session(State state) {
    Session session;
    session.state = state;
    session.house = support::a_house();
    session.link = flow::Link::online;
    session.reader = Reader::ready;
    session.printer = Printer::ready;
    return session;
}

bool shows(const Session& session, std::string_view words) {
    const auto ui = ui::a_ui();
    const Emit nowhere = [](const Event&) {};
    const flow::Now now{.wall = support::instant("2026-06-14T02:24:05.000Z")};
    ui->frame(std::chrono::milliseconds(0), [&](ui::Frame& frame) {
        draw(frame, {.session = session, .now = now, .emit = nowhere});
    });
    return ui->tree().shows(words);
}

struct Call {
    const char* name;
    Session session;
    const char* told;
    const char* not_told;
};

std::vector<Call> calls() {
    std::vector<Call> calls{
        {"help", a_session(State::identify), "Staff have been called", "Please come to our desk"},
        {"unplugged", a_session(State::identify), "not connected. Our staff have been told",
         "not connected. Please come to our desk"},
        {"faulty", a_session(State::identify), "a fault. Our staff have been told",
         "a fault. Please come to our desk"},
        {"paper", a_session(State::ticket), "our staff have been told", "or come to our desk"}};
    calls[0].session.help = Help::asked;
    calls[1].session.reader = Reader::unplugged;
    calls[2].session.reader = Reader::faulty;
    calls[3].session.printer = Printer::out_of_paper;
    calls[3].session.visit.ticket = "A001";
    return calls;
}

TEST(CallsForStaff, AreSaidToHaveArrivedWhereTheyHave) {
    for (const Call& call : calls()) {
        EXPECT_TRUE(shows(call.session, call.told)) << call.name;
        EXPECT_FALSE(shows(call.session, call.not_told)) << call.name;
    }
}

TEST(CallsForStaff, SendTheDonorToTheDeskWhereTheyHaveNot) {
    for (const Call& call : calls()) {
        Session away = call.session;
        away.link = flow::Link::offline;
        Session not_kept = call.session;
        not_kept.call_failed = true;
        for (const Session& session : {away, not_kept}) {
            EXPECT_FALSE(shows(session, call.told)) << call.name;
            EXPECT_TRUE(shows(session, call.not_told)) << call.name;
        }
    }
}

TEST(Health, IsSaidToStaffWhereNoDonorIs) {
    for (const State state : {State::attract, State::out_of_service}) {
        Session session = a_session(state);
        EXPECT_FALSE(shows(session, "For staff: the centre refused"));
        session.health.kept_back = 1;
        EXPECT_TRUE(shows(session, "For staff: the centre refused"));
        session.health.clock_is_behind = true;
        EXPECT_TRUE(shows(session, "For staff: the clock of this terminal is wrong"));
    }
    Session visited = a_session(State::identify);
    visited.health.kept_back = 1;
    EXPECT_FALSE(shows(visited, "For staff"));
}

} // namespace
} // namespace rexue::screens::donor
