// What a terminal's call is about, and when it is over without anybody's coming.
#include "kiosk/app/help_about.h"

#include <gtest/gtest.h>

#include "kiosk/rules/queue/house_event.h"

namespace rexue::app {
namespace {

using namespace flow::donor;
namespace about = queue::help_about;

Session terminal(Reader reader, Printer printer) {
    Session session;
    session.reader = reader;
    session.printer = printer;
    return session;
}

TEST(HelpAbout, IsTheDeviceThatIsBroken) {
    EXPECT_EQ(help_about(terminal(Reader::ready, Printer::out_of_paper)), about::out_of_paper);
    EXPECT_EQ(help_about(terminal(Reader::ready, Printer::broken)), about::printer);
    EXPECT_EQ(help_about(terminal(Reader::unplugged, Printer::ready)), about::id_reader);
    EXPECT_EQ(help_about(terminal(Reader::faulty, Printer::ready)), about::id_reader);
}

TEST(HelpAbout, IsNothingButThePersonWhoCalls) {
    Session session = terminal(Reader::ready, Printer::out_of_paper);
    session.help = Help::asked;
    for (const State state : {State::attract, State::identify, State::ticket}) {
        session.state = state;
        EXPECT_EQ(help_about(session), "");
    }
    session.state = State::see_staff;
    session.handover = Handover::no_number;
    EXPECT_EQ(help_about(session), about::no_number);
    session.handover = Handover::enter_number;
    EXPECT_EQ(help_about(session), about::enter_number);
}

TEST(HelpAbout, IsMendedWhenTheDeviceWorksAgain) {
    for (const char* what : {about::out_of_paper, about::printer}) {
        EXPECT_FALSE(is_mended(terminal(Reader::ready, Printer::out_of_paper), what));
        EXPECT_FALSE(is_mended(terminal(Reader::ready, Printer::broken), what));
        EXPECT_FALSE(is_mended(terminal(Reader::ready, Printer::absent), what)) << "at a start";
        EXPECT_TRUE(is_mended(terminal(Reader::unplugged, Printer::ready), what));
        EXPECT_TRUE(is_mended(terminal(Reader::unplugged, Printer::low), what));
    }
    EXPECT_TRUE(is_mended(terminal(Reader::ready, Printer::broken), about::id_reader));
    EXPECT_FALSE(is_mended(terminal(Reader::connecting, Printer::ready), about::id_reader));
    EXPECT_FALSE(is_mended(terminal(Reader::silent, Printer::ready), about::id_reader));
}

TEST(HelpAbout, ThatAPersonCalledForIsNotMendedByADevice) {
    for (const char* what : {"", about::no_number, about::enter_number, "of_a_newer_release"})
        EXPECT_FALSE(is_mended(terminal(Reader::ready, Printer::ready), what)) << what;
}

} // namespace
} // namespace rexue::app
