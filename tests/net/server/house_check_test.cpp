// A house that does not hold together is not kept, and the fault is named.
#include "net/server/house_check.h"

#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "tests/net/server/samples.h"

namespace rexue::server {
namespace {

TEST(HouseCheck, takes_a_house_with_and_without_quiet_hours) {
    auto house = tests::a_house();
    EXPECT_TRUE(check_house(house));
    house.quiet_hours = {.from = "21:00", .to = "08:30"};
    EXPECT_TRUE(check_house(house));
}

TEST(HouseCheck, names_a_fault_with_its_place) {
    const std::string behind_the_last = std::to_string(tests::a_house().service_points.size());
    const struct {
        std::string detail;
        std::function<void(wire::House&)> make;
    } faults[] = {
        {"/house: is empty", [](auto& house) { house.house.value.clear(); }},
        {"/opens: a time of day is hh:mm", [](auto& house) { house.opens = "9:00"; }},
        {"/closes: a time of day is hh:mm", [](auto& house) { house.closes = "17:60"; }},
        {"/quiet_hours/from: a time of day is hh:mm",
         [](auto& house) { house.quiet_hours = {.from = "24:00", .to = "08:00"}; }},
        {"/quiet_hours/to: a time of day is hh:mm",
         [](auto& house) { house.quiet_hours = {.from = "21:00", .to = ""}; }},
        {"/place: is no code of a city (GB/T 2260)", [](auto& house) { house.place = "青岛"; }},
        {"/utc_offset_minutes: is no offset from UTC",
         [](auto& house) { house.utc_offset_minutes = 14 * 60 + 1; }},
        {"/utc_offset_minutes: is no offset from UTC",
         [](auto& house) { house.utc_offset_minutes = -12 * 60 - 1; }},
        {"/stages/0: is named twice",
         [](auto& house) { house.stages.push_back(house.stages.front()); }},
        {"/service_points/" + behind_the_last + "/id: another has this id",
         [](auto& house) { house.service_points.push_back(house.service_points.front()); }},
        {"/service_points/0/stage: is not a stage of this house",
         [](auto& house) { house.service_points.front().stage = "dance"; }},
    };
    for (const auto& fault : faults) {
        SCOPED_TRACE(fault.detail);
        auto house = tests::a_house();
        fault.make(house);
        const auto checked = check_house(house);
        ASSERT_FALSE(checked);
        EXPECT_EQ(checked.error().code, base::ErrorCode::invalid_argument);
        EXPECT_EQ(checked.error().detail, fault.detail);
    }
}

} // namespace
} // namespace rexue::server
