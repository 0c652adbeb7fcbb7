#include "net/credential/registered.h"

#include <array>
#include <span>

namespace rexue::credential {

namespace {

// The place in the list is the number; 0 is none. Ids of assets/honour-cards and assets/awards. Add
// at the end: cards are printed with these numbers.
constexpr std::array<std::string_view, 8> tiers{"",
                                                "shandong-card",
                                                "qingdao-card",
                                                "zhejiang-card",
                                                "guangzhou-tier-1",
                                                "guangzhou-tier-2",
                                                "guangzhou-tier-3",
                                                "taian-card"};
constexpr std::array<std::string_view, 21> awards{"",
                                                  "national-bronze",
                                                  "national-silver",
                                                  "national-gold",
                                                  "national-lifetime",
                                                  "national-star-1",
                                                  "national-star-2",
                                                  "national-star-3",
                                                  "national-star-4",
                                                  "national-star-5",
                                                  "national-volunteer-lifetime",
                                                  "national-stem-cells",
                                                  "national-stem-cells-special",
                                                  "national-star-1-of-2009",
                                                  "national-star-2-of-2009",
                                                  "national-star-3-of-2009",
                                                  "national-star-4-of-2009",
                                                  "national-star-5-of-2009",
                                                  "qingdao-10",
                                                  "qingdao-100",
                                                  "qingdao-200"};
constexpr std::array<std::string_view, 13> blood_groups{"",   "A",  "B",  "O",  "AB",  "A+", "A-",
                                                        "B+", "B-", "O+", "O-", "AB+", "AB-"};

std::span<const std::string_view> words(Register which) {
    switch (which) {
        case Register::tiers:
            return tiers;
        case Register::awards:
            return awards;
        case Register::blood_groups:
            break;
    }
    return blood_groups;
}

} // namespace

std::optional<std::uint8_t> number_of(Register which, std::string_view word) {
    const auto list = words(which);
    for (size_t i = 1; i < list.size(); ++i) {
        if (list[i] == word) return static_cast<std::uint8_t>(i);
    }
    return std::nullopt;
}

std::optional<std::string_view> word_of(Register which, std::uint64_t number) {
    const auto list = words(which);
    if (number == 0 || number >= list.size()) return std::nullopt;
    return list[number];
}

} // namespace rexue::credential
