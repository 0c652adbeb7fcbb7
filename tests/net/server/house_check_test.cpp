// A house that does not hold together is not kept, and the fault is named.
#include "net/server/house_check.h"

#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "tests/net/server/samples.h"

namespace rexue::server {
namespace {

struct Fault {
    const char* name;
    std::function<void(wire::House&)> make;
    std::string detail;
};

class HouseFault : public testing::TestWithParam<Fault> {};

TEST(HouseCheck, takes_a_house_with_and_without_quiet_hours) {
    auto house = tests::a_house();
    EXPECT_TRUE(check_house(house));
    house.quiet_hours = {.from = "21:00", .to = "08:30"};
    EXPECT_TRUE(check_house(house));
}

TEST_P(HouseFault, is_named_with_its_place) {
    auto house = tests::a_house();
    GetParam().make(house);
    const auto checked = check_house(house);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, base::ErrorCode::invalid_argument);
    EXPECT_EQ(checked.error().detail, GetParam().detail);
}

INSTANTIATE_TEST_SUITE_P(
    All, HouseFault,
    testing::Values(
        Fault{"NoId", [](auto& house) { house.house.value.clear(); }, "/house: is empty"},
        Fault{"Opens", [](auto& house) { house.opens = "9:00"; }, "/opens: a time of day is hh:mm"},
        Fault{"Closes", [](auto& house) { house.closes = "17:60"; },
              "/closes: a time of day is hh:mm"},
        Fault{"QuietFrom",
              [](auto& house) { house.quiet_hours = {.from = "24:00", .to = "08:00"}; },
              "/quiet_hours/from: a time of day is hh:mm"},
        Fault{"QuietTo", [](auto& house) { house.quiet_hours = {.from = "21:00", .to = ""}; },
              "/quiet_hours/to: a time of day is hh:mm"},
        Fault{"Offset", [](auto& house) { house.utc_offset_minutes = 14 * 60 + 1; },
              "/utc_offset_minutes: is no offset from UTC"},
        Fault{"OffsetWest", [](auto& house) { house.utc_offset_minutes = -12 * 60 - 1; },
              "/utc_offset_minutes: is no offset from UTC"},
        Fault{"StageTwice", [](auto& house) { house.stages.push_back(house.stages.front()); },
              "/stages/0: is named twice"},
        Fault{"PointTwice",
              [](auto& house) { house.service_points.push_back(house.service_points.front()); },
              "/service_points/" + std::to_string(tests::a_house().service_points.size()) +
                  "/id: another has this id"},
        Fault{"NoSuchStage", [](auto& house) { house.service_points.front().stage = "dance"; },
              "/service_points/0/stage: is not a stage of this house"}),
    [](const auto& tested) { return std::string(tested.param.name); });

} // namespace
} // namespace rexue::server
