// The whole visit, in every manner in which somebody may go through it: by the five keys alone, by
// what is said alone, in care mode, in the lower half of the screen.
#include <chrono>

#include <gtest/gtest.h>

#include "kiosk/ui/strings.h"
#include "tests/journeys/listener.h"
#include "tests/support/eventually.h"

namespace rexue::journeys {

namespace {

// What a listener goes by in a language: heard, and chosen.
struct Words {
    const char* invitation;
    const char* begin;
    const char* is_it_you;
    const char* it_is_me;
    const char* what_to_give;
    const char* amount;
    const char* go_on;
    const char* thanks;
    const char* well;
    const char* slept;
    const char* yes;
    const char* no;
    const char* next_page;
    const char* have_read;
    const char* agree;
    const char* sign;
    const char* sign_with_staff;
    const char* number;
};
constexpr Words english{.invitation = "lay your ID card",
                        .begin = "Touch here to begin",
                        .is_it_you = "Is this you",
                        .it_is_me = "Yes, this is me",
                        .what_to_give = "What would you like to give",
                        .amount = "four hundred",
                        .go_on = "Continue",
                        .thanks = "Thank you",
                        .well = "feel well",
                        .slept = "sleep well",
                        .yes = "Yes",
                        .no = "No",
                        .next_page = "Next page",
                        .have_read = "I have read it and agree",
                        .agree = "I agree",
                        .sign = "sign with your finger",
                        .sign_with_staff = "Sign with our staff",
                        .number = "A zero zero one"};
constexpr Words chinese{.invitation = "身份证",
                        .begin = "点这里开始",
                        .is_it_you = "这是您本人吗",
                        .it_is_me = "确认，是我本人",
                        .what_to_give = "今天想捐献什么",
                        .amount = "四百",
                        .go_on = "继续",
                        .thanks = "谢谢您",
                        .well = "身体舒服",
                        .slept = "睡得好",
                        .yes = "是",
                        .no = "否",
                        .next_page = "下一页",
                        .have_read = "我已看完并同意",
                        .agree = "我同意",
                        .sign = "请用手指签名",
                        .sign_with_staff = "由工作人员协助签名",
                        .number = "您的号码是"};

// Question by question, as somebody who may give; false when something else is said.
bool answers_what_is_asked(Listener& listener, const Words& in) {
    for (;;) {
        if (!listener.hears("")) return false;
        const std::string& words = listener.last_words();
        if (words.find(in.thanks) != std::string::npos) return true;
        const bool is_good =
            words.find(in.well) != std::string::npos || words.find(in.slept) != std::string::npos;
        if (!listener.chooses(is_good ? in.yes : in.no)) return false;
    }
}

// Page by page, until a page has no next one.
bool hears_to_the_end(Listener& listener, const Words& in) {
    for (;;) {
        if (!listener.hears("")) return false;
        if (listener.last_words().find(in.next_page) == std::string::npos) return true;
        if (!listener.chooses(in.next_page)) return false;
    }
}

// Nothing is known here but what the speaker has played: no label, no picture.
void visit_by_what_is_said(HouseUnderTest& house, Listener& listener, const Words& in) {
    listener.press(window::Key::right);
    ASSERT_TRUE(listener.hears(in.invitation)) << listener.last_words();
    ASSERT_TRUE(listener.chooses(in.begin)) << listener.last_words();
    house.lay_card();
    ASSERT_TRUE(listener.hears(in.is_it_you)) << listener.last_words();
    ASSERT_TRUE(listener.chooses(in.it_is_me)) << listener.last_words();
    ASSERT_TRUE(listener.hears(in.what_to_give)) << listener.last_words();
    ASSERT_TRUE(listener.chooses(in.amount)) << listener.last_words();
    ASSERT_TRUE(listener.chooses(in.go_on)) << listener.last_words();
    ASSERT_TRUE(answers_what_is_asked(listener, in)) << listener.last_words();
    ASSERT_TRUE(listener.chooses(in.go_on)) << listener.last_words();
    ASSERT_TRUE(hears_to_the_end(listener, in)) << listener.last_words();
    ASSERT_TRUE(listener.chooses(in.have_read)) << listener.last_words();
    ASSERT_TRUE(hears_to_the_end(listener, in)) << listener.last_words();
    ASSERT_TRUE(listener.chooses(in.agree)) << listener.last_words();
    ASSERT_TRUE(listener.hears(in.sign)) << listener.last_words();
    ASSERT_TRUE(listener.chooses(in.sign_with_staff)) << listener.last_words();
    ASSERT_TRUE(listener.hears(in.number)) << listener.last_words();
}

} // namespace

TEST(Manner, TheWholeVisitByFiveKeys) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    ASSERT_TRUE(donor.choose_by_keys("Touch here to begin"));
    ASSERT_TRUE(donor.is_on("identify")) << donor.screen_text();
    house.lay_card();
    ASSERT_TRUE(donor.comes_to("confirm")) << donor.screen_text();
    ASSERT_TRUE(donor.choose_by_keys("Yes, this is me"));
    ASSERT_TRUE(donor.choose_by_keys("whole_400"));
    ASSERT_TRUE(donor.choose_by_keys("Continue"));
    while (donor.is_on("question")) {
        const bool good = donor.shows("Do you feel well") || donor.shows("Did you sleep well");
        ASSERT_TRUE(donor.choose_by_keys(good ? "Yes" : "No")) << donor.screen_text();
    }
    ASSERT_TRUE(donor.choose_by_keys("Continue"));
    while (donor.choose_by_keys("Next page")) {
    }
    ASSERT_TRUE(donor.choose_by_keys("I have read it and agree"));
    while (donor.choose_by_keys("Next page")) {
    }
    ASSERT_TRUE(donor.choose_by_keys("I agree"));
    ASSERT_TRUE(donor.choose_by_keys("Sign with our staff")); // keys draw no lines
    ASSERT_TRUE(donor.comes_to("ticket")) << donor.screen_text();
    EXPECT_EQ(donor.label_of("ticket"), "A001");
    house.lift_card();
    ASSERT_TRUE(donor.choose_by_keys("All right"));
    EXPECT_TRUE(donor.is_on("attract"));
}

