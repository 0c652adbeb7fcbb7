#include "kiosk/flow/donor/honours.h"

#include <algorithm>
#include <utility>

#include "kiosk/flow/donor/may_give.h"

namespace rexue::flow::donor {

namespace {

using honour::MomentKind;

// What only a history that is known can tell: the first, the tenth, the last.
bool needs_history(MomentKind kind) {
    return kind == MomentKind::coming_of_age || kind == MomentKind::milestone ||
           kind == MomentKind::last_donation;
}

std::vector<std::string> held_by(const honour::Ledgers& ledgers) {
    std::vector<std::string> held;
    for (const honour::HeldAward& award : honour::held_awards(ledgers.awards))
        held.push_back(award.rule);
    for (const honour::CardLine& card : ledgers.honour_card) {
        if (card.held) held.push_back(card.rule);
    }
    return held;
}

void add_benefits(MyHonours& mine, const honour::Record& record) {
    const auto held = held_by(mine.ledgers);
    mine.benefits = mine.rules->catalogue().benefits_for(held, honour::here(record), record.on);
    std::ranges::stable_sort(mine.benefits, {}, [](const honour::Offered& one) {
        return std::pair(one.benefit->kind, one.claim);
    });
    const auto told = [](const honour::Offered& one) { return one.book->as_of; };
    // A day that is not known sorts before all others.
    const auto oldest = std::ranges::min_element(mine.benefits, {}, told);
    if (oldest != mine.benefits.end()) mine.benefits_as_of = told(*oldest);
}

int left_of(const House& house, std::string_view offer) {
    const auto found = std::ranges::find(house.stock, offer, &OfferStock::offer);
    return found == house.stock.end() ? 0 : found->count;
}

} // namespace

std::optional<honour::Record> honour_record(const Visit& visit, const House& house,
                                            base::Date today) {
    if (!honour::is_place(house.place)) return std::nullopt;
    honour::Record record = honour::record_at(house.place, today);
    record.birth = birth_of(visit);
    if (visit.donor) {
        const GivenFacts& given = visit.donor->given;
        record.history = given.history;
        if (given.volunteer_hours) record.volunteer_hours = *given.volunteer_hours;
        if (given.volunteer_years) record.volunteer_years = *given.volunteer_years;
        record.stem_cell_donations = given.stem_cell_donations;
        record.rare_group = given.rare_group;
    }
    if (!honour::check(record)) return std::nullopt;
    return record;
}

std::shared_ptr<const MyHonours> my_honours(const Visit& visit, const House& house,
                                            std::shared_ptr<const honour::Honours> rules,
                                            base::Date today) {
    if (!rules) return nullptr;
    const auto record = honour_record(visit, house, today);
    if (!record) return nullptr;
    const donation::Rulebook* book = visit.forms ? visit.forms->books.in_force(today) : nullptr;
    auto mine = std::make_shared<MyHonours>();
    mine->ledgers = rules->ledgers(*record, book);
    // The country's own first: every donor has them, wherever they live.
    std::ranges::stable_partition(mine->ledgers.awards.lines,
                                  [](const honour::AwardLine& line) { return !line.place; });
    mine->counts_per_unit = rules->counts_per_unit(today);
    mine->is_history_known = visit.recognition != Recognition::unchecked;
    mine->rules = std::move(rules);
    add_benefits(*mine, *record);
    std::erase_if(mine->ledgers.moments, [&](const honour::Moment& moment) {
        return !mine->is_history_known && needs_history(moment.kind);
    });
    return mine;
}

std::vector<honour::Moment> celebrated(const Visit& visit, const House& house) {
    // Who can give nothing today has no donation to celebrate.
    if (!visit.honours || is_deferred_for_all(visit.verdicts)) return {};
    std::vector<honour::Moment> moments = visit.honours->ledgers.moments;
    for (honour::Moment& moment : moments) {
        std::erase_if(moment.offers,
                      [&](const honour::Offer& offer) { return left_of(house, offer.id) <= 0; });
    }
    std::ranges::stable_partition(
        moments, [](const honour::Moment& moment) { return !moment.offers.empty(); });
    return moments;
}

std::vector<honour::Moment> celebrated_by_all(const honour::Honours* rules, base::Date today) {
    if (rules == nullptr) return {};
    return rules->days_celebrated(today);
}

} // namespace rexue::flow::donor
