#include "kiosk/rules/questionnaire/said_history.h"

#include <algorithm>

#include "kiosk/rules/questionnaire/station_links.h"

namespace rexue::questionnaire {

namespace {

template <typename T>
const T* said(const Answers& answers, std::string_view link_id) {
    const auto index = answers.form().find(link_id);
    if (!index || !answers.is_enabled({.item = *index})) return nullptr;
    const auto values = answers.values({.item = *index});
    return values.empty() ? nullptr : std::get_if<T>(&values.front());
}

} // namespace

SaidHistory add_said_history(donation::Inquiry& inquiry, const Answers& answers) {
    const auto* before = said<bool>(answers, station_links::given_before);
    const auto* since = said<bool>(answers, station_links::given_since);
    if (before == nullptr && (since == nullptr || !*since)) return SaidHistory::taken;
    if (before != nullptr) {
        const bool is_on_record = !inquiry.history.empty();
        if (!is_on_record) inquiry.first_time = !*before; // else our own records are surer
        if (!*before) return is_on_record ? SaidHistory::unclear : SaidHistory::taken;
    }
    const auto* date = said<FhirDate>(answers, station_links::last_date);
    const auto* type = said<Coding>(answers, station_links::last_type);
    const auto day = date == nullptr ? std::nullopt : date->full();
    if (!day || type == nullptr) return SaidHistory::unclear;
    // Said to be since the last one on record, and is before it: what is meant is not known.
    const bool is_earlier =
        before == nullptr &&
        std::ranges::any_of(inquiry.history, [&](const auto& one) { return one.date > *day; });
    if (is_earlier) return SaidHistory::unclear;
    const donation::PastDonation last{.date = *day,
                                      .type = type->code == "platelets"
                                                  ? donation::DonationType::platelets
                                                  : donation::DonationType::whole_blood,
                                      .ml = {},
                                      .units = {},
                                      .special_match = {}};
    const bool is_known = std::ranges::any_of(inquiry.history, [&](const auto& one) {
        return one.date == last.date && one.type == last.type;
    });
    if (!is_known) inquiry.history.push_back(last);
    return SaidHistory::taken;
}

} // namespace rexue::questionnaire