TEST(Manner, TheBackKeyGoesBack) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    ASSERT_TRUE(donor.choose_by_keys("Touch here to begin"));
    ASSERT_TRUE(donor.is_on("identify"));
    donor.press(window::Key::escape);
    EXPECT_TRUE(donor.is_on("attract"));
}

TEST(Manner, TheWholeVisitByWhatIsSaid) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    Listener listener(house, donor);
    ASSERT_NO_FATAL_FAILURE(visit_by_what_is_said(house, listener, english));
    EXPECT_NE(listener.last_words().find("You are next"), std::string::npos)
        << listener.last_words();
    EXPECT_TRUE(donor.is_on("ticket")) << donor.screen_text();
}

TEST(Manner, TheWholeVisitByWhatIsSaidInChinese) {
    HouseUnderTest house;
    ASSERT_TRUE(ui::load_strings(REXUE_STRINGS_DIR));
    ASSERT_TRUE(ui::set_language("zh_CN")); // the terminal's own, where other journeys read code
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    Listener listener(house, donor);
    ASSERT_NO_FATAL_FAILURE(visit_by_what_is_said(house, listener, chinese));
    EXPECT_TRUE(donor.is_on("ticket")) << donor.screen_text();
}

TEST(Manner, RepeatSaysTheSameWordsAgain) {
    HouseUnderTest house;
    // The time of day is among the words: the next minute is far.
    const auto now = house.clock().wall();
    house.clock().advance(std::chrono::ceil<std::chrono::minutes>(now) - now);
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    ASSERT_TRUE(donor.choose_by_keys("Touch here to begin"));
    ASSERT_TRUE(donor.is_on("identify"));
    Listener listener(house, donor);
    ASSERT_TRUE(listener.hears("Back")) << listener.last_words();
    const std::string screen = listener.last_words();
    listener.press(window::Key::f1);
    ASSERT_TRUE(listener.hears(""));
    EXPECT_EQ(listener.last_words(), screen);

    listener.press(window::Key::right);
    ASSERT_TRUE(listener.hears(""));
    const std::string thing = listener.last_words();
    EXPECT_NE(thing, screen);
    listener.press(window::Key::f1);
    ASSERT_TRUE(listener.hears(""));
    EXPECT_EQ(listener.last_words(), thing);
    // Who is lost hears where they are.
    listener.press(window::Key::f1);
    ASSERT_TRUE(listener.hears(""));
    EXPECT_EQ(listener.last_words(), screen);
}

TEST(Manner, ATapBreaksOffWhatIsSaid) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    Listener listener(house, donor);
    listener.press(window::Key::right);
    ASSERT_TRUE(listener.hears_a_beginning());
    const std::string beginning = listener.heard().back().words;
    donor.touch_nothing();
    ASSERT_TRUE(support::eventually([&] { return !listener.heard().back().ended.empty(); }));
    EXPECT_EQ(listener.heard().back().ended, "stopped");
    EXPECT_EQ(listener.heard().back().words, beginning) << "nothing of it comes later";
}

