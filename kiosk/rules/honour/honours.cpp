#include "kiosk/rules/honour/honours.h"

#include <algorithm>
#include <set>

namespace rexue::honour {

namespace {

template <typename Book>
base::Status load_all(const std::vector<base::NamedText>& files,
                      base::Result<Book> (*load)(std::string_view), std::vector<Book>& books) {
    for (const base::NamedText& file : files) {
        auto book = load(file.text);
        if (!book) return base::fail(book.error().code, file.name + ": " + book.error().detail);
        books.push_back(std::move(*book));
    }
    return {};
}

base::Status refuse(const std::string& what) {
    return base::fail(base::ErrorCode::invalid_argument, what);
}

// Ids of rules, once in the whole country: a figure names its rule by nothing else.
class Ids {
  public:
    base::Status add(const std::string& id) {
        if (!ids_.insert(id).second) return refuse(id + " stands twice");
        return {};
    }
    template <typename Entries>
    base::Status add_all(const Entries& entries) {
        for (const auto& entry : entries) {
            if (auto one = add(entry.id); !one) return one;
        }
        return {};
    }

  private:
    std::set<std::string> ids_;
};

std::vector<std::string> award_ids(const std::vector<AwardBook>& books) {
    std::vector<std::string> ids;
    for (const AwardBook& book : books) {
        for (const Ladder& ladder : book.ladders) {
            for (const AwardStep& step : ladder.steps)
                ids.push_back(step.id);
        }
    }
    return ids;
}

base::Status check_named(const Ways& ways, const std::string& asker,
                         const std::vector<std::string>& awards) {
    std::vector<Named> names;
    add_awards(ways, asker + ": any_of", names);
    for (const Named& one : names) {
        if (std::ranges::find(awards, one.id) == awards.end()) {
            return refuse(one.at + ": no award is named " + one.id);
        }
    }
    return {};
}

base::Status add_book(const AwardBook& book, Ids& ids, const std::vector<std::string>& awards) {
    auto added = ids.add_all(donation::all_of(book.counting));
    if (added) added = ids.add_all(book.ladders);
    for (const Ladder& ladder : book.ladders) {
        if (added) added = ids.add_all(ladder.steps);
        for (const AwardStep& step : ladder.steps) {
            if (added) added = check_named(step.any_of, step.id, awards);
        }
    }
    return added;
}

base::Status add_book(const CardBook& book, Ids& ids, const std::vector<std::string>& awards) {
    auto added = ids.add_all(book.cards);
    for (const Card& card : book.cards) {
        if (added) added = ids.add_all(card.valid_in);
        if (added) added = check_named(card.any_of, card.id, awards);
    }
    return added;
}

base::Status add_book(const ReliefBook& book, Ids& ids, const std::vector<std::string>& awards) {
    auto added = ids.add_all(donation::all_of(book.platelets));
    for (const auto* grants : {&book.donor, &book.family}) {
        if (added) added = ids.add_all(*grants);
        for (const Grant& grant : *grants) {
            if (added) added = check_named(grant.any_of, grant.id, awards);
        }
    }
    return added;
}

base::Status check_reliefs(const std::vector<ReliefBook>& books) {
    for (const ReliefBook& one : books) {
        for (const ReliefBook& other : books) {
            const bool meet = &one != &other && one.place == other.place &&
                              (one.effective_from ? is_in_force(other, *one.effective_from)
                                                  : !other.effective_from);
            if (meet) return refuse(one.id + " and " + other.id + " are in force on one day");
        }
    }
    return {};
}

} // namespace

base::Result<Honours> Honours::load(const Assets& assets) {
    std::vector<BenefitBook> benefits;
    if (auto all = load_all(assets.benefits, load_benefit_book, benefits); !all) {
        return base::fail(all);
    }
    auto catalogue = Catalogue::create(std::move(benefits));
    if (!catalogue) return base::fail(catalogue);
    Honours honours(std::move(*catalogue));
    auto all = load_all(assets.awards, load_award_book, honours.awards_);
    if (all) all = load_all(assets.honour_cards, load_card_book, honours.cards_);
    if (all) all = load_all(assets.fee_relief, load_relief_book, honours.relief_);
    if (all) all = load_all(assets.moments, load_moment_book, honours.moments_);
    if (all) all = honours.check();
    if (!all) return base::fail(all);
    return honours;
}

base::Status Honours::check() const {
    const auto national = std::ranges::count_if(
        awards_, [](const AwardBook& book) { return book.counting.has_value(); });
    if (national != 1) return refuse("one file of awards is the country's");
    Ids ids;
    const auto awards = award_ids(awards_);
    base::Status checked;
    for (const AwardBook& book : awards_) {
        if (checked) checked = add_book(book, ids, awards);
    }
    for (const CardBook& book : cards_) {
        if (checked) checked = add_book(book, ids, awards);
    }
    for (const ReliefBook& book : relief_) {
        if (checked) checked = add_book(book, ids, awards);
    }
    for (const MomentBook& book : moments_) {
        if (checked) checked = ids.add_all(book.moments);
    }
    for (const BenefitBook& book : catalogue_.books()) {
        if (checked) checked = ids.add_all(book.benefits);
        if (checked) checked = check_conditions(book);
    }
    return checked ? check_reliefs(relief_) : checked;
}

base::Status Honours::check_conditions(const BenefitBook& book) const {
    for (const Benefit& benefit : book.benefits) {
        for (const std::string& condition : benefit.conditions) {
            if (is_condition(condition)) continue;
            return refuse(benefit.id + ": no award or card is named " + condition);
        }
    }
    return {};
}

bool Honours::is_condition(std::string_view id) const {
    const auto awards = award_ids(awards_);
    const bool is_card = std::ranges::any_of(cards_, [&](const CardBook& book) {
        return std::ranges::find(book.cards, id, &Card::id) != book.cards.end();
    });
    return is_card || id == ask_staff || std::ranges::find(awards, id) != awards.end();
}

Ledgers Honours::ledgers(const Record& record, const donation::Rulebook* rules) const {
    Ledgers ledgers;
    ledgers.awards = award_ledger(awards_, record);
    ledgers.honour_card = card_lines(cards_, counting_of(awards_), ledgers.awards, record);
    for (CardLine& line : ledgers.honour_card) {
        const std::string held[] = {line.rule};
        if (!line.valid_in || lies_in(here(record), line.valid_in->place) != Lies::inside) continue;
        for (const Offered& one : catalogue_.benefits_for(held, here(record), record.on)) {
            const auto& conditions = one.benefit->conditions;
            if (std::ranges::find(conditions, line.rule) == conditions.end()) continue;
            line.benefits.push_back(one.benefit->id);
        }
    }
    ledgers.fee_relief = relief_ledger(relief_, ledgers.awards, record);
    ledgers.moments = moments(moments_, record, rules);
    return ledgers;
}

std::vector<Moment> Honours::days_celebrated(base::Date on) const {
    const Record nobody{.on = on,
                        .province = {},
                        .city = {},
                        .birth = {},
                        .volunteer_hours = {},
                        .volunteer_years = {},
                        .stem_cell_donations = {},
                        .rare_group = {},
                        .couple = {},
                        .relief_used = {},
                        .history = {}};
    auto all = moments(moments_, nobody, nullptr);
    std::erase_if(all, [](const Moment& moment) {
        return moment.kind != MomentKind::day_of_year && moment.kind != MomentKind::festival;
    });
    return all;
}

const Offer* Honours::find_offer(std::string_view id) const {
    for (const MomentBook& book : moments_) {
        for (const MomentRule& rule : book.moments) {
            const auto found = std::ranges::find(rule.offers, id, &Offer::id);
            if (found != rule.offers.end()) return &*found;
        }
    }
    return nullptr;
}

std::optional<int> Honours::counts_per_unit(base::Date donated) const {
    for (const CountRule& rule : counting_of(awards_)) {
        if (rule.type != DonationType::platelets || !is_in_force(rule, donated)) continue;
        if (is_between(rule.donated_from, rule.donated_to, donated)) return rule.counts_per_unit;
    }
    return std::nullopt;
}

const Words* Honours::title_of(std::string_view id) const {
    for (const AwardBook& book : awards_) {
        for (const Ladder& ladder : book.ladders) {
            const auto found = std::ranges::find(ladder.steps, id, &AwardStep::id);
            if (found != ladder.steps.end()) return &found->title;
        }
    }
    for (const CardBook& book : cards_) {
        const auto found = std::ranges::find(book.cards, id, &Card::id);
        if (found != book.cards.end()) return &found->title;
    }
    return nullptr;
}

} // namespace rexue::honour
