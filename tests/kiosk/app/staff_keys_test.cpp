// The desk by keyboard: a key means what its button means, and nothing when that is not enabled.
#include "kiosk/app/staff_keys.h"

#include <gtest/gtest.h>

#include "tests/support/staff_desk.h"

namespace rexue::app {
namespace {

namespace staff = flow::staff;
using support::HouseDay;
using support::StaffDesk;
using window::Key;
using window::KeyInput;

KeyInput key(Key which) {
    return {.key = which};
}

KeyInput letter(char32_t character) {
    return {.key = std::nullopt, .character = character};
}

std::optional<staff::Command> command_of(const KeyInput& input, const staff::Session& session) {
    const auto event = staff_event_of(input, session);
    if (!event) return std::nullopt;
    return std::get<staff::CommandTapped>(*event).command;
}

struct KeyRow {
    KeyInput input;
    std::optional<staff::Command> at_a_free_desk;
    std::optional<staff::Command> when_called;
};

const KeyRow key_rows[] = {
    {key(Key::space), staff::Command::next, std::nullopt},
    {key(Key::enter), staff::Command::next, std::nullopt},
    {letter(U'r'), std::nullopt, staff::Command::recall},
    {letter(U'i'), std::nullopt, staff::Command::arrived},
    {letter(U'm'), std::nullopt, staff::Command::missed},
    {letter(U'd'), std::nullopt, staff::Command::served},
    {letter(U'D'), std::nullopt, staff::Command::served},
    {letter(U'u'), std::nullopt, staff::Command::undo},
    {letter(U'x'), std::nullopt, std::nullopt},
    {letter(U'1'), std::nullopt, std::nullopt},
    {letter(U' '), std::nullopt, std::nullopt}, // comes beside the key, and counts once
    {key(Key::left), std::nullopt, std::nullopt},
};

TEST(StaffKeys, MeanWhatTheirButtonsMean) {
    HouseDay day;
    day.check_in("A001");
    day.check_in("A002");
    StaffDesk free;
    free.at("w1").see(day);
    day.call("A001", "w1");
    StaffDesk called;
    called.at("w1").see(day);
    for (const KeyRow& row : key_rows) {
        EXPECT_EQ(command_of(row.input, free.session), row.at_a_free_desk);
        EXPECT_EQ(command_of(row.input, called.session), row.when_called);
    }
}

TEST(StaffKeys, MeanNothingWhileACommandIsOnItsWayOrTheLineIsDown) {
    HouseDay day;
    day.check_in("A001");
    StaffDesk desk;
    desk.at("w1").see(day).tap(staff::Command::next);
    EXPECT_FALSE(staff_event_of(key(Key::space), desk.session));
    desk.on(staff::Decided{});
    EXPECT_TRUE(staff_event_of(key(Key::space), desk.session));
    desk.on(staff::LinkChanged{.link = flow::Link::offline});
    EXPECT_FALSE(staff_event_of(key(Key::space), desk.session));
}

TEST(StaffKeys, MeanNothingWhereNobodyWaits) {
    StaffDesk desk;
    desk.at("w1");
    EXPECT_FALSE(staff_event_of(key(Key::space), desk.session));
}

TEST(StaffKeys, SignIn) {
    StaffDesk desk;
    const auto press = [&](const KeyInput& input) {
        if (const auto event = staff_event_of(input, desk.session)) desk.on(*event);
    };
    for (const char32_t digit : {U'1', U'0', U'9'})
        press(letter(digit));
    press(key(Key::backspace));
    press(letter(U'x'));
    EXPECT_EQ(desk.session.number.str(), "10");
    press(key(Key::enter));
    press(letter(U'2'));
    press(key(Key::enter));
    ASSERT_NE(desk.effect<staff::SignIn>(), nullptr);
    EXPECT_EQ(desk.session.state, staff::State::signing_in);
    EXPECT_FALSE(staff_event_of(letter(U'1'), desk.session));
}

// A day or a value is typed as well as tapped, and Escape leads back from wherever a visit is
// looked at, never from the desk.
TEST(StaffKeys, TypeWhatIsPutRightAndLeadBack) {
    StaffDesk desk;
    desk.at("w1", staff::Role::physician);
    EXPECT_FALSE(staff_event_of(key(Key::escape), desk.session));
    desk.on(staff::ReviewsTapped{});
    EXPECT_TRUE(std::holds_alternative<staff::BackTapped>(
        staff_event_of(key(Key::escape), desk.session).value()));
    const auto visit = base::make_uuid_v7({});
    desk.on(staff::ReviewOpened{.visit = visit});
    desk.on(staff::ReviewCame{
        .review = {
            .visit = visit,
            .ticket = "A001",
            .answers = {{.question = "Q16.tattoo", .text = {}, .kind = staff::AnswerKind::date}}}});
    EXPECT_FALSE(staff_event_of(letter(U'1'), desk.session));
    desk.on(staff::CorrectTapped{.question = "Q16.tattoo"});
    ASSERT_EQ(desk.session.state, staff::State::correcting);
    EXPECT_EQ(std::get<staff::DigitTapped>(*staff_event_of(letter(U'7'), desk.session)).digit, '7');
    EXPECT_TRUE(std::holds_alternative<staff::KeepTapped>(
        staff_event_of(key(Key::enter), desk.session).value()));
    EXPECT_TRUE(std::holds_alternative<staff::BackTapped>(
        staff_event_of(key(Key::escape), desk.session).value()));
}

} // namespace
} // namespace rexue::app
