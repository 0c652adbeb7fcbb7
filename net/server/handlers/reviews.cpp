// What staff do with a visit: nurses measure, physicians decide. Every step is kept.
#include "net/server/handlers/handlers.h"
#include "net/server/handlers/house_day.h"
#include "net/server/handlers/json_body.h"
#include "net/server/handlers/open_record.h"
#include "net/server/handlers/sealed_box.h"
#include "net/server/review/gifts.h"
#include "net/server/review/view.h"
#include "platform/base/encoding.h"
#include "platform/base/secret_text.h"
#include "platform/log/catalogue.h"

namespace rexue::server {

using base::ErrorCode;

namespace {

struct OpenReview {
    std::string ticket;
    int revision = 1;
    wire::VisitRecord record;
    std::optional<Donor> donor;
    Facts facts;
    std::vector<wire::ReviewEntry> entries;
    base::Date today{};
    Judged judged;
    std::vector<wire::ReviewGift> gifts;
};

base::Result<wire::ReviewEntry> open_step(const keys::SealingKeys& sealing,
                                          const std::string& sealed) {
    const auto corrupt = [] { return base::fail(ErrorCode::corrupt, "a step of a review"); };
    const auto value = open_sealed(sealing, sealed);
    if (!value) return corrupt();
    auto entry = json::from_json<wire::ReviewEntry>(*value);
    if (!entry) return corrupt();
    return entry;
}

SealedStep sealed_step(const keys::SealingKeys& sealing, const wire::ReviewEntry& entry) {
    std::string text = boost::json::serialize(json::to_json(entry));
    const auto box = sealing.seal(text);
    base::wipe(text);
    return {.id = entry.step.id, .position = entry.position, .sealed = base::base64_encode(box)};
}

void judge_again(Context& context, OpenReview& review) {
    review.judged =
        judge(context.catalogues, review.record, review.facts, review.entries, review.today);
}

// `steps`: all that staff have taken, as the store has them.
base::Result<OpenReview> open_review(Context& context, const TicketRecord& ticket,
                                     const wire::House& house,
                                     const base::Result<std::vector<std::string>>& steps) {
    const base::Date today = house_day(house, context.clock.wall());
    if (!steps) return base::fail(steps);
    auto record = open_record(context.sealing, ticket.record);
    if (!record) return base::fail(record);
    auto donor = known_donor(context.store, *record);
    if (!donor) return base::fail(donor);
    OpenReview review{.ticket = ticket.ticket,
                      .revision = ticket.record.revision,
                      .record = std::move(*record),
                      .donor = std::move(*donor),
                      .facts = {},
                      .entries = {},
                      .today = today,
                      .judged = {},
                      .gifts = {}};
    review.facts =
        facts_of(review.record, review.donor, house_day(house, review.record.checked_in_at));
    for (const std::string& step : *steps) {
        auto entry = open_step(context.sealing, step);
        if (!entry) return base::fail(entry);
        review.entries.push_back(std::move(*entry));
    }
    judge_again(context, review);
    return review;
}

base::Status add_gifts(Context& context, const wire::House& house, OpenReview& review) {
    const honour::Honours* honours = context.catalogues.honours();
    if (honours == nullptr) return {};
    auto stock = context.store.stock(house.house);
    if (!stock) return base::fail(stock);
    auto given = context.store.given(review.record.visit);
    if (!given) return base::fail(given);
    const auto* book = context.catalogues.book_in_force(review.facts.visited);
    review.gifts = gifts_of(*honours, book, house, review.facts, review.donor,
                            {.stock = std::move(*stock), .given = std::move(*given)});
    return {};
}

base::Result<OpenReview> review_asked_for(Context& context, const Request& request) {
    const auto visit = base::parse_uuid(request.path_value);
    if (!visit) return base::fail(ErrorCode::not_found, "no record of such a visit");
    const auto house = context.store.house(request.terminal->house);
    if (!house) return base::fail(house);
    const auto ticket = context.store.record_of_visit(house->house, *visit);
    if (!ticket) return base::fail(ticket);
    auto review = open_review(context, *ticket, *house, context.store.review_steps(*visit));
    if (!review) return review;
    if (const auto added = add_gifts(context, *house, *review); !added) return base::fail(added);
    return review;
}

wire::Review seen_by(const OpenReview& review, wire::StaffRole role) {
    auto view = view_of(review.judged, review.record, review.entries, review.revision, role);
    view.ticket = review.ticket;
    view.gifts = review.gifts;
    view.masked_name = masked_name_of(review.record, review.donor);
    if (review.facts.birth) {
        view.age_years = base::age_in_years(*review.facts.birth, review.today);
    }
    if (review.facts.sex) view.sex = std::string(json::to_json(*review.facts.sex).as_string());
    return view;
}

base::Status check_role(const Request& request) {
    if (request.session->role != wire::StaffRole::operator_) return {};
    return base::fail(ErrorCode::forbidden, "reviews are for nurses and physicians");
}

base::Status check_may(const wire::ReviewStep& step, wire::StaffRole role) {
    if (step.measurements || role == wire::StaffRole::physician) return {};
    return base::fail(ErrorCode::forbidden, "only a physician may correct, approve and decide");
}

// Whether the step was taken before, by this very person. conflict for another under its id.
base::Result<bool> is_taken(const OpenReview& review, const wire::ReviewStep& step,
                            const std::string& staff) {
    for (const wire::ReviewEntry& entry : review.entries) {
        if (entry.step.id != step.id) continue;
        if (entry.staff == staff && json::to_json(entry.step) == json::to_json(step)) return true;
        return base::fail(ErrorCode::conflict, "/id: another step has it");
    }
    return false;
}

base::Result<wire::ReviewEntry> entry_of(const OpenReview& review, const wire::ReviewStep& step,
                                         const OpenSession& session, base::Instant now) {
    if (step.revision != review.revision || step.after != static_cast<int>(review.entries.size())) {
        return base::fail(ErrorCode::conflict, "/after: somebody has been quicker");
    }
    wire::ReviewEntry entry{.position = step.after + 1,
                            .step = step,
                            .at = now,
                            .staff = session.staff,
                            .name = session.name,
                            .role = session.role,
                            .before = std::nullopt,
                            .book = std::nullopt};
    if (review.judged.book != nullptr) entry.book = review.judged.book->name();
    if (step.correction) {
        if (!review.judged.answers) {
            return base::fail(ErrorCode::invalid_argument, "/correction: there are no answers");
        }
        auto answers = *review.judged.answers;
        entry.before.emplace();
        const auto corrected = correct(answers, *step.correction, *entry.before);
        if (!corrected) return base::fail(corrected);
    }
    if (step.special_match) {
        const auto& match = review.judged.special_match;
        const bool is_approved = step.special_match == wire::MatchStep::approve;
        if (!match || match->is_approved == is_approved) {
            return base::fail(ErrorCode::invalid_argument,
                              "/special_match: no interval asks for it, or it is so already");
        }
    }
    if (step.decision) {
        const auto reason = why_not(review.judged, *step.decision, review.today);
        if (!reason.empty()) return base::fail(ErrorCode::invalid_argument, std::string(reason));
    }
    return entry;
}

// What the whole house may know of it: that there was a step with this ticket. Other desks look
// again then.
queue::HouseEvent told_of(const OpenReview& review, const Request& request, base::Instant now) {
    queue::HouseEvent event;
    event.id = base::make_uuid_v7(now);
    event.house = request.terminal->house.value;
    event.terminal = request.terminal->id.value;
    event.at = now;
    event.day = review.today;
    event.kind = queue::EventKind::reviewed;
    event.ticket = review.ticket;
    event.visit = review.record.visit;
    return event;
}

// Somebody waits behind that ticket, whatever has become of the record.
wire::ReviewBrief brief_of_unreadable(const TicketRecord& ticket) {
    return {.visit = ticket.record.visit,
            .ticket = ticket.ticket,
            .status = wire::ReviewStatus::needs_look,
            .reasons = {{.kind = wire::ReasonKind::doubt,
                         .code = wire::doubt::unreadable_record,
                         .words = {},
                         .types = {wire::DonationType::whole_blood, wire::DonationType::platelets},
                         .until = {}}}};
}

wire::ReviewBrief brief_of(const OpenReview& review, wire::StaffRole role) {
    auto view = seen_by(review, role);
    return {.visit = view.visit,
            .ticket = view.ticket,
            .status = view.status,
            .reasons = std::move(view.reasons)};
}

// A line of the list; opened and judged only when there is something new of the visit.
wire::ReviewBrief brief_of(Context& context, const TicketRecord& ticket, const wire::House& house,
                           wire::StaffRole role) {
    const auto now = context.clock.wall();
    const auto steps = context.store.review_steps(ticket.record.visit);
    const BriefKey key{.visit = ticket.record.visit,
                       .revision = ticket.record.revision,
                       .steps = steps ? steps->size() : 0,
                       .day = house_day(house, now)};
    if (steps) {
        if (auto kept = context.briefs.find(key, role, now)) return std::move(*kept);
    }
    const auto review = open_review(context, ticket, house, steps);
    if (!review) {
        log::write(log::record_unreadable, review.error(), {{"visit", key.visit.to_string()}});
        return brief_of_unreadable(ticket);
    }
    context.briefs.keep(key,
                        {.to_physicians = brief_of(*review, wire::StaffRole::physician),
                         .to_others = brief_of(*review, wire::StaffRole::nurse)},
                        now);
    return brief_of(*review, role);
}

} // namespace

base::Result<Response> get_reviews(Context& context, const Request& request) {
    if (const auto may = check_role(request); !may) return base::fail(may);
    const auto house = context.store.house(request.terminal->house);
    if (!house) return base::fail(house);
    const auto records =
        context.store.records_of_day(house->house, house_day(*house, context.clock.wall()));
    if (!records) return base::fail(records);
    wire::ReviewBriefs briefs;
    for (const TicketRecord& ticket : *records)
        briefs.reviews.push_back(brief_of(context, ticket, *house, request.session->role));
    return json_response(briefs);
}

base::Result<Response> get_review(Context& context, const Request& request) {
    if (const auto may = check_role(request); !may) return base::fail(may);
    const auto review = review_asked_for(context, request);
    if (!review) return base::fail(review);
    return json_response(seen_by(*review, request.session->role));
}

base::Result<Response> post_review_step(Context& context, const Request& request) {
    if (const auto may = check_role(request); !may) return base::fail(may);
    const auto step = read_body<wire::ReviewStep>(request);
    if (!step) return base::fail(step);
    const OpenSession& session = *request.session;
    auto status = wire::check_step(*step);
    if (status) status = check_may(*step, session.role);
    if (!status) return base::fail(status);
    auto review = review_asked_for(context, request);
    if (!review) return base::fail(review);
    const auto taken = is_taken(*review, *step, session.staff);
    if (!taken) return base::fail(taken);
    if (!*taken) {
        const auto now = context.clock.wall();
        auto entry = entry_of(*review, *step, session, now);
        if (!entry) return base::fail(entry);
        const auto kept = context.store.append_review_step(session.house, review->record.visit,
                                                           sealed_step(context.sealing, *entry),
                                                           told_of(*review, request, now), now);
        if (!kept) return base::fail(kept);
        context.metrics.count(Counter::events_stored);
        context.followers.publish(session.house);
        review->entries.push_back(std::move(*entry));
        judge_again(context, *review);
    }
    return json_response(seen_by(*review, session.role));
}

} // namespace rexue::server
