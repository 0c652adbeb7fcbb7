#include "kiosk/rules/identity/number_check.h"
#include "net/server/handlers/find_donor.h"
#include "net/server/handlers/handlers.h"
#include "net/server/handlers/house_day.h"
#include "net/server/handlers/json_body.h"
#include "net/server/handlers/masking.h"

namespace rexue::server {

using base::ErrorCode;

namespace {

base::Result<std::vector<wire::DonorDeferral>> still_deferred(Context& context,
                                                              const wire::DonorId& donor,
                                                              base::Date today) {
    const auto kept = context.store.deferrals(donor);
    if (!kept) return base::fail(kept);
    std::vector<wire::DonorDeferral> deferrals;
    for (const KeptDeferral& one : *kept) {
        if (!one.deferral.until || *one.deferral.until > today) deferrals.push_back(one.deferral);
    }
    return deferrals;
}

} // namespace

base::Result<Response> look_up_donor(Context& context, const Request& request) {
    const auto query = read_body<wire::DonorQuery>(request);
    if (!query) return base::fail(query);
    if (request.terminal->surface == wire::SurfaceKind::board) {
        return base::fail(ErrorCode::forbidden, "a board has no donors to look up");
    }
    auto donor = find_donor(context.store, *query);
    if (!donor) return base::fail(donor);
    const auto house = context.store.house(request.terminal->house);
    if (!house) return base::fail(house);
    const auto today = house_day(*house, context.clock.wall());
    const auto booked = context.store.has_booked(house->house, donor->id, today);
    if (!booked) return base::fail(booked);
    // That a physician deferred somebody is for their own visit alone, and not for a tablet.
    std::optional<std::vector<wire::DonorDeferral>> deferrals;
    if (request.terminal->surface == wire::SurfaceKind::donor) {
        auto kept = still_deferred(context, donor->id, today);
        if (!kept) return base::fail(kept);
        deferrals = std::move(*kept);
    }
    const auto number = identity::check_number(donor->document_number, today);
    std::optional<std::string> sex;
    if (number.sex == identity::Sex::male) sex = "male";
    if (number.sex == identity::Sex::female) sex = "female";
    return json_response(wire::DonorBrief{.donor = donor->id,
                                          .masked_name = masked_name(donor->name),
                                          .masked_number = masked_number(donor->document_number),
                                          .masked_mobile = masked_mobile(donor->mobile),
                                          .donations = std::move(donor->donations),
                                          .birth = number.birth,
                                          .sex = sex,
                                          .booked_today = *booked,
                                          .volunteer_hours = donor->volunteer_hours,
                                          .volunteer_years = donor->volunteer_years,
                                          .stem_cell_donations = donor->stem_cell_donations,
                                          .rare_group = donor->rare_group,
                                          .deferrals = std::move(deferrals)});
}

} // namespace rexue::server
