// Sealed records in, masked briefs out.
#include "net/server/handlers/handlers.h"
#include "net/server/handlers/house_day.h"
#include "net/server/handlers/json_body.h"
#include "net/server/handlers/open_record.h"
#include "net/server/handlers/sealed_box.h"
#include "net/server/review/facts.h"
#include "net/wire/review.h"
#include "platform/log/catalogue.h"

namespace rexue::server {

using base::ErrorCode;

namespace {

base::Status check_frame(const wire::SealedRecord& sealed, const Request& request) {
    const auto wrong = [](std::string detail) -> base::Status {
        return base::fail(ErrorCode::invalid_argument, std::move(detail));
    };
    if (sealed.visit.to_string() != request.path_value) return wrong("/visit: not the path's");
    if (sealed.revision < 1) return wrong("/revision: counts from 1");
    if (sealed.algorithm != wire::sealing_algorithm) {
        return base::fail(ErrorCode::unsupported, "/algorithm: not supported");
    }
    if (sealed.terminal != request.terminal->id) {
        return base::fail(ErrorCode::forbidden, "/terminal: not the certificate's");
    }
    return {};
}

// Opened once on the way in: what the server cannot read later must come back to the terminal
// that still has the donor in front of it.
base::Status check_content(const keys::SealingKeys& sealing, const wire::SealedRecord& sealed,
                           const Terminal& terminal) {
    const auto record = open_record(sealing, sealed);
    if (!record) return base::fail(record);
    if (record->visit != sealed.visit || record->house != terminal.house) {
        return base::fail(ErrorCode::corrupt, "/ciphertext: it is of another visit or house");
    }
    const auto possible = wire::check_record(*record);
    if (!possible) {
        return base::fail(ErrorCode::corrupt, "/ciphertext: " + possible.error().detail);
    }
    return {};
}

base::Result<wire::VisitBrief> brief_of(Context& context, const TicketRecord& ticket,
                                        base::Date today) {
    const auto record = open_record(context.sealing, ticket.record);
    if (!record) return base::fail(record);
    const auto donor = known_donor(context.store, *record);
    if (!donor) return base::fail(donor);
    wire::VisitBrief brief{.visit = record->visit,
                           .ticket = ticket.ticket,
                           .entry = record->entry,
                           .masked_name = masked_name_of(*record, *donor),
                           .name_by = record->name_by,
                           .sex = record->sex,
                           .age_years = std::nullopt,
                           .donation_count = 0,
                           .last_donation = std::nullopt,
                           .doubt = std::nullopt};
    const Facts facts = facts_of(*record, *donor, today);
    if (facts.birth) brief.age_years = base::age_in_years(*facts.birth, today);
    if (facts.sex) brief.sex = std::string(json::to_json(*facts.sex).as_string());
    if (*donor && !(*donor)->donations.empty()) {
        brief.donation_count = static_cast<int>((*donor)->donations.size());
        brief.last_donation = (*donor)->donations.front().date;
    }
    return brief;
}

} // namespace

base::Result<Response> put_record(Context& context, const Request& request) {
    const auto sealed = read_body<wire::SealedRecord>(request);
    if (!sealed) return base::fail(sealed);
    const Terminal& terminal = *request.terminal;
    if (terminal.surface != wire::SurfaceKind::donor) {
        return base::fail(ErrorCode::forbidden, "only a donor terminal may do that");
    }
    auto status = check_frame(*sealed, request);
    if (status) {
        status = check_sealed_signature(terminal, wire::signed_text(*sealed), sealed->signature);
    }
    if (status) status = check_content(context.sealing, *sealed, terminal);
    if (status) status = context.store.put_record(terminal.house, *sealed, context.clock.wall());
    if (!status) return base::fail(status);
    return Response{
        .status = 204, .content_type = {}, .body = {}, .headers = {}, .follow = std::nullopt};
}

base::Result<Response> get_visits(Context& context, const Request& request) {
    if (query_value(request.query, "tickets-of").value_or("today") != "today") {
        return base::fail(ErrorCode::invalid_argument, "?tickets-of: only `today` is known");
    }
    const auto house = context.store.house(request.terminal->house);
    if (!house) return base::fail(house);
    const auto today = house_day(*house, context.clock.wall());
    const auto records = context.store.records_of_day(house->house, today);
    if (!records) return base::fail(records);
    wire::VisitBriefs briefs;
    for (const TicketRecord& ticket : *records) {
        auto brief = brief_of(context, ticket, today);
        if (brief) {
            briefs.visits.push_back(std::move(*brief));
            continue;
        }
        log::write(log::record_unreadable, brief.error(),
                   {{"visit", ticket.record.visit.to_string()}});
        briefs.visits.push_back({.visit = ticket.record.visit,
                                 .ticket = ticket.ticket,
                                 .masked_name = {},
                                 .sex = {},
                                 .age_years = {},
                                 .last_donation = {},
                                 .doubt = wire::doubt::unreadable_record});
    }
    return json_response(briefs);
}

} // namespace rexue::server
