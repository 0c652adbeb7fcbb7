// A volunteer's tablet in a running house: cards that the house's own server has issued, shown to
// the camera, with the line up and down; and what is not true is told, each in its own words.
#include <gtest/gtest.h>

#include "net/credential/container.h"
#include "net/server/keys/card_keys.h"
#include "platform/base/encoding.h"
#include "tests/journeys/house_under_test.h"
#include "tests/journeys/issued_cards.h"

namespace rexue::journeys {
namespace {

constexpr const char* no_line = "Without the line nobody sees here";

class Volunteer : public testing::Test {
  protected:
    server::IssuedCard issue() { return issued_by(house_.server()); }
    std::string phones_code(const server::IssuedCard& card) {
        return phones_code_of(card, house_.server(), house_.clock().wall());
    }

    SurfaceUnderTest& open(Tablet which = Tablet::first) {
        SurfaceUnderTest& tablet = house_.open_volunteer(which);
        EXPECT_TRUE(tablet.comes_to("scan"));
        return tablet;
    }
    // With today's keys and list.
    SurfaceUnderTest& open_and_hear(Tablet which = Tablet::first) {
        SurfaceUnderTest& tablet = open(which);
        EXPECT_TRUE(tablet.comes_to_show("withdrawn cards as of")) << tablet.screen_text();
        return tablet;
    }
    // Shown and taken away by turns: the camera takes a code that was gone for less than a second
    // for the one that it has read already.
    bool judges(SurfaceUnderTest& tablet, const std::string& text, std::string_view verdict,
                Tablet which = Tablet::first) {
        constexpr auto patience = std::chrono::milliseconds(1500);
        const bool judged = support::eventually([&] {
            house_.show_code_to(which, text);
            if (support::eventually([&] { return tablet.is_on("card"); }, patience)) return true;
            house_.hide_code_from(which);
            return support::eventually([&] { return tablet.is_on("card"); }, patience);
        });
        house_.hide_code_from(which);
        return judged && tablet.comes_to_show(verdict); // of a phone: once the centre has said
    }
    // So long that a code still in view would have counted as the last one.
    bool next(SurfaceUnderTest& tablet) {
        const bool tapped = tablet.tap("Next card") && tablet.is_on("scan");
        house_.clock().advance(std::chrono::seconds(4));
        return tapped;
    }
    // What was decided at the centre is fetched when the line comes up.
    void line_breaks_and_comes_back(SurfaceUnderTest& tablet) {
        line_breaks(tablet);
        house_.server().start();
        EXPECT_TRUE(tablet.comes_to_show("Centre connected")) << tablet.screen_text();
    }
    void line_breaks(SurfaceUnderTest& tablet) {
        house_.server().stop();
        EXPECT_TRUE(tablet.comes_to_show("Line is down")) << tablet.screen_text();
    }
    // A list or key that is on its way: shown again until it has come.
    bool comes_to_judge(SurfaceUnderTest& tablet, const std::string& text,
                        std::string_view verdict) {
        return support::eventually(
            [&] { return judges(tablet, text, verdict) || (next(tablet) && false); });
    }

