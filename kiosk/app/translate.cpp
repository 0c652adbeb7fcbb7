#include "kiosk/app/translate.h"

#include <optional>
#include <utility>

#include "kiosk/flow/donor/may_give.h"
#include "kiosk/rule_wire/past_donations.h"
#include "kiosk/rules/questionnaire/response.h"
#include "net/outbox/sealing.h"

namespace rexue::app {

namespace {

using queue::Intent;

struct IntentParts {
    wire::DonationType type;
    std::optional<int> volume_ml;
    std::optional<int> units;
};

IntentParts parts_of(Intent intent) {
    switch (intent) {
        case Intent::whole_blood_200:
            return {wire::DonationType::whole_blood, 200, {}};
        case Intent::whole_blood_300:
            return {wire::DonationType::whole_blood, 300, {}};
        case Intent::whole_blood_400:
            return {wire::DonationType::whole_blood, 400, {}};
        case Intent::platelets_1:
            return {wire::DonationType::platelets, {}, 1};
        case Intent::platelets_2:
            return {wire::DonationType::platelets, {}, 2};
    }
    std::unreachable();
}

// Old records may hold amounts that nobody gives any more; they are shown without an amount.
std::optional<Intent> intent_of(const wire::PastDonation& donation) {
    for (const Intent intent :
         {Intent::whole_blood_200, Intent::whole_blood_300, Intent::whole_blood_400,
          Intent::platelets_1, Intent::platelets_2}) {
        const IntentParts parts = parts_of(intent);
        const bool same_amount = parts.type == wire::DonationType::whole_blood
                                     ? parts.volume_ml == donation.volume_ml
                                     : parts.units == donation.units;
        if (parts.type == donation.type && same_amount) return intent;
    }
    return std::nullopt;
}

wire::EntryKind entry_of(const flow::donor::Visit& visit) {
    if (visit.typed) return wire::EntryKind::typed_number;
    if (!visit.document) return wire::EntryKind::honour_card;
    switch (visit.document->kind) {
        case identity::DocumentKind::resident:
            return wire::EntryKind::resident_id;
        case identity::DocumentKind::hmt_resident:
            return wire::EntryKind::hmt_resident_id;
        case identity::DocumentKind::foreign_2017:
        case identity::DocumentKind::foreign_2023:
            return wire::EntryKind::foreign_resident_id;
        case identity::DocumentKind::unknown:
            return wire::EntryKind::other_document;
    }
    std::unreachable();
}

std::string sex_word(identity::Sex sex) {
    return boost::describe::enum_to_string(sex, "unknown");
}

void add_document(wire::VisitRecord& record, const identity::IdentityDocument& document) {
    const auto if_any = [](std::string_view text) {
        return text.empty() ? std::nullopt : std::optional(std::string(text));
    };
    record.name = if_any(document.name);
    record.english_name = if_any(document.english_name);
    record.document_number = document.number.str();
    record.sex = sex_word(document.sex);
    record.nation = if_any(document.nation_code);
    record.nationality = if_any(document.nationality);
    record.address = if_any(document.address);
    record.authority = if_any(document.authority);
    record.permit_number = if_any(document.permit_number);
    record.issue_count = document.issue_count;
    record.document_valid_from = document.valid_from;
    if (document.valid_long_term) {
        record.document_valid_to = "long_term";
    } else if (document.valid_to) {
        record.document_valid_to = base::format_date(*document.valid_to);
    }
}

// What the donor said and nobody has seen on a document.
void add_typed(wire::VisitRecord& record, const flow::donor::TypedIdentity& typed) {
    record.document_number = typed.number.str();
    if (!typed.name.empty()) record.name = typed.name.str();
    const bool by_staff = typed.name_by == flow::donor::NameBy::staff;
    if (by_staff || record.name) {
        record.name_by = by_staff ? wire::NameBy::staff : wire::NameBy::donor;
    }
}

// The facts that the rules judge by, as this terminal judged: by honour card they are the server's,
// of a typed number its own.
void add_facts(wire::VisitRecord& record, const flow::donor::Visit& visit, base::Date today) {
    record.birth = flow::donor::birth_of(visit);
    const identity::Sex sex = flow::donor::sex_of(visit, today);
    if (sex != identity::Sex::unknown) record.sex = sex_word(sex);
}

// What is no time of day is as if it were not there: houses kept by older servers were not looked
// at.
std::optional<flow::QuietHours> quiet_hours_of(const wire::House& house) {
    if (!house.quiet_hours) return std::nullopt;
    const auto from = base::parse_time_of_day(house.quiet_hours->from);
    const auto to = base::parse_time_of_day(house.quiet_hours->to);
    if (!from || !to) return std::nullopt;
    return flow::QuietHours{.from = *from, .to = *to};
}

} // namespace

flow::House house_of(const wire::House& house) {
    flow::House result{.id = house.house.value,
                       .name = house.name,
                       .name_en = house.name_en,
                       .city = house.city,
                       .city_en = house.city_en,
                       .place = house.place.value_or(""),
                       .slogan = house.slogan,
                       .utc_offset = std::chrono::minutes(house.utc_offset_minutes),
                       .stages = house.stages,
                       .service_points = {},
                       .blood_needed = house.blood_needed_today,
                       .notices = house.notices,
                       .quiet_hours = quiet_hours_of(house)};
    for (const wire::OfferStock& one : house.stock.value_or(std::vector<wire::OfferStock>()))
        result.stock.push_back({.offer = one.offer, .count = one.count});
    for (const wire::ServicePoint& point : house.service_points) {
        result.service_points.push_back(
            {.id = point.id, .name = point.name, .name_en = point.name_en, .stage = point.stage});
    }
    return result;
}

flow::Link link_of(client::LinkCondition condition) {
    switch (condition) {
        case client::LinkCondition::connecting:
            return flow::Link::connecting;
        case client::LinkCondition::online:
            return flow::Link::online;
        case client::LinkCondition::offline:
            return flow::Link::offline;
        case client::LinkCondition::untrusted:
            return flow::Link::untrusted;
        case client::LinkCondition::duplicate_terminal:
            return flow::Link::duplicate_terminal;
    }
    std::unreachable();
}

namespace {

flow::donor::GivenFacts given_of(const wire::DonorBrief& brief) {
    return {.history = rule_wire::counted_history(brief.donations),
            .volunteer_hours = brief.volunteer_hours,
            .volunteer_years = brief.volunteer_years,
            .stem_cell_donations = brief.stem_cell_donations,
            .rare_group = brief.rare_group};
}

} // namespace

flow::donor::KnownDonor known_donor_of(const wire::DonorBrief& brief) {
    flow::donor::KnownDonor donor{.id = brief.donor.value,
                                  .masked_name = brief.masked_name,
                                  .masked_number = brief.masked_number,
                                  .masked_mobile = brief.masked_mobile,
                                  .donation_count = static_cast<int>(brief.donations.size()),
                                  .last_donation = {},
                                  .last_intent = {}};
    donor.birth = brief.birth;
    if (brief.sex == "male") donor.sex = identity::Sex::male;
    if (brief.sex == "female") donor.sex = identity::Sex::female;
    donor.booked_today = brief.booked_today.value_or(false);
    donor.given = given_of(brief);
    for (const wire::PastDonation& past : brief.donations) {
        donor.donations.push_back({.date = past.date,
                                   .type = rule_wire::rules_type(past.type),
                                   .ml = past.volume_ml,
                                   .units = past.units});
    }
    for (const wire::DonorDeferral& one : donation::all_of(brief.deferrals))
        donor.deferrals.push_back({.type = rule_wire::rules_type(one.type), .until = one.until});
    if (!brief.donations.empty()) {
        donor.last_donation = brief.donations.front().date;
        donor.last_intent = intent_of(brief.donations.front());
    }
    return donor;
}

std::vector<flow::staff::VisitBrief> briefs_of(const wire::VisitBriefs& briefs) {
    std::vector<flow::staff::VisitBrief> result;
    result.reserve(briefs.visits.size());
    for (const wire::VisitBrief& brief : briefs.visits) {
        result.push_back({.ticket = brief.ticket,
                          .was_typed = brief.entry == wire::EntryKind::typed_number,
                          .masked_name = brief.masked_name,
                          .sex = brief.sex.value_or(""),
                          .age_years = brief.age_years,
                          .donation_count = brief.donation_count,
                          .last_donation = brief.last_donation,
                          .is_unreadable = brief.doubt.has_value()});
    }
    return result;
}

namespace {

wire::AssessedOutcome outcome_of(donation::Outcome outcome) {
    switch (outcome) {
        case donation::Outcome::eligible:
            return wire::AssessedOutcome::eligible;
        case donation::Outcome::deferred:
            return wire::AssessedOutcome::deferred;
        case donation::Outcome::refer:
            return wire::AssessedOutcome::refer;
    }
    std::unreachable();
}

// With what the donor's own screens leave out: staff see why.
void add_assessments(wire::VisitRecord& record, const flow::donor::Visit& visit, base::Date today) {
    const auto verdicts = flow::donor::assess(visit, today, flow::donor::Audience::staff);
    for (const donation::Assessment& one : verdicts.by_type) {
        wire::Assessment assessment{.type = rule_wire::wire_type(one.type),
                                    .outcome = outcome_of(one.outcome),
                                    .earliest = one.earliest,
                                    .rules = verdicts.for_staff,
                                    .book = verdicts.book};
        for (const donation::Reason& reason : one.reasons)
            assessment.rules.push_back(reason.rule);
        const bool is_clear = assessment.outcome == wire::AssessedOutcome::eligible;
        if (is_clear && !assessment.rules.empty()) {
            assessment.outcome = wire::AssessedOutcome::refer;
            assessment.earliest.reset();
        }
        record.assessments.push_back(std::move(assessment));
    }
    // Nothing to go by, such as a birth date: theirs to decide.
    if (record.assessments.empty()) {
        record.assessments.push_back(
            {.type = record.intended_type, .rules = verdicts.for_staff, .book = verdicts.book});
    }
}

void add_talk(wire::VisitRecord& record, const flow::donor::Visit& visit,
              const RecordContext& context) {
    if (visit.answers) {
        const auto status = visit.answers->missing().empty()
                                ? questionnaire::ResponseStatus::completed
                                : questionnaire::ResponseStatus::in_progress;
        record.response = questionnaire::to_response(*visit.answers, status, context.at);
    }
    add_assessments(record, visit, context.today);
    for (const flow::donor::Consent& consent : visit.consents) {
        record.consents.push_back({.document = consent.document,
                                   .version = consent.version,
                                   .sha256 = consent.sha256,
                                   .at = consent.at});
    }
    if (!visit.signature.png.empty()) record.signature_png_base64 = visit.signature.png.str();
    if (!visit.signature.strokes.empty()) {
        record.signature_strokes = visit.signature.strokes.str();
    }
}

} // namespace

wire::VisitRecord record_of(const flow::donor::Visit& visit, const RecordContext& context) {
    wire::VisitRecord record;
    record.visit = context.visit;
    record.house = context.house;
    record.ticket = context.ticket;
    record.checked_in_at = context.at;
    record.entry = entry_of(visit);
    if (visit.donor) record.donor = wire::DonorId(visit.donor->id.str());
    if (!visit.card_number.empty()) record.card_number = visit.card_number.str();
    if (visit.document) add_document(record, *visit.document);
    if (visit.typed) add_typed(record, *visit.typed);
    add_facts(record, visit, context.today);
    const IntentParts parts = parts_of(visit.intent.value_or(Intent::whole_blood_200));
    record.intended_type = parts.type;
    record.intended_volume_ml = parts.volume_ml;
    record.intended_units = parts.units;
    add_talk(record, visit, context);
    return record;
}

wire::BookingRecord booking_of(const flow::donor::Visit& visit,
                               const flow::donor::DayToBook& wanted,
                               const BookingContext& context) {
    wire::VisitRecord said; // by the document, or by the donor
    if (visit.document) add_document(said, *visit.document);
    if (visit.typed) add_typed(said, *visit.typed);
    wire::BookingRecord record{.booking = context.booking,
                               .house = context.house,
                               .made_at = context.at,
                               .day = wanted.day};
    for (const donation::DonationType type : wanted.types)
        record.types.push_back(rule_wire::wire_type(type));
    if (visit.donor) record.donor = wire::DonorId(visit.donor->id.str());
    if (!visit.card_number.empty()) record.card_number = visit.card_number.str();
    record.name = said.name ? said.name : said.english_name;
    record.document_number = said.document_number;
    outbox::wipe(said);
    return record;
}

} // namespace rexue::app
