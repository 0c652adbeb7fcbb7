// What a donor types at the terminal: it follows the visit, is helped by the engines, becomes an
// event, and leaves nothing behind.
#include "kiosk/app/donor_typing.h"

#include <algorithm>
#include <span>

#include <gtest/gtest.h>

#include "tests/support/donor_terminal.h"
#include "tests/support/eventually.h"

namespace rexue::app {
namespace {

namespace donor = flow::donor;
using donor::State;
using support::DonorTerminal;
using ui::keyboard::Field;
using ui::keyboard::Keystroke;
using ui::keyboard::Layout;
using ui::keyboard::Typing;
using ui::keyboard::Verdict;
using Kind = Keystroke::Kind;

const base::Date today = base::parse_date("2026-06-14").value();

class Typist : public testing::Test {
  protected:
    std::optional<donor::Event> strike(const Keystroke& keystroke) {
        typing.strike(keystroke);
        return typing.pump(today).event;
    }
    std::optional<donor::Event> end(Kind kind) { return strike({.kind = kind, .text = {}}); }
    void type(std::string_view text, Kind kind = Kind::character) {
        for (const char character : text)
            strike({.kind = kind, .text = std::string(1, character)});
    }
    // The visit is where `state` is.
    void come_to(State state) {
        visit = {};
        typing.follow(visit.up_to(state).session);
    }
    bool is_offered(std::string_view text) {
        return support::eventually([&] {
            typing.pump(today);
            return std::ranges::find(typing.typing().candidates, text,
                                     &input_method::Candidate::text) !=
                   typing.typing().candidates.end();
        });
    }
    void choose(std::string_view text) {
        ASSERT_TRUE(is_offered(text));
        const auto& all = typing.typing().candidates;
        const auto found = std::ranges::find(all, text, &input_method::Candidate::text);
        strike({.kind = Kind::choose,
                .text = {},
                .index = static_cast<int>(std::distance(all.begin(), found))});
    }
    // Equal to a field that was never typed into, but for the count of questions.
    void expect_nothing_typed() {
        Typing fresh;
        fresh.question = typing.typing().question;
        EXPECT_EQ(typing.typing(), fresh);
        const std::string& text = typing.typing().text;
        // A buffer that was typed into is kept; what lay in it is not.
        if (text.capacity() == std::string().capacity()) return;
        EXPECT_TRUE(std::ranges::all_of(std::span(text.data(), text.capacity()),
                                        [](char byte) { return byte == '\0'; }));
    }

    DonorTerminal visit;
    DonorTyping typing{input_method::Files::installed(REXUE_HAN_TABLE), [] {}};
};

TEST_F(Typist, TypesNothingWhereNothingIsAsked) {
    come_to(State::identify);
    EXPECT_FALSE(strike({.kind = Kind::character, .text = "1"}));
    expect_nothing_typed();
}

TEST_F(Typist, ANumberBecomesAnEventOnceItsCheckDigitFits) {
    come_to(State::typing_number);
    type("00000019920614001");
    EXPECT_EQ(typing.verdict(today), Verdict::unfinished);
    EXPECT_FALSE(end(Kind::finish));
    type("8");
    EXPECT_EQ(typing.verdict(today), Verdict::misfits);
    EXPECT_FALSE(end(Kind::finish));
    end(Kind::erase);
    type("9");
    EXPECT_EQ(typing.verdict(today), Verdict::fits);
    const auto event = end(Kind::finish);
    ASSERT_TRUE(event);
    EXPECT_EQ(std::get<donor::NumberTyped>(*event).number.str(), support::a_typed_number());
}

TEST_F(Typist, SomebodyWhoIsNotBornYetHasNoNumber) {
    come_to(State::typing_number);
    type("000000199206140019");
    EXPECT_EQ(typing.verdict(base::parse_date("1992-06-13").value()), Verdict::misfits);
}

TEST_F(Typist, ANumberIsLeftToStaff) {
    come_to(State::typing_number);
    const auto event = end(Kind::leave_to_staff);
    ASSERT_TRUE(event);
    EXPECT_TRUE(std::holds_alternative<donor::NumberLeftToStaff>(*event));
}

TEST_F(Typist, ARareNameIsFoundByTheEnginesAndBecomesAnEvent) {
    come_to(State::typing_name);
    type("yan", Kind::letter);
    choose("䶮");
    const auto event = end(Kind::finish);
    ASSERT_TRUE(event);
    EXPECT_EQ(std::get<donor::NameTyped>(*event).name, "䶮");
    EXPECT_EQ(std::get<donor::NameTyped>(*event).by, donor::NameBy::donor);
}

TEST_F(Typist, ANameIsLeftToStaffWithWhatThereIsOfIt) {
    come_to(State::typing_name);
    type("shi", Kind::letter);
    choose("示");
    const auto event = end(Kind::leave_to_staff);
    ASSERT_TRUE(event);
    EXPECT_EQ(std::get<donor::NameTyped>(*event).name, "示");
    EXPECT_EQ(std::get<donor::NameTyped>(*event).by, donor::NameBy::staff);
}

TEST_F(Typist, WhoReadsEnglishBeginsWithLatinLetters) {
    visit.up_to(State::typing_name).language("en");
    typing.follow(visit.session);
    EXPECT_EQ(typing.typing().layout, Layout::latin);
    come_to(State::attract);
    come_to(State::typing_name);
    EXPECT_EQ(typing.typing().layout, Layout::pinyin);
}

TEST_F(Typist, GoingBackFindsWhatWasTyped) {
    visit.up_to(State::typing_name).typed_name("示例䶮");
    typing.follow(visit.session);
    typing.follow(visit.tap<donor::BackTapped>().session);
    EXPECT_EQ(typing.typing().text, "示例䶮");
    typing.follow(visit.tap<donor::BackTapped>().session);
    EXPECT_EQ(typing.typing().field, Field::resident_number);
    EXPECT_EQ(typing.typing().text, support::a_typed_number());
}

TEST_F(Typist, NothingRemainsOnceTheFieldIsDoneWith) {
    for (const State after : {State::attract, State::looking_up, State::see_staff}) {
        come_to(State::typing_name);
        type("yan", Kind::letter);
        choose("䶮");
        type("yi", Kind::letter);
        ASSERT_TRUE(is_offered("一"));
        typing.strike({.kind = Kind::letter, .text = "y"});
        come_to(after);
        typing.pump(today);
        expect_nothing_typed();
    }
}

TEST_F(Typist, AnAnswerThatComesLateIsNobodys) {
    for (int visit_number = 0; visit_number < 20; ++visit_number) {
        come_to(State::typing_name);
        type("yi", Kind::letter);
        come_to(State::attract);
        come_to(State::typing_name);
        typing.pump(today);
        EXPECT_TRUE(typing.typing().candidates.empty());
    }
    type("yi", Kind::letter);
    EXPECT_TRUE(is_offered("一")) << "and the engines still answer";
}

TEST_F(Typist, AMissingEngineIsSaid) {
    DonorTyping alone({}, [] {});
    alone.follow(visit.up_to(State::typing_name).session);
    alone.strike({.kind = Kind::letter, .text = "y"});
    EXPECT_TRUE(support::eventually([&] {
        alone.pump(today);
        return alone.typing().is_helpless;
    }));
}

} // namespace
} // namespace rexue::app