    HouseUnderTest house_;
};

TEST_F(Volunteer, ACardOfThisHouseIsValidAndSaysWhatItGivesHereToday) {
    const auto card = issue();
    SurfaceUnderTest& tablet = open_and_hear();
    ASSERT_TRUE(judges(tablet, card.text, "Valid")) << tablet.screen_text();
    EXPECT_TRUE(tablet.shows("示*𰻝")) << "whom to compare\n" << tablet.screen_text();
    EXPECT_TRUE(tablet.shows("Benefits in")) << tablet.screen_text();
    ASSERT_TRUE(tablet.tap("Transport")) << tablet.screen_text();
    EXPECT_TRUE(tablet.is_on("benefits"));
    ASSERT_TRUE(tablet.tap("Print")) << tablet.screen_text();
    EXPECT_TRUE(support::eventually([&] {
        tablet.screen_text();
        return house_.sheets_of(Tablet::first) == 1;
    }));
    ASSERT_TRUE(tablet.tap("Back") && tablet.tap("Next card"));
    EXPECT_FALSE(tablet.shows("示*𰻝")) << "nothing of the holder stays";
}

TEST_F(Volunteer, WithoutALineACardIsJudgedByWhatWasHeardBefore) {
    const auto card = issue();
    SurfaceUnderTest* tablet = &open_and_hear();
    house_.server().stop();
    tablet = &open(); // also after a restart
    ASSERT_TRUE(tablet->comes_to_show("withdrawn cards as of")) << tablet->screen_text();
    ASSERT_TRUE(judges(*tablet, card.text, "Valid")) << tablet->screen_text();
    EXPECT_TRUE(tablet->shows("Benefits in"));
    EXPECT_FALSE(tablet->shows(no_line)) << "a printed card needs no centre";
    ASSERT_TRUE(next(*tablet));
    ASSERT_TRUE(judges(*tablet, phones_code(card), "The code is genuine")) << tablet->screen_text();
    EXPECT_TRUE(tablet->shows(no_line)) << tablet->screen_text();
    ASSERT_TRUE(next(*tablet));
    house_.lay_card_before(Tablet::first, "donor-1");
    EXPECT_TRUE(tablet->comes_to_show("Only the centre can tell an ID card's holder"))
        << tablet->screen_text();
}

// Misfortune: enrolled, carried away, and never on a line since.
TEST_F(Volunteer, WhoHasNeverHeardSaysThatThereAreNoKeys) {
    const auto card = issue();
    house_.enrol_volunteer();
    house_.server().stop();
    SurfaceUnderTest& tablet = open();
    ASSERT_TRUE(tablet.comes_to_show("No keys yet")) << tablet.screen_text();
    EXPECT_TRUE(judges(tablet, card.text, "Issuer not known here")) << tablet.screen_text();
}

TEST_F(Volunteer, AWithdrawnCardIsToldFromTheNextListOn) {
    const auto card = issue();
    SurfaceUnderTest& tablet = open_and_hear();
    ASSERT_TRUE(server::revoke_card(house_.server().data(), card.number, house_.server().clock()));
    ASSERT_TRUE(judges(tablet, card.text, "Please ask the station"))
        << "the list here is of before, and the centre knows the number no more";
    ASSERT_TRUE(next(tablet));
    // A phone's code is asked about at the centre each time.
    house_.show_code_to(Tablet::first, phones_code(card));
    EXPECT_TRUE(tablet.comes_to_show("Withdrawn")) << tablet.screen_text();
    house_.hide_code_from(Tablet::first);
    ASSERT_TRUE(next(tablet));
    line_breaks_and_comes_back(tablet);
    EXPECT_TRUE(comes_to_judge(tablet, card.text, "Withdrawn")) << tablet.screen_text();
}

TEST_F(Volunteer, APictureOfAPhonesCodeIsCaughtHereAlsoAfterARestart) {
    const auto card = issue();
    SurfaceUnderTest* tablet = &open_and_hear();
    const auto code = phones_code(card);
    ASSERT_TRUE(judges(*tablet, code, "Valid")) << tablet->screen_text();
    EXPECT_TRUE(tablet->comes_to_show("示*𰻝")) << "the centre tells whose it is";
    ASSERT_TRUE(next(*tablet));
    EXPECT_TRUE(judges(*tablet, code, "Shown before")) << tablet->screen_text();
    house_.server().stop();
    tablet = &open();
    EXPECT_TRUE(judges(*tablet, code, "Shown before")) << tablet->screen_text();
}

TEST_F(Volunteer, APictureOfAPhonesCodeIsCaughtAtASecondTabletWhereThereIsALine) {
    const auto card = issue();
    SurfaceUnderTest& here = open_and_hear();
    SurfaceUnderTest& there = open_and_hear(Tablet::second);
    const auto code = phones_code(card);
    ASSERT_TRUE(judges(here, code, "Valid")) << here.screen_text();
    ASSERT_TRUE(here.comes_to_show("示*𰻝")) << here.screen_text();
    house_.show_code_to(Tablet::second, code);
    EXPECT_TRUE(there.comes_to_show("Shown elsewhere")) << there.screen_text();
    EXPECT_FALSE(there.shows("Benefits in"));
}

// What cannot be caught, and is said: two tablets without a line know nothing of each other.
TEST_F(Volunteer, WithoutALineASecondTabletSaysWhatItCannotKnow) {
    const auto card = issue();
    SurfaceUnderTest& here = open_and_hear();
    SurfaceUnderTest& there = open_and_hear(Tablet::second);
    line_breaks(here);
    EXPECT_TRUE(there.comes_to_show("Line is down"));
    const auto code = phones_code(card);
    ASSERT_TRUE(judges(here, code, "The code is genuine")) << here.screen_text();
    ASSERT_TRUE(judges(there, code, "The code is genuine", Tablet::second)) << there.screen_text();
    EXPECT_TRUE(there.shows(no_line)) << there.screen_text();
}

TEST_F(Volunteer, ACodeThatIsTooOldOrACardPastItsDayHasExpired) {
    const auto card = issue();
    const auto code = phones_code(card);
    SurfaceUnderTest& tablet = open_and_hear();
    house_.server().stop();
    house_.clock().advance(std::chrono::minutes(2));
    ASSERT_TRUE(judges(tablet, code, "Expired")) << tablet.screen_text();
    ASSERT_TRUE(next(tablet));
    house_.clock().advance(std::chrono::hours(24) * 800);
    ASSERT_TRUE(judges(tablet, card.text, "Expired")) << tablet.screen_text();
    EXPECT_TRUE(tablet.shows("The list of withdrawn cards is old"));
    EXPECT_FALSE(tablet.shows("Benefits in"));
    ASSERT_TRUE(next(tablet));
    // The keys of phones' codes reach a few days.
    ASSERT_TRUE(judges(tablet, phones_code(card), "Issuer not known here")) << tablet.screen_text();
    EXPECT_TRUE(tablet.shows("The keys here are too old")) << tablet.screen_text();
}

TEST_F(Volunteer, WhatIsNotTrueIsToldEachInItsOwnWords) {
    const auto card = issue();
    client::HouseServer stranger(client::Keys::of_a_stranger);
    SurfaceUnderTest& tablet = open_and_hear();

    auto unpacked = credential::unpack(card.text);
    ASSERT_TRUE(unpacked);
    unpacked->bytes.back() ^= std::byte{1}; // of the signature
    const auto altered = credential::pack(credential::card_prefix, unpacked->bytes);
    EXPECT_TRUE(judges(tablet, altered, "Not genuine")) << tablet.screen_text();
    EXPECT_FALSE(tablet.shows("示*𰻝")) << "nothing is told of what nobody has signed";
    ASSERT_TRUE(next(tablet));

    EXPECT_TRUE(judges(tablet, issued_by(stranger).text, "Issuer not known here"))
        << tablet.screen_text();
    ASSERT_TRUE(next(tablet));
    EXPECT_TRUE(judges(tablet, "https://example.org/", "Not an honour card"))
        << tablet.screen_text();
    ASSERT_TRUE(next(tablet));
    EXPECT_TRUE(judges(tablet, "RXH1:ABC", "Cannot be read")) << tablet.screen_text();
}

TEST_F(Volunteer, ANewKeyIsFetchedAndCardsOfTheOldOneStay) {
    const auto old = issue();
    SurfaceUnderTest& tablet = open_and_hear();
    const auto& data = house_.server().data();
    const auto kid = server::add_card_key(data, {}, std::chrono::hours(0), house_.server().clock());
    ASSERT_TRUE(kid);
    ASSERT_TRUE(support::eventually([&] {
        const auto signer = server::keys::card_signer(data, house_.server().clock().wall());
        return signer && base::hex_encode(signer->key.verification_key().id()) == *kid;
    }));
    const auto other = issued_by(house_.server(), another_holder);
    ASSERT_TRUE(judges(tablet, other.text, "Issuer not known here")) << tablet.screen_text();
    ASSERT_TRUE(next(tablet));
    line_breaks_and_comes_back(tablet);
    EXPECT_TRUE(comes_to_judge(tablet, other.text, "Valid")) << tablet.screen_text();
    ASSERT_TRUE(next(tablet));
    EXPECT_TRUE(judges(tablet, old.text, "Valid")) << tablet.screen_text();
}

TEST_F(Volunteer, AnIdCardIsLookedUpAtTheCentre) {
    SurfaceUnderTest& tablet = open_and_hear();
    house_.lay_card_before(Tablet::first, "donor-8");
    ASSERT_TRUE(tablet.comes_to("card")) << tablet.screen_text();
    EXPECT_TRUE(tablet.shows("So the centre's record says today")) << tablet.screen_text();
    EXPECT_TRUE(tablet.shows("1 donation more to")) << tablet.screen_text();
    ASSERT_TRUE(next(tablet));
    house_.lay_card_before(Tablet::first, "visitor");
    EXPECT_TRUE(tablet.comes_to_show("The centre knows nobody under this ID card"))
        << tablet.screen_text();
}

} // namespace
} // namespace rexue::journeys
