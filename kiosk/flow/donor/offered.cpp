#include "kiosk/flow/donor/offered.h"

#include <algorithm>
#include <array>
#include <optional>

#include "kiosk/rules/donation/measured.h"

namespace rexue::flow::donor {

namespace {

using donation::DonationType;
using queue::Intent;

struct Amount {
    Intent intent;
    DonationType type;
    int count; // mL, or treatment units
};
constexpr std::array amounts{Amount{Intent::whole_blood_200, DonationType::whole_blood, 200},
                             Amount{Intent::whole_blood_300, DonationType::whole_blood, 300},
                             Amount{Intent::whole_blood_400, DonationType::whole_blood, 400},
                             Amount{Intent::platelets_1, DonationType::platelets, 1},
                             Amount{Intent::platelets_2, DonationType::platelets, 2}};

std::vector<int> of_book(const Visit& visit, DonationType type, base::Date today) {
    const auto* book = visit.forms ? visit.forms->books.in_force(today) : nullptr;
    if (book == nullptr) return {};
    return type == DonationType::whole_blood ? donation::volumes_ml(*book, std::nullopt, today)
                                             : donation::platelet_units(*book, today);
}

} // namespace

std::vector<Intent> offered(const Visit& visit, base::Date today) {
    std::vector<Intent> intents;
    for (const DonationType type : {DonationType::whole_blood, DonationType::platelets}) {
        const auto counts = of_book(visit, type, today);
        for (const Amount& one : amounts) {
            if (one.type != type) continue;
            const bool is_named = std::ranges::find(counts, one.count) != counts.end();
            if (counts.empty() || is_named) intents.push_back(one.intent);
        }
    }
    return intents;
}

} // namespace rexue::flow::donor
