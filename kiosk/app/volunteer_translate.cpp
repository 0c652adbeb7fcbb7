#include "kiosk/app/volunteer_translate.h"

#include <type_traits>
#include <variant>

#include "kiosk/app/translate.h"
#include "kiosk/rule_wire/past_donations.h"
#include "kiosk/rules/honour/place.h"
#include "net/credential/container.h"

namespace rexue::app {

namespace {

namespace donor = flow::donor;
namespace volunteer = flow::volunteer;

volunteer::Verdict verdict_of(credential::Verdict verdict) {
    using From = credential::Verdict;
    using To = volunteer::Verdict;
    switch (verdict) {
        case From::valid:
            return To::valid;
        case From::expired:
            return To::expired;
        case From::not_yet_valid:
            return To::not_yet_valid;
        case From::unknown_issuer:
            return To::unknown_issuer;
        case From::revoked:
            return To::revoked;
        case From::altered:
            return To::altered;
        case From::seen_before:
            return To::seen_before;
        case From::not_ours:
            return To::not_ours;
        case From::unreadable:
            return To::unreadable;
    }
    return To::unreadable;
}

volunteer::Doubt doubt_of(credential::Remark remark) {
    switch (remark) {
        case credential::Remark::revocations_absent:
            return volunteer::Doubt::withdrawn_list_absent;
        case credential::Remark::revocations_old:
            return volunteer::Doubt::withdrawn_list_old;
        case credential::Remark::replay_unchecked:
            return volunteer::Doubt::replay_unchecked;
    }
    return volunteer::Doubt::replay_unchecked;
}

volunteer::Holder holder_of(const credential::HonourCard& card) {
    const credential::HonourClaims& claims = card.claims;
    volunteer::Holder holder{.name = claims.name,
                             .card_number = claims.card_number,
                             .tier = claims.tier.value_or(""),
                             .awards = {},
                             .award_count = claims.award_count,
                             .as_of = claims.as_of,
                             .expires = base::local_time(card.expires, {}).date};
    for (const credential::AwardHeld& award : claims.awards)
        holder.awards.push_back(award.id);
    return holder;
}

volunteer::Device device_of(donor::Reader reader) {
    switch (reader) {
        case donor::Reader::absent:
            return volunteer::Device::absent;
        case donor::Reader::unplugged:
        case donor::Reader::silent:
        case donor::Reader::garbled:
        case donor::Reader::faulty:
            return volunteer::Device::broken;
        default:
            return volunteer::Device::working;
    }
}

volunteer::Device device_of(donor::Camera camera) {
    switch (camera) {
        case donor::Camera::absent:
            return volunteer::Device::absent;
        case donor::Camera::broken:
            return volunteer::Device::broken;
        default:
            return volunteer::Device::working;
    }
}

volunteer::Printer printer_of(donor::Printer printer) {
    switch (printer) {
        case donor::Printer::absent:
            return volunteer::Printer::absent;
        case donor::Printer::out_of_paper:
            return volunteer::Printer::out_of_paper;
        case donor::Printer::broken:
            return volunteer::Printer::broken;
        default:
            return volunteer::Printer::ready;
    }
}

using Translated = std::optional<volunteer::Event>;

struct Translation {
    Translated operator()(const donor::CodeScanned& code) const {
        return volunteer::CodeScanned{.text = base::SecretText(code.text)};
    }
    Translated operator()(const donor::DocumentRead& read) const {
        return volunteer::DocumentRead{.document = read.document};
    }
    Translated operator()(const donor::DocumentCorrupt&) const {
        return volunteer::DocumentCorrupt{};
    }
    Translated operator()(const donor::ReaderChanged& changed) const {
        if (changed.reader == donor::Reader::card_unread) return volunteer::DocumentCorrupt{};
        return volunteer::ReaderChanged{.reader = device_of(changed.reader)};
    }
    Translated operator()(const donor::CameraChanged& changed) const {
        return volunteer::CameraChanged{.camera = device_of(changed.camera)};
    }
    Translated operator()(const donor::PrinterChanged& changed) const {
        return volunteer::PrinterChanged{.printer = printer_of(changed.printer)};
    }
    Translated operator()(const donor::SlipDone& done) const {
        return volunteer::SheetDone{.printed = done.slip == donor::Slip::printed};
    }
    template <typename Other>
    Translated operator()(const Other&) const {
        return std::nullopt;
    }
};

} // namespace

volunteer::Source source_of(std::string_view text) {
    return text.starts_with(credential::dynamic_prefix) ? volunteer::Source::live_code
                                                        : volunteer::Source::printed_code;
}

volunteer::Card card_of(const credential::Finding& finding, volunteer::Source source) {
    volunteer::Card card{
        .verdict = verdict_of(finding.verdict), .source = source, .holder = {}, .doubts = {}};
    if (finding.card) card.holder = holder_of(*finding.card);
    if (finding.code_card_number) {
        card.holder = volunteer::Holder{.name = {},
                                        .card_number = *finding.code_card_number,
                                        .tier = {},
                                        .awards = {},
                                        .award_count = {},
                                        .as_of = {},
                                        .expires = {}};
    }
    for (const credential::Remark remark : finding.remarks)
        card.doubts.push_back(doubt_of(remark));
    if (finding.why == credential::Why::no_key_for_day) {
        card.doubts.push_back(volunteer::Doubt::keys_too_old);
    }
    return card;
}

std::optional<honour::Record> record_of(const wire::DonorBrief& brief, const flow::House& house,
                                        base::Date on) {
    if (!honour::is_place(house.place)) return std::nullopt;
    honour::Record record = honour::record_at(house.place, on);
    record.birth = brief.birth;
    record.volunteer_hours = brief.volunteer_hours;
    record.volunteer_years = brief.volunteer_years;
    record.stem_cell_donations = brief.stem_cell_donations;
    record.rare_group = brief.rare_group;
    record.history = rule_wire::counted_history(brief.donations);
    if (!honour::check(record)) return std::nullopt;
    return record;
}

volunteer::Event holder_event_of(const base::Result<wire::DonorBrief>& answer,
                                 const flow::House& house, base::Date on) {
    if (!answer) {
        if (answer.error().code == base::ErrorCode::not_found) return volunteer::HolderUnknown{};
        return volunteer::LookUpFailed{};
    }
    auto record = record_of(*answer, house, on);
    if (!record) return volunteer::RecordUnclear{};
    return volunteer::HolderFound{.name = base::SecretText(answer->masked_name),
                                  .record = std::move(*record)};
}

Translated volunteer_event_of(const donor::Event& event) {
    return std::visit(Translation{}, event);
}

} // namespace rexue::app
