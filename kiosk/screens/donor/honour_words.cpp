#include "kiosk/screens/donor/honour_words.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/screens/benefit_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using honour::Measure;
using honour::Need;
using ui::tr;
using ui::tr_n;

namespace {

constexpr size_t most_ways = 2;

void join(std::string& all, std::string_view one, std::string_view between) {
    if (one.empty()) return;
    if (!all.empty()) all += between;
    all += one;
}

// "2 more counts"; empty for what is not measured in figures.
std::string amount_words(Measure measure, double amount) {
    // Half a count is missing: no donation is that small, one reaches it.
    const int number = static_cast<int>(std::ceil(amount));
    switch (measure) {
        case Measure::counts:
        case Measure::round_counts:
            return say(tr_n("{} more count", "{} more counts", number), number);
        case Measure::rounds:
            return say(tr_n("{} more gold award", "{} more gold awards", number), number);
        case Measure::whole_blood_donations:
            return say(
                tr_n("{} more donation of whole blood", "{} more donations of whole blood", number),
                number);
        case Measure::volume_ml:
            return say(tr("{} mL more"), number);
        case Measure::platelet_units:
            return say(tr_n("{} more unit of platelets", "{} more units of platelets", number),
                       number);
        case Measure::volunteer_hours:
            return say(tr_n("{} more volunteer hour", "{} more volunteer hours", number), number);
        case Measure::volunteer_years:
            return say(tr_n("{} more volunteer year", "{} more volunteer years", number), number);
        case Measure::stem_cells:
            return std::string(tr("a donation of stem cells"));
        case Measure::rare_group:
        case Measure::award:
            break;
    }
    return {};
}

// Empty for what nobody can count: then the way is not told.
std::string need_words(const Need& need, const honour::Honours& rules) {
    if (need.measure == Measure::award) {
        const honour::Words* title = need.award ? rules.title_of(*need.award) : nullptr;
        return title == nullptr ? std::string() : in_shown_language(*title);
    }
    const double missing = need.missing.value_or(0);
    return missing > 0 ? amount_words(need.measure, missing) : std::string();
}

// All of one way; empty where part of it cannot be told.
std::string way_words(const std::vector<Need>& way, const honour::Honours& rules) {
    std::string all;
    for (const Need& need : way) {
        if (need.met) continue;
        const std::string one = need_words(need, rules);
        if (one.empty()) return {};
        join(all, one, tr(" and "));
    }
    return all;
}

// "Partner shops · 35 benefits (Qingdao, ask our staff)"
std::string benefit_words(const honour::Offered& offer) {
    std::string behind = in_shown_language(offer.book->title);
    if (offer.claim == honour::Claim::ask) join(behind, tr("ask our staff"), tr("list", ", "));
    return say(tr("{0} ({1})"), title_of(*offer.benefit), behind);
}

} // namespace

std::string with_doubt(std::string words, bool verified) {
    if (verified) return words;
    return words.empty() ? std::string(tr("To be confirmed by the station"))
                         : say(tr("{0} · {1}"), words, tr("To be confirmed by the station"));
}

std::string moment_words(const honour::Moment& moment) {
    switch (moment.kind) {
        case honour::MomentKind::milestone:
            if (moment.number) return say(tr("Today is your donation no. {}"), *moment.number);
            break;
        case honour::MomentKind::birthday:
            return std::string(tr("Happy birthday, and thank you for coming today"));
        case honour::MomentKind::day_of_year:
            return say(tr("Today is {}"), in_shown_language(moment.title));
        default:
            break;
    }
    return say(tr("Today: {}"), in_shown_language(moment.title));
}

std::string offer_words(const honour::Moment& moment) {
    std::string all;
    for (const honour::Offer& offer : moment.offers)
        join(all, in_shown_language(offer.title), tr("list", ", "));
    return all.empty() ? all : say(tr("Please ask our staff for: {}"), all);
}

std::string next_words(const honour::Next& next, Measure measure) {
    if (!next.missing || *next.missing <= 0) return {};
    const std::string amount = amount_words(measure, *next.missing);
    return amount.empty() ? amount : say(tr("{0} to: {1}"), amount, in_shown_language(next.title));
}

std::string missing_words(const std::vector<std::vector<Need>>& ways,
                          const honour::Honours& rules) {
    std::vector<std::string> told;
    for (const auto& way : ways) {
        std::string one = way_words(way, rules);
        // Ways that differ in what is not missing any more sound the same.
        if (one.empty() || std::ranges::find(told, one) != told.end()) continue;
        told.push_back(std::move(one));
        if (told.size() == most_ways) break;
    }
    std::string all;
    for (const std::string& one : told)
        join(all, one, tr(", or "));
    return all;
}

std::string relief_words(const honour::ReliefLine& line) {
    const std::string_view whom =
        line.whom == honour::Whom::donor ? tr("For you") : tr("For your family");
    std::string gives(tr("relief", "nothing yet"));
    if (line.gives == honour::Gives::unlimited) gives = tr("free of charge for life");
    if (line.gives == honour::Gives::times) {
        if (line.left_ml) {
            gives = say(tr("{} mL are left"), *line.left_ml);
        } else if (line.entitled_ml) {
            gives = say(tr("{} mL in all"), *line.entitled_ml);
        } else {
            gives = tr("no limit");
        }
    }
    return say(tr("{0}: {1}"), whom, gives);
}

std::vector<BenefitRow> benefit_rows(std::span<const honour::Offered> benefits) {
    std::vector<BenefitRow> rows;
    for (const honour::Offered& offer : benefits) {
        if (rows.empty() || rows.back().kind != offer.benefit->kind) {
            rows.push_back({.kind = offer.benefit->kind});
        }
        BenefitRow& row = rows.back();
        join(row.words, benefit_words(offer), tr("list", ", "));
        ++row.benefits;
        row.verified = row.verified && offer.benefit->verified;
    }
    return rows;
}

std::string benefit_summary(std::span<const BenefitRow> rows) {
    std::string all;
    for (const BenefitRow& row : rows) {
        join(all, say(tr("benefits", "{0} {1}"), kind_words(row.kind), row.benefits),
             tr("list", ", "));
    }
    return all;
}

} // namespace rexue::screens::donor
