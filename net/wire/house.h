// GET /v1/houses/{house}: a donation house as its terminals need to know it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "net/wire/identifiers.h"

namespace rexue::wire {

// Where a donor is served. `stage` is a stage of the visit: "examination", "pre_test",
// "collection" (domain: 体检, 初筛, 采血).
struct ServicePoint {
    std::string id;      // "w1"
    std::string name;    // "1号体检窗口"
    std::string name_en; // "Examination desk 1"
    std::string stage;
};
BOOST_DESCRIBE_STRUCT(ServicePoint, (), (id, name, name_en, stage))

// Local times, "21:00"; `from` included, `to` not. It may reach over midnight; equal: never.
struct QuietHours {
    std::string from;
    std::string to;
};
BOOST_DESCRIBE_STRUCT(QuietHours, (), (from, to))

// So many coins or certificates of a moment (assets/moments) the house has left.
struct OfferStock {
    std::string offer; // its id
    int count = 0;
};
BOOST_DESCRIBE_STRUCT(OfferStock, (), (offer, count))

struct House {
    HouseId house;
    std::string name; // "五四广场献血屋"
    std::string name_en;
    std::string city; // "青岛"
    std::string city_en;
    // The city by its code (GB/T 2260): 370200. Which honours and benefits are "here" goes by it.
    std::optional<std::string> place;
    std::string slogan; // of the city's theme, may be empty
    int utc_offset_minutes = 480;
    std::string opens;               // "09:00", local
    std::string closes;              // "17:00", local
    std::vector<std::string> stages; // in the order of a visit
    std::vector<ServicePoint> service_points;
    std::vector<std::string> blood_needed_today; // "A", "O", "AB", "B", "Rh-"
    std::vector<std::string> notices;            // for the board, zh-CN
    std::optional<QuietHours> quiet_hours;       // the board calls without a voice
    // What the station sets where rulebooks leave it to the station: JSON, as donation::adapt takes
    // it. Said by the server, not kept with the house.
    std::optional<std::string> station_settings;
    // Said by the server, not kept with the house. What is not named, the house does not have.
    std::optional<std::vector<OfferStock>> stock = std::nullopt;
};
BOOST_DESCRIBE_STRUCT(House, (),
                      (house, name, name_en, city, city_en, place, slogan, utc_offset_minutes,
                       opens, closes, stages, service_points, blood_needed_today, notices,
                       quiet_hours, station_settings, stock))

} // namespace rexue::wire
