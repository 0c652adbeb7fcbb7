#include "kiosk/rules/honour/cards.h"

#include <algorithm>

namespace rexue::honour {

namespace {

// Awards that are reached while the history goes by.
class Holding {
  public:
    explicit Holding(std::span<const HeldAward> awards) : awards_(awards) {}

    std::span<const HeldAward> by(base::Date day) {
        const auto is_held = [&](const HeldAward& one) { return one.since && *one.since <= day; };
        if (std::ranges::count_if(awards_, is_held) != std::ssize(held_)) {
            held_.clear();
            std::ranges::copy_if(awards_, std::back_inserter(held_), is_held);
        }
        return held_;
    }

  private:
    std::span<const HeldAward> awards_;
    std::vector<HeldAward> held_;
};

// What is missing up to an award stands in the first ledger.
void look_through(std::vector<std::vector<Need>>& ways, const AwardLedger& awards) {
    for (auto& way : ways) {
        for (Need& need : way) {
            if (!need.award || need.met) continue;
            for (const AwardLine& line : awards.lines) {
                if (!line.next || line.next->rule != *need.award || !line.next->at) continue;
                need.measure = line.measure;
                need.have = line.have;
                need.at_least = line.next->at;
                need.missing = line.next->missing;
            }
        }
    }
}

std::optional<ValidIn> valid_in(const Card& card, const CardBook& book, const Record& record) {
    const auto rule = std::ranges::find_if(
        card.valid_in, [&](const Validity& one) { return is_in_force(one, record.on); });
    if (rule == card.valid_in.end()) return std::nullopt;
    const bool is_city = rule->where == ValidWhere::issuing_city;
    if (is_city && (!record.city || lies_in(record.city, book.place) != Lies::inside)) {
        return std::nullopt;
    }
    std::string place = is_city ? *record.city : book.place;
    if (rule->where == ValidWhere::whole_province) place = place.substr(0, 2) + "0000";
    return ValidIn{.rule = rule->id,
                   .place = std::move(place),
                   .source = rule->source,
                   .verified = rule->verified};
}

// Awards and hours are of no place.
bool asks_for_place(const Card& card) {
    return std::ranges::any_of(card.any_of, [](const Way& way) {
        return std::ranges::any_of(way, [](const Requirement& one) {
            return one.measure == Measure::counts ||
                   one.measure == Measure::whole_blood_donations ||
                   one.measure == Measure::platelet_units;
        });
    });
}

struct Earned {
    Figures figures; // of the asked day, without awards
    std::optional<base::Date> since;
    Thousandths of_unknown_place = 0;
};

Earned earn(const Card& card, const std::vector<Counted>& history,
            const std::vector<HeldAward>& awards, const Record& record) {
    Earned earned{.figures = person_figures(record), .since = {}};
    Holding holding(awards);
    for (const Counted& one : history) {
        if (one.lies != Lies::outside) add(earned.figures, one);
        if (one.lies == Lies::unknown) earned.of_unknown_place += one.counts;
        if (earned.since) continue;
        Figures then = dated(earned.figures);
        then.awards = holding.by(one.donation->date);
        if (met(card.any_of, then) != nullptr) earned.since = one.donation->date;
    }
    if (earned.since && card.effective_from) {
        earned.since = std::max(*earned.since, *card.effective_from);
    }
    return earned;
}

CardLine line_of(const Card& card, const CardBook& book, const std::vector<Counted>& history,
                 const AwardLedger& awards, const Record& record) {
    const auto held = held_awards(awards);
    Earned earned = earn(card, history, held, record);
    earned.figures.awards = held;
    CardLine line{.rule = card.id,
                  .place = book.place,
                  .title = card.title,
                  .held = false,
                  .since = earned.since,
                  .valid_in = {},
                  .lasts = card.lasts,
                  .holder_only = card.holder_only,
                  .because = {},
                  .ways = {},
                  .of_unknown_place = {},
                  .benefits = {},
                  .source = card.source,
                  .verified = card.verified};
    if (earned.of_unknown_place > 0 && asks_for_place(card))
        line.of_unknown_place = whole(earned.of_unknown_place);
    if (const Way* way = met(card.any_of, earned.figures)) {
        line.held = true;
        line.valid_in = valid_in(card, book, record);
        line.because = needs(*way, earned.figures);
    } else {
        line.ways = needs(card.any_of, earned.figures);
        look_through(*line.ways, awards);
    }
    return line;
}

} // namespace

std::vector<CardLine> card_lines(std::span<const CardBook> books,
                                 const std::vector<CountRule>& counting, const AwardLedger& awards,
                                 const Record& record) {
    std::vector<CardLine> lines;
    for (const CardBook& book : books) {
        const auto history = counted(record, counting, book.place);
        const bool is_here = lies_in(here(record), book.place) == Lies::inside;
        for (const Card& card : book.cards) {
            if (!is_in_force(card, record.on)) continue;
            CardLine line = line_of(card, book, history, awards, record);
            // A national award makes nobody a holder of another province's card.
            const bool is_given_there =
                std::ranges::find(history, Lies::inside, &Counted::lies) != history.end();
            if (is_here || (line.held && is_given_there)) lines.push_back(std::move(line));
        }
    }
    return lines;
}

} // namespace rexue::honour
