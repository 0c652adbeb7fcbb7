#include "kiosk/flow/volunteer/session.h"

#include <algorithm>

namespace rexue::flow::volunteer {

const std::string& place_shown(const Session& session) {
    return session.place.empty() ? session.house.place : session.place;
}

std::vector<std::string> held_by(const Session& session) {
    std::vector<std::string> held;
    if (!session.card || session.card->verdict != Verdict::valid || !session.card->holder) {
        return held;
    }
    const Holder& holder = *session.card->holder;
    held = holder.awards;
    if (!holder.tier.empty()) held.push_back(holder.tier);
    return held;
}

std::vector<honour::Offered> offered(const Session& session, base::Date today) {
    std::vector<honour::Offered> found;
    const std::string& place = place_shown(session);
    if (session.honours == nullptr || place.empty()) return found;
    const honour::Catalogue& catalogue = session.honours->catalogue();
    if (!session.card) {
        return catalogue.find({.place = place, .kind = {}, .text = {}, .on = today});
    }
    if (session.card->verdict != Verdict::valid) return found;
    const auto held = session.honours->with_what_counts(held_by(session), today);
    return honour::told_by_the_nearest(catalogue.benefits_for(held, place, today));
}

} // namespace rexue::flow::volunteer
