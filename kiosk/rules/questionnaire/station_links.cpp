#include "kiosk/rules/questionnaire/station_links.h"

#include <algorithm>

namespace rexue::questionnaire::station_links {

std::optional<Link> missing_in(const Form& form) {
    const auto missing = std::ranges::find_if(all, [&](const Link& link) {
        const auto item = form.find(link.id);
        return !item || form.item(*item).type != link.type;
    });
    return missing == all.end() ? std::nullopt : std::optional(*missing);
}

} // namespace rexue::questionnaire::station_links
