// A donor checks in with an honour card that the house's server has issued, printed or on a phone.
#include <gtest/gtest.h>

#include "tests/journeys/house_under_test.h"
#include "tests/journeys/issued_cards.h"

namespace rexue::journeys {
namespace {

class IssuedCard : public testing::Test {
  protected:
    SurfaceUnderTest& open() {
        SurfaceUnderTest& donor = house_.open_donor();
        EXPECT_TRUE(donor.comes_to("attract"));
        EXPECT_TRUE(donor.tap("Touch here to begin"));
        return donor;
    }
    // Shown again until the terminal has the keys, as a holder would.
    bool comes_to_confirm(SurfaceUnderTest& donor, const std::function<std::string()>& code) {
        return support::eventually([&] {
            house_.show_code(code());
            const bool known = support::eventually([&] { return donor.is_on("confirm"); },
                                                   std::chrono::milliseconds(1500));
            house_.hide_code();
            return known;
        });
    }

    HouseUnderTest house_;
};

} // namespace

TEST_F(IssuedCard, IsReadFromPaper) {
    const auto card = issued_by(house_.server());
    SurfaceUnderTest& donor = open();
    ASSERT_TRUE(comes_to_confirm(donor, [&] { return card.text; })) << donor.screen_text();
    EXPECT_TRUE(donor.shows("示*𰻝")) << donor.screen_text();
}

TEST_F(IssuedCard, IsReadFromAPhoneOnce) {
    const auto card = issued_by(house_.server());
    SurfaceUnderTest& donor = open();
    std::string shown;
    ASSERT_TRUE(comes_to_confirm(donor, [&] {
        return shown = phones_code_of(card, house_.server(), house_.clock().wall());
    })) << donor.screen_text();
    ASSERT_TRUE(donor.tap("No, this is not me")) << donor.screen_text();
    // Somebody else with a picture of it.
    house_.clock().advance(std::chrono::seconds(10));
    ASSERT_TRUE(donor.is_on("identify") || donor.tap("Touch here to begin"));
    // Taken away and shown by turns: a code that was gone for less than a second is the last one.
    constexpr auto patience = std::chrono::milliseconds(1500);
    const auto is_refused = [&] { return donor.shows("is not an honour card"); };
    EXPECT_TRUE(support::eventually([&] {
        house_.hide_code();
        if (support::eventually(is_refused, patience)) return true;
        house_.show_code(shown);
        return support::eventually(is_refused, patience);
    })) << donor.screen_text();
}

TEST_F(IssuedCard, ThatWasWithdrawnIsRefused) {
    const auto card = issued_by(house_.server());
    ASSERT_TRUE(server::revoke_card(house_.server().data(), card.number, house_.server().clock()));
    SurfaceUnderTest& donor = open();
    house_.show_code(card.text);
    EXPECT_TRUE(donor.comes_to_show("is not an honour card")) << donor.screen_text();
}

} // namespace rexue::journeys
