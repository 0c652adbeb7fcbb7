// What a place gives: searched, filtered, and for who holds what.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/kiosk/rules/honour/people.h"

namespace rexue::honour {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> ids(const std::vector<Offered>& list) {
    std::vector<std::string> names;
    for (const Offered& one : list)
        names.push_back(one.benefit->id);
    return names;
}

std::vector<std::string> found(const char* text, std::optional<std::string> place = {},
                               std::optional<BenefitKind> kind = {}) {
    return ids(shipped().catalogue().find(
        {.place = std::move(place), .kind = kind, .text = text, .on = day("2026-06-15")}));
}

std::vector<std::string> given(std::vector<std::string> held, const char* place,
                               const char* on = "2026-06-15") {
    return ids(shipped().catalogue().benefits_for(held, place, day(on)));
}

const Benefit& benefit(const char* place, std::string_view id) {
    const BenefitBook* book = shipped().catalogue().of_place(place);
    const auto one = std::ranges::find(book->benefits, id, &Benefit::id);
    return *one;
}

} // namespace

TEST(CatalogueTest, TheFiguresOfTheSources) {
    EXPECT_EQ(benefit("370300", "zibo-buses").count, 210);
    EXPECT_EQ(benefit("370300", "zibo-sights").count, 11);
    EXPECT_EQ(benefit("370300", "zibo-clinics").count, 136);
    EXPECT_EQ(benefit("370200", "qingdao-partners").count, 35);
    EXPECT_EQ(benefit("440100", "guangzhou-fee-at-once").count, 147);
    EXPECT_EQ(benefit("510000", "sichuan-gold-care").count, 125);
    EXPECT_EQ(shipped().catalogue().of_place("370300")->as_of, day("2025-06-13"));
    EXPECT_FALSE(shipped().catalogue().of_place("371600")->as_of);
    EXPECT_EQ(shipped().catalogue().of_place("999999"), nullptr);
}

TEST(CatalogueTest, SearchInChineseAndEnglish) {
    EXPECT_THAT(found("地铁"),
                ElementsAre("zhejiang-transport", "qingdao-transport", "guangzhou-transport"));
    EXPECT_THAT(found("METRO guangzhou"), ElementsAre("guangzhou-transport"));
    EXPECT_THAT(found("广州　地铁"), ElementsAre("guangzhou-transport"));
    EXPECT_THAT(found("  metro   Qingdao "), ElementsAre("qingdao-transport"));
    EXPECT_THAT(found("metro Zibo"), IsEmpty());
}

TEST(CatalogueTest, FilteredByPlaceAndKind) {
    EXPECT_THAT(found("", "370300", BenefitKind::transport),
                testing::UnorderedElementsAre("zibo-buses", "shandong-transport"));
    EXPECT_THAT(found("", "370200", BenefitKind::partner), ElementsAre("qingdao-partners"));
    EXPECT_THAT(found("", "370302", BenefitKind::transport), Contains("zibo-buses")); // a district
    EXPECT_THAT(found("", "370000"), Not(Contains("zibo-buses"))); // not in every city
    EXPECT_THAT(found("", "460100"), IsEmpty());
}

TEST(CatalogueTest, AnotherCitysListOnRequest) {
    EXPECT_THAT(found("", "440100"), Contains("guangzhou-care"));
    EXPECT_THAT(given({"shandong-card"}, "440100"), ElementsAre("guangzhou-fee-at-once"));
}

TEST(CatalogueTest, WhatAHolderGetsHereToday) {
    EXPECT_THAT(
        given({"shandong-card"}, "370300"),
        testing::UnorderedElementsAre("zibo-buses", "zibo-sights", "zibo-clinics",
                                      "shandong-transport", "shandong-sights", "shandong-clinic"));
    EXPECT_THAT(given({}, "370300"), IsEmpty());
    EXPECT_THAT(given({"national-gold"}, "510100"), Contains("sichuan-gold-care"));
    EXPECT_THAT(given({"national-silver"}, "510100"), Not(Contains("sichuan-gold-care")));
}

TEST(CatalogueTest, TheCityTellsHowItIsThere) {
    const std::string held[] = {"shandong-card"};
    const auto nearest = [&](const char* place) {
        std::vector<std::string> ids;
        for (const Offered& one : told_by_the_nearest(
                 shipped().catalogue().benefits_for(held, place, day("2026-06-14"))))
            ids.push_back(one.benefit->id);
        return ids;
    };
    EXPECT_THAT(nearest("370300"),
                testing::UnorderedElementsAre("zibo-buses", "zibo-sights", "zibo-clinics"));
    EXPECT_THAT(nearest("370100"), testing::UnorderedElementsAre(
                                       "shandong-transport", "shandong-sights", "shandong-clinic"))
        << "a city that tells nothing of its own";
}

TEST(CatalogueTest, WhatARecordCannotTellIsAskedOfStaff) {
    const auto offered = shipped().catalogue().benefits_for({}, "110000", day("2026-06-15"));
    ASSERT_EQ(offered.size(), 1u);
    EXPECT_EQ(offered[0].benefit->id, "beijing-booking");
    EXPECT_EQ(offered[0].claim, Claim::ask);
    EXPECT_EQ(offered[0].book->place, "110000");
}

TEST(CatalogueTest, OnTheFirstAndTheLastDay) {
    EXPECT_THAT(given({"shandong-card"}, "370100", "2025-04-30"), IsEmpty());
    EXPECT_THAT(given({"shandong-card"}, "370100", "2025-05-01"), Contains("shandong-sights"));
    EXPECT_THAT(given({}, "110000", "2025-05-31"), IsEmpty());
    EXPECT_THAT(given({}, "110000", "2025-06-01"), Contains("beijing-zoo"));
    EXPECT_THAT(given({}, "110000", "2025-08-31"), Contains("beijing-zoo"));
    EXPECT_THAT(given({}, "110000", "2025-09-01"), ElementsAre("beijing-booking"));
}

TEST(CatalogueTest, TwoFilesOfAPlaceOrTwoBenefitsOfANameAreRefused) {
    const BenefitBook zibo = *shipped().catalogue().of_place("370300");
    EXPECT_EQ(Catalogue::create({zibo, zibo}).error().detail, "370300 has two files");
    BenefitBook other = zibo;
    other.place = "370200";
    EXPECT_EQ(Catalogue::create({zibo, other}).error().detail, "two benefits are named zibo-buses");
}

} // namespace rexue::honour
