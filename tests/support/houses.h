// An invented house with two examination desks and one of every other stage.
#pragma once

#include "kiosk/flow/house.h"

namespace rexue::support {

inline flow::House a_house() {
    return {.id = "qd-wusi",
            .name = "五四广场献血屋",
            .name_en = "May Fourth Square",
            .city = "青岛",
            .city_en = "Qingdao",
            .stages = {"examination", "pre_test", "collection"},
            .service_points = {
                {.id = "w1", .name = "1号体检窗口", .name_en = "Desk 1", .stage = "examination"},
                {.id = "w2", .name = "2号体检窗口", .name_en = "Desk 2", .stage = "examination"},
                {.id = "w3", .name = "初筛窗口", .name_en = "Test", .stage = "pre_test"},
                {.id = "c1", .name = "1号采血位", .name_en = "Chair 1", .stage = "collection"}}};
}

} // namespace rexue::support
