// A donation house, as the surfaces show it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/date_text.h"

namespace rexue::flow {

struct ServicePoint {
    std::string id;
    std::string name;
    std::string name_en;
    std::string stage;

    bool operator==(const ServicePoint&) const = default;
};

// Since local midnight, `from` included, `to` not. It may reach over midnight; equal: never.
struct QuietHours {
    std::chrono::minutes from{0};
    std::chrono::minutes to{0};

    bool operator==(const QuietHours&) const = default;
};

// So many of an offer of a moment are left in the house.
struct OfferStock {
    std::string offer;
    int count = 0;

    bool operator==(const OfferStock&) const = default;
};

struct House {
    std::string id;
    std::string name;
    std::string name_en;
    std::string city;
    std::string city_en;
    std::string place; // the city's code (GB/T 2260); empty: not known
    std::string slogan;
    std::chrono::minutes utc_offset{480};
    std::vector<std::string> stages;
    std::vector<ServicePoint> service_points;
    std::vector<std::string> blood_needed;
    std::vector<std::string> notices;
    std::optional<QuietHours> quiet_hours;
    std::vector<OfferStock> stock = {}; // what is not named, the house does not have

    bool operator==(const House&) const = default;
};

// How many service points a stage has; what estimates divide by.
int points_of(const House& house, std::string_view stage);
// Null for an id the house does not have (any more).
const ServicePoint* find_point(const House& house, std::string_view id);
// The house's own date.
base::Date date_in(const House& house, base::Instant wall);
// Calls are shown and not spoken.
bool is_quiet(const House& house, base::Instant now);

} // namespace rexue::flow
