#include "kiosk/screens/benefit_words.h"

#include <algorithm>

#include "kiosk/ui/strings.h"

namespace rexue::screens {

using honour::BenefitKind;
using ui::tr;

std::string_view kind_words(BenefitKind kind) {
    switch (kind) {
        case BenefitKind::transport:
            return tr("Transport");
        case BenefitKind::sights:
            return tr("Parks and sights");
        case BenefitKind::clinic:
            return tr("Outpatient fee");
        case BenefitKind::checkup:
            return tr("Health check");
        case BenefitKind::partner:
            return tr("Partner shops");
        case BenefitKind::service:
            return tr("Services");
        case BenefitKind::care:
            return tr("Care");
    }
    return {};
}

std::string_view icon_of(BenefitKind kind) {
    switch (kind) {
        case BenefitKind::transport:
            return "bus";
        case BenefitKind::sights:
            return "tree";
        case BenefitKind::clinic:
            return "hospital";
        case BenefitKind::checkup:
            return "heart";
        case BenefitKind::partner:
            return "shop";
        case BenefitKind::service:
            return "people";
        case BenefitKind::care:
            return "care";
    }
    return "star";
}

std::vector<BenefitKind> kinds_of(const std::vector<honour::Offered>& offers) {
    std::vector<BenefitKind> kinds;
    for (const honour::Offered& offer : offers)
        kinds.push_back(offer.benefit->kind);
    std::ranges::sort(kinds);
    const auto twice = std::ranges::unique(kinds);
    kinds.erase(twice.begin(), twice.end());
    return kinds;
}

const std::string& in_shown_language(const honour::Words& words) {
    return ui::current_language().starts_with("zh") ? words.zh_CN : words.en;
}

std::string title_of(const honour::Benefit& benefit) {
    std::string title = in_shown_language(benefit.title);
    if (benefit.count && benefit.count_of) {
        title +=
            " · " + std::to_string(*benefit.count) + " " + in_shown_language(*benefit.count_of);
    }
    return title;
}

std::string how_words(const honour::Benefit& benefit) {
    const bool show = std::ranges::find(benefit.how, honour::How::show) != benefit.how.end();
    const bool scan = std::ranges::find(benefit.how, honour::How::scan) != benefit.how.end();
    if (show && scan) return std::string(tr("Show the card or have it scanned"));
    if (show) return std::string(tr("Show the card"));
    if (scan) return std::string(tr("Have the card scanned"));
    return {};
}

} // namespace rexue::screens
