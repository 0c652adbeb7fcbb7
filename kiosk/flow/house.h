// A donation house, as the surfaces show it.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace rexue::flow {

struct ServicePoint {
    std::string id;
    std::string name;
    std::string name_en;
    std::string stage;

    bool operator==(const ServicePoint&) const = default;
};

struct House {
    std::string id;
    std::string name;
    std::string name_en;
    std::string city;
    std::string city_en;
    std::string slogan;
    std::chrono::minutes utc_offset{480};
    std::vector<std::string> stages;
    std::vector<ServicePoint> service_points;
    std::vector<std::string> blood_needed;
    std::vector<std::string> notices;

    bool operator==(const House&) const = default;
};

// How many service points a stage has; what estimates divide by.
int points_of(const House& house, std::string_view stage);
// Null for an id the house does not have (any more).
const ServicePoint* find_point(const House& house, std::string_view id);

} // namespace rexue::flow
