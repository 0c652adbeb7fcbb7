#include "kiosk/rules/honour/relief.h"

#include <algorithm>

namespace rexue::honour {

namespace {

namespace chr = std::chrono;

// 民法典 art. 201, 202: the day itself is not counted, the corresponding day is the last one, and
// where a month has none its last day is.
base::Date last_day(base::Date date, int years) {
    const base::Date day = date + chr::years(years);
    return day.ok() ? day : day.year() / day.month() / chr::last;
}

int64_t entitled(const Grant& grant, std::span<const Volume> volumes, base::Date on) {
    int64_t sum = 0;
    for (const Volume& one : volumes) {
        const bool is_later = grant.years && on > last_day(one.date, *grant.years);
        sum += one.ml * (is_later ? grant.times_after : grant.times).value_or(0);
    }
    return sum;
}

// The day after the first of the windows that are open.
std::optional<base::Date> falls_on(const Grant& grant, std::span<const Volume> volumes,
                                   base::Date on) {
    std::optional<base::Date> day;
    if (!grant.years) return day;
    for (const Volume& one : volumes) {
        const base::Date last = last_day(one.date, *grant.years);
        if (last < on) continue;
        const base::Date next = chr::sys_days(last) + chr::days(1);
        if (!day || next < *day) day = next;
    }
    return day;
}

// What this province adds up.
struct Sum {
    std::vector<Volume> volumes;
    Figures figures;
};

Sum add_up(const ReliefBook& book, const Record& record, ReliefLedger& ledger) {
    Sum sum{.volumes = {}, .figures = person_figures(record)};
    const auto rules = donation::all_of(book.platelets);
    const auto rule = std::ranges::find_if(
        rules, [&](const VolumeRule& one) { return is_in_force(one, record.on); });
    for (const Donation& one : record.history) {
        const Lies lies = lies_in(one.place, book.place);
        if (lies == Lies::outside) continue;
        const bool is_blood = one.type == DonationType::whole_blood;
        const int units = is_blood ? 0 : *one.units;
        if (is_blood) ++sum.figures.whole_blood_donations;
        sum.figures.platelet_units += units;
        if (!is_blood && rule == rules.end()) {
            ledger.uncounted_units = ledger.uncounted_units.value_or(0) + units;
            continue;
        }
        const int64_t ml = is_blood ? *one.ml : int64_t(units) * rule->ml_per_unit;
        if (!is_blood) {
            auto& counted = ledger.platelets;
            if (!counted) {
                counted = VolumeCountedBy{
                    .rule = rule->id, .source = rule->source, .verified = rule->verified};
            }
            counted->units += units;
            counted->ml += ml;
        }
        if (lies == Lies::unknown) {
            ledger.of_unknown_place_ml = ledger.of_unknown_place_ml.value_or(0) + ml;
        }
        ledger.volume_ml += ml;
        sum.volumes.push_back({.date = one.date, .ml = ml});
    }
    return sum;
}

// Nothing more is ever given before a day that has passed.
bool is_out_of_reach(const Grant& grant, base::Date on) {
    return std::ranges::all_of(grant.any_of, [&](const Way& way) {
        return std::ranges::any_of(
            way, [&](const Requirement& one) { return one.before && *one.before <= on; });
    });
}

void give(ReliefLine& line, const Grant& grant, const Sum& sum, const Record& record) {
    line.rule = grant.id;
    line.title = grant.title;
    line.gives = grant.gives;
    line.relations = grant.relations;
    line.remark = grant.remark;
    line.source = grant.source;
    line.verified = grant.verified;
    if (grant.gives == Gives::unlimited) return;
    line.entitled_ml = entitled(grant, sum.volumes, record.on);
    line.falls_on = falls_on(grant, sum.volumes, record.on);
    if (line.falls_on) line.falls_to_ml = entitled(grant, sum.volumes, *line.falls_on);
}

ReliefLine line_of(Whom whom, const std::vector<Grant>& grants, const Sum& sum,
                   const Record& record) {
    ReliefLine line{.whom = whom};
    const Grant* better = nullptr;
    for (const Grant& grant : grants) {
        if (!is_in_force(grant, record.on)) continue;
        if (met(grant.any_of, sum.figures) != nullptr) {
            give(line, grant, sum, record);
            break;
        }
        if (!is_out_of_reach(grant, record.on)) better = &grant;
    }
    if (better != nullptr) {
        line.next = next_of(better->id, better->title, better->source, better->verified,
                            better->any_of, sum.figures);
    }
    if (!line.rule) line.entitled_ml = 0;
    const ReliefUsed used = record.relief_used.value_or(ReliefUsed());
    line.used_ml = whom == Whom::donor ? used.donor_ml : used.family_ml;
    if (line.used_ml && line.entitled_ml) {
        line.left_ml = std::max<int64_t>(0, *line.entitled_ml - *line.used_ml);
    }
    return line;
}

} // namespace

ReliefLedger relief_ledger(std::span<const ReliefBook> books, const AwardLedger& awards,
                           const Record& record) {
    ReliefLedger ledger{.province = record.province};
    const auto book = std::ranges::find_if(books, [&](const ReliefBook& one) {
        return one.place == record.province && is_in_force(one, record.on);
    });
    if (book == books.end()) return ledger;
    ledger.book = book->id;
    const auto held = held_awards(awards);
    Sum sum = add_up(*book, record, ledger);
    sum.figures.volumes = sum.volumes;
    sum.figures.awards = held;
    ledger.lines.push_back(line_of(Whom::donor, book->donor, sum, record));
    ledger.lines.push_back(line_of(Whom::family, book->family, sum, record));
    return ledger;
}

} // namespace rexue::honour
