// Not today, but another day: booked at the terminal, kept sealed, counted by the server, and
// remembered when the donor comes.
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "net/server/store/sqlite_store.h"
#include "tests/journeys/house_under_test.h"

namespace rexue::journeys {
namespace {

const wire::DonorId the_donor("d-sample-1");

std::unique_ptr<server::SqliteStore> store_of(HouseUnderTest& house) {
    return std::move(*server::SqliteStore::open(house.server().data().database()));
}

base::Date today(HouseUnderTest& house) {
    return base::local_time(house.clock().wall(), client::sample_offset).date;
}

// How many the server has for the days from which a tattoo of today is no hindrance.
int booked(HouseUnderTest& house) {
    const base::Date first = std::chrono::sys_days(today(house)) + std::chrono::days(300);
    const base::Date last = std::chrono::sys_days(first) + std::chrono::days(200);
    const auto days = store_of(house)->booking_days(client::sample_house, first, last);
    int count = 0;
    for (const wire::BookingDay& day : days.value())
        count += day.count;
    return count;
}

bool book(HouseUnderTest& house, SurfaceUnderTest& donor) {
    return house.go_to_questions(donor) && house.answer_with_tattoo(donor) &&
           donor.tap("Book a day") && donor.is_on("book") && donor.tap("Book this day");
}

// All that a stolen terminal would give away.
std::string all_files_under(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path(), std::ios::binary);
        all.append(std::istreambuf_iterator(file), {});
    }
    return all;
}

} // namespace

TEST(Booking, WhoIsDeferredForATattooBooksTheFirstPossibleDay) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card();
    ASSERT_TRUE(book(house, donor)) << donor.screen_text();
    EXPECT_TRUE(donor.comes_to_show("Your day is booked")) << donor.screen_text();
    EXPECT_TRUE(donor.is_on("not_today"));
    EXPECT_FALSE(donor.tap("Book a day")) << "one day a visit";
    EXPECT_TRUE(donor.comes_to_show("Please take the slip"));
    EXPECT_TRUE(support::eventually([&] { return booked(house) == 1; }));
    ASSERT_TRUE(donor.tap("All right"));
    EXPECT_TRUE(donor.is_on("attract"));
}

// Misfortune: the line to the centre is down.
TEST(Booking, WithoutALineItIsKeptSealedAndArrivesLater) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.server().stop();
    ASSERT_TRUE(donor.comes_to_show("The line to the centre is down"));
    house.lay_card();
    ASSERT_TRUE(book(house, donor)) << donor.screen_text();
    EXPECT_TRUE(donor.comes_to_show("Your day is booked")) << donor.screen_text();
    EXPECT_EQ(booked(house), 0);
    const std::string kept = all_files_under(house.donor_profile());
    EXPECT_FALSE(kept.empty());
    EXPECT_EQ(kept.find("示例甲"), std::string::npos);
    EXPECT_EQ(kept.find("000000199206140019"), std::string::npos);
    // The terminal is switched off over night.
    house.lift_card();
    house.close_donor();
    house.server().start();
    EXPECT_TRUE(house.open_donor().comes_to("attract"));
    EXPECT_TRUE(support::eventually([&] { return booked(house) == 1; }));
}

TEST(Booking, GoingBackBooksNothing) {
    HouseUnderTest house;
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card();
    ASSERT_TRUE(house.go_to_questions(donor) && house.answer_with_tattoo(donor));
    ASSERT_TRUE(donor.tap("Book a day") && donor.is_on("book"));
    ASSERT_TRUE(donor.tap("Back"));
    EXPECT_TRUE(donor.is_on("not_today"));
    EXPECT_FALSE(donor.shows("Your day is booked"));
    EXPECT_TRUE(donor.tap("All right"));
    EXPECT_EQ(booked(house), 0);
}

TEST(Booking, WhoComesOnTheDayIsExpected) {
    HouseUnderTest house;
    ASSERT_TRUE(store_of(house)->put_booking({.sealed = {.booking = base::make_uuid_v7({})},
                                              .house = client::sample_house,
                                              .day = today(house),
                                              .donor = the_donor},
                                             {}));
    SurfaceUnderTest& donor = house.open_donor();
    ASSERT_TRUE(donor.comes_to("attract"));
    house.lay_card();
    ASSERT_TRUE(donor.comes_to("confirm"));
    EXPECT_TRUE(donor.shows("You have booked for today")) << donor.screen_text();
}

} // namespace rexue::journeys
