// The whole visit, in every manner in which somebody may go through it: by the five keys alone, by
// what is said alone, in care mode, in the lower half of the screen.
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "kiosk/ui/speech/phrase.h"
#include "kiosk/ui/speech/sayable.h"
#include "kiosk/ui/speech/speech.h"
#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {
namespace {

namespace speech = ui::speech;

speech::ClipPack english_pack() {
    std::ifstream file(REXUE_VOICE_DIR "/en/pack.json");
    const std::string manifest{std::istreambuf_iterator<char>(file), {}};
    auto pack = speech::ClipPack::parse(manifest, [](const std::string&) { return true; });
    REXUE_ASSERT(pack.has_value());
    return std::move(*pack);
}

// Somebody who hears and does not see: knows only the words that clips say.
class Listener {
  public:
    explicit Listener(SurfaceUnderTest& donor) : donor_(donor) {}

    // The screen as it is read from the beginning.
    std::string hears_the_screen() { return words_of(speech::read_screen(donor_.tree())); }

    // Goes from one thing to the next until one is said to be this, and chooses it.
    bool chooses(std::string_view wanted) {
        const size_t things = donor_.tree().nodes().size();
        for (size_t step = 0; step < things; ++step) {
            donor_.press(window::Key::right);
            const auto focused = donor_.focused();
            if (!focused) return false;
            const std::string said = words_of(speech::read_node(donor_.tree(), *focused));
            if (said.find(wanted) == std::string::npos) continue;
            donor_.press(window::Key::enter);
            return true;
        }
        return false;
    }

  private:
    std::string words_of(const std::vector<speech::Phrase>& phrases) const {
        std::string words;
        for (const speech::Phrase& phrase : phrases) {
            for (const std::string& text : phrase.texts) {
                for (const speech::Piece& piece : speech::cut_into_clips(pack_, text)) {
                    if (piece.is_known) words += piece.words + ' ';
                }
            }
        }
        return words;
    }

    SurfaceUnderTest& donor_;
    speech::ClipPack pack_ = english_pack();
};

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
    Listener listener(donor);
    EXPECT_NE(listener.hears_the_screen().find("lay your ID card"), std::string::npos)
        << listener.hears_the_screen();
    ASSERT_TRUE(listener.chooses("Touch here to begin"));
    house.lay_card();
    ASSERT_TRUE(donor.comes_to("confirm")) << donor.screen_text();
    EXPECT_NE(listener.hears_the_screen().find("Is this you"), std::string::npos);
    ASSERT_TRUE(listener.chooses("Yes, this is me"));
    EXPECT_NE(listener.hears_the_screen().find("What would you like to give"), std::string::npos);
    ASSERT_TRUE(listener.chooses("four hundred"));
    ASSERT_TRUE(listener.chooses("Continue"));
    while (donor.is_on("question")) {
        const bool good = donor.shows("Do you feel well") || donor.shows("Did you sleep well");
        ASSERT_TRUE(donor.tap(good ? "Yes" : "No"));
    }
    EXPECT_NE(listener.hears_the_screen().find("Thank you"), std::string::npos);
    ASSERT_TRUE(donor.tap("Continue"));
    ASSERT_TRUE(house.agree_and_sign(donor));
    ASSERT_TRUE(donor.comes_to("ticket")) << donor.screen_text();
    const std::string said = listener.hears_the_screen();
    EXPECT_NE(said.find("A zero zero one"), std::string::npos) << said;
    EXPECT_NE(said.find("You are next"), std::string::npos) << said;
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
