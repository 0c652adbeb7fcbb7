#include "kiosk/rules/questionnaire/station_links.h"

#include <algorithm>

namespace rexue::questionnaire::station_links {

namespace {

bool tells_past_reaction(const Form& form) {
    const auto refers = [](const RuleMark& mark) {
        return mark.kind == RuleMark::Kind::staff && mark.code == past_reaction;
    };
    return std::ranges::any_of(form.items(), [&](const Item& item) {
        return std::ranges::any_of(item.marks, refers) ||
               std::ranges::any_of(item.options, [&](const Option& option) {
                   return std::ranges::any_of(option.marks, refers);
               });
    });
}

} // namespace

std::optional<Link> missing_in(const Form& form) {
    const auto missing = std::ranges::find_if(all, [&](const Link& link) {
        const auto item = form.find(link.id);
        return !item || form.item(*item).type != link.type;
    });
    if (missing == all.end() && !tells_past_reaction(form)) {
        return Link{past_reaction, ItemType::boolean};
    }
    return missing == all.end() ? std::nullopt : std::optional(*missing);
}

} // namespace rexue::questionnaire::station_links