TEST(Manner, ANewScreenBreaksOffTheOld) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    ASSERT_TRUE(donor.choose_by_keys("Touch here to begin"));
    ASSERT_TRUE(donor.is_on("identify"));
    Listener listener(house, donor);
    ASSERT_TRUE(listener.hears("Back")) << listener.last_words();
    listener.press(window::Key::f1);
    ASSERT_TRUE(listener.hears_a_beginning());
    const auto old = listener.heard().back();
    // No finger and no key: the card alone brings the new screen.
    house.lay_card();
    ASSERT_TRUE(donor.comes_to("confirm"));
    ASSERT_TRUE(listener.hears("Is this you")) << listener.last_words();
    for (const Listener::Utterance& one : listener.heard()) {
        if (one.number != old.number) continue;
        EXPECT_EQ(one.ended, "stopped");
        EXPECT_EQ(one.words, old.words);
    }
}

TEST(Manner, ASlipThatComesOutDoesNotCutOffTheNumber) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    house.lay_card();
    ASSERT_TRUE(donor.comes_to("confirm"));
    Listener listener(house, donor);
    ASSERT_TRUE(donor.choose_by_keys("Yes, this is me"));
    ASSERT_TRUE(donor.choose_by_keys("whole_400"));
    ASSERT_TRUE(donor.choose_by_keys("Continue"));
    while (donor.is_on("question"))
        ASSERT_TRUE(house.answer_well(donor));
    ASSERT_TRUE(donor.tap("Continue"));
    ASSERT_TRUE(house.agree_and_sign(donor));
    ASSERT_TRUE(donor.comes_to("ticket")) << donor.screen_text();
    ASSERT_TRUE(donor.comes_to_show("Please take your slip.")) << donor.screen_text();
    EXPECT_TRUE(listener.hears("A zero zero one")) << listener.last_words();
    EXPECT_TRUE(listener.hears("take your slip")) << listener.last_words();
}

TEST(Manner, AKeyTurnsReadingOnAndTheEndOfTheVisitTurnsItOff) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    ASSERT_TRUE(donor.tap("Display"));
    EXPECT_TRUE(donor.shows("Read aloud"));
    ASSERT_TRUE(donor.tap("Go on"));
    donor.press(window::Key::right);
    ASSERT_TRUE(donor.tap("Display"));
    EXPECT_TRUE(donor.shows("Reading aloud"));
    house.clock().advance(std::chrono::seconds(125));
    ASSERT_TRUE(donor.tap("Display"));
    EXPECT_FALSE(donor.shows("Reading aloud"));
}

TEST(Manner, TheWholeVisitInCareMode) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    const float before = donor.tree().find("Call staff")->capital_mm;
    ASSERT_TRUE(donor.tap("Care mode"));
    EXPECT_GT(donor.tree().find("Call staff")->capital_mm, before * 1.3F);
    house.lay_card();
    EXPECT_EQ(house.go_to_ticket(donor), "A001");
    house.lift_card();
    ASSERT_TRUE(donor.tap("All right"));
    ASSERT_TRUE(donor.comes_to("attract"));
    EXPECT_EQ(donor.tree().find("Call staff")->capital_mm, before) << "the next donor's own choice";
}

TEST(Manner, InCareModePlateletsAreOnePressAway) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    ASSERT_TRUE(donor.tap("Care mode"));
    house.lay_card();
    ASSERT_TRUE(donor.comes_to_offer_and_tap("Yes, this is me"));
    ASSERT_TRUE(donor.comes_to_offer_and_tap("Platelets"));
    ASSERT_TRUE(donor.comes_to_offer_and_tap("platelets_1"));
    ASSERT_TRUE(donor.tap("Continue"));
    EXPECT_TRUE(donor.is_on("question")) << donor.screen_text();
}

TEST(Manner, TheWholeVisitInTheLowerHalf) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    ASSERT_TRUE(donor.tap("Lower half"));
    const auto all_in_reach = [&] {
        for (const ui::Node& node : donor.tree().nodes()) {
            const bool is_pressed = node.role == ui::Role::button || node.role == ui::Role::choice;
            if (is_pressed && node.rect.y < ui::Canvas{}.height_mm() / 2) return false;
        }
        return true;
    };
    EXPECT_TRUE(all_in_reach());
    house.lay_card();
    ASSERT_TRUE(donor.comes_to("confirm"));
    EXPECT_TRUE(all_in_reach());
    EXPECT_EQ(house.go_to_ticket(donor), "A001");
    EXPECT_TRUE(all_in_reach());
}

} // namespace rexue::journeys
