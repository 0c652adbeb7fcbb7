// May I give today? The talk with the donor, to the record that the server opens.
#include <gtest/gtest.h>

#include "kiosk/screens/words.h"
#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {
namespace {

bool answer_the_rest(HouseUnderTest& house, SurfaceUnderTest& donor) {
    while (donor.is_on("question")) {
        if (!house.answer_well(donor)) return false;
    }
    return true;
}

} // namespace

TEST(Talk, AFirstTimeDonorsWholeTalkIsInTheRecord) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card("visitor");
    const std::string ticket = house.go_to_ticket(donor);
    ASSERT_EQ(ticket, "A001") << donor.screen_text();
    const auto record = house.record_of(ticket);
    ASSERT_TRUE(record.has_value());
    ASSERT_TRUE(record->response.has_value());
    EXPECT_NE(record->response->find("QuestionnaireResponse"), std::string::npos);
    ASSERT_EQ(record->consents.size(), 2U);
    EXPECT_EQ(record->consents[0].sha256.size(), 64U);
    EXPECT_TRUE(record->signature_strokes.has_value());
    EXPECT_TRUE(record->signature_png_base64.has_value());
    ASSERT_EQ(record->assessments.size(), 2U);
    EXPECT_EQ(record->assessments[0].book.substr(0, 7), "gb18467");
}

TEST(Talk, ATattooLeadsToTheRightDayAndASlip) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card();
    ASSERT_TRUE(house.go_to_questions(donor)) << donor.screen_text();
    ASSERT_TRUE(house.answer_with_tattoo(donor)) << donor.screen_text();
    const auto today = base::local_time(house.clock().wall(), client::sample_offset).date;
    ASSERT_TRUE(donor.is_on("not_today")) << donor.screen_text();
    // T09 of the book: a year. A day that the next year does not have is the last of its month.
    const auto back =
        base::Date((today + std::chrono::years(1)).ok() ? today + std::chrono::years(1)
                                                        : (today.year() + std::chrono::years(1)) /
                                                              today.month() / std::chrono::last);
    EXPECT_TRUE(donor.shows("Whole blood: From " + screens::full_date(back) + " on"))
        << donor.screen_text();
    EXPECT_TRUE(donor.comes_to_show("Please take the slip"));
    ASSERT_TRUE(donor.tap("All right"));
    EXPECT_TRUE(donor.is_on("attract"));
}

TEST(Talk, APrivateAnswerIsSeenNowhereButInTheRecord) {
    std::string screens[2];
    std::string boards[2];
    for (const bool flag : {false, true}) {
        ::testing::internal::CaptureStderr(); // the log
        HouseUnderTest house;
        SurfaceUnderTest& donor = house.open_donor();
        SurfaceUnderTest& board = house.open_board();
        ASSERT_TRUE(donor.comes_to("attract"));
        house.lay_card("visitor");
        ASSERT_TRUE(house.go_to_questions(donor)) << donor.screen_text();
        ASSERT_TRUE(house.go_to_question(donor, "Have you yourself had hepatitis"));
        ASSERT_TRUE(donor.tap(flag ? "Yes" : "No"));
        screens[flag ? 1 : 0] = donor.screen_text();
        ASSERT_TRUE(answer_the_rest(house, donor));
        screens[flag ? 1 : 0] += donor.screen_text();
        const std::string ticket = house.go_from_result(donor);
        ASSERT_EQ(ticket, "A001");
        const auto record = house.record_of(ticket);
        ASSERT_TRUE(record.has_value());
        EXPECT_EQ(record->assessments[0].outcome,
                  flag ? wire::AssessedOutcome::deferred : wire::AssessedOutcome::eligible);
        EXPECT_TRUE(board.comes_to_show("A001"));
        boards[flag ? 1 : 0] = board.screen_text();
        const std::string log = ::testing::internal::GetCapturedStderr();
        for (const char* telling :
             {"Q2", "P0", "P1", "hepatitis", "deferred", "eligible", "answer"})
            EXPECT_FALSE(log.contains(telling)) << log;
    }
    EXPECT_EQ(screens[0], screens[1]);
    EXPECT_EQ(boards[0], boards[1]);
}

TEST(Talk, AChangeOfMindForgetsEverything) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card();
    ASSERT_TRUE(house.go_to_questions(donor));
    ASSERT_TRUE(answer_the_rest(house, donor));
    ASSERT_TRUE(donor.tap("Continue"));
    while (donor.tap("Next page")) {
    }
    ASSERT_TRUE(donor.tap("I would rather not"));
    EXPECT_TRUE(donor.is_on("attract"));
    house.lift_card();
    ASSERT_TRUE(house.lay_card_until_seen(donor, "visitor"));
    EXPECT_EQ(house.go_to_ticket(donor), "A001"); // nothing was issued before
}

TEST(Talk, TheWholeTalkWithoutTheServer) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.server().stop();
    ASSERT_TRUE(donor.comes_to_show("The line to the centre is down"));
    house.lay_card();
    EXPECT_EQ(house.go_to_ticket(donor), "A001") << donor.screen_text();
}

} // namespace rexue::journeys
