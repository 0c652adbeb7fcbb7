#include "net/credential/registered.h"

#include <array>
#include <span>

namespace rexue::credential {

namespace {

// The place in the list is the number; 0 is none. Add at the end.
constexpr std::array<std::string_view, 14> tiers{
    "", "shandong", "qingdao", "zhejiang", "guangzhou-1", "guangzhou-2", "guangzhou-3",
    // From here on the ids of the assets.
    "shandong-card", "qingdao-card", "taian-card", "zhejiang-card", "guangzhou-tier-1",
    "guangzhou-tier-2", "guangzhou-tier-3"};
// 《全国无偿献血表彰奖励办法（2022年版）》: 奉献奖, 志愿服务奖 of one to five stars, 造血干细胞.
constexpr std::array<std::string_view, 28> awards{
    "",
    "dedication-bronze",
    "dedication-silver",
    "dedication-gold",
    "dedication-lifetime",
    "volunteer-1",
    "volunteer-2",
    "volunteer-3",
    "volunteer-4",
    "volunteer-5",
    "volunteer-lifetime",
    "stem-cells",
    "stem-cells-special",
    // From here on the ids of the assets.
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
    "qingdao-10",
    "qingdao-100",
    "qingdao-200",
};
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
