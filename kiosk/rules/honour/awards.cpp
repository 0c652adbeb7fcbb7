#include "kiosk/rules/honour/awards.h"

#include <algorithm>
#include <cmath>

namespace rexue::honour {

namespace {

// One ladder while the history goes by.
class Climb {
  public:
    Climb(const Ladder& ladder, base::Date on) : ladder_(ladder) {
        for (const AwardStep& step : ladder.steps) {
            if (is_in_force(step, on)) steps_.push_back({.step = &step, .reached = {}});
        }
    }

    // `figures` after a donation of `day`; none: as they are on the asked day. True when the ladder
    // begins anew: only donations lead there.
    bool look(const Figures& figures, const std::optional<base::Date>& day) {
        for (State& one : steps_) {
            if (one.is_held || met(one.step->any_of, figures) == nullptr) continue;
            one.is_held = true;
            if (one.reached) {
                ++one.reached->times;
            } else {
                one.reached = Reached{.rule = one.step->id,
                                      .title = one.step->title,
                                      .since = day,
                                      .times = 1,
                                      .source = one.step->source,
                                      .verified = one.step->verified};
            }
        }
        const bool is_done =
            ladder_.restarts.value_or(false) && !steps_.empty() && steps_.back().is_held;
        if (is_done) {
            for (State& one : steps_)
                one.is_held = false;
        }
        return is_done;
    }

    void write(AwardLine& line, const Figures& figures) const {
        for (const State& one : steps_) {
            if (one.reached) line.reached.push_back(*one.reached);
            if (one.is_held || line.next) continue;
            line.next = next_of(one.step->id, one.step->title, one.step->source, one.step->verified,
                                one.step->any_of, figures);
        }
    }

  private:
    struct State {
        const AwardStep* step;
        std::optional<Reached> reached;
        bool is_held = false; // in this round
    };

    const Ladder& ladder_;
    std::vector<State> steps_;
};

// After gold the count begins anew, without the 40th donation of that gold (national-gold): the
// donation that reaches the last step is not counted again, nor what it holds beyond the step.
void begin_anew(Figures& figures) {
    figures.round_counts = 0;
    ++figures.rounds;
}

// The donations that ended a round of the ladder that begins anew: "three golds".
std::vector<const Donation*> rounds_of(const AwardBook& book, const std::vector<Counted>& history,
                                       const Record& record) {
    std::vector<const Donation*> ends;
    for (const Ladder& ladder : book.ladders) {
        if (!ladder.restarts.value_or(false)) continue;
        Climb climb(ladder, record.on);
        Figures figures = person_figures(record);
        for (const Counted& one : history) {
            if (one.lies == Lies::outside) continue;
            add(figures, one);
            if (!climb.look(dated(figures), one.donation->date)) continue;
            begin_anew(figures);
            ends.push_back(one.donation);
        }
    }
    return ends;
}

AwardLine line_of(const Ladder& ladder, const AwardBook& book, const std::vector<Counted>& history,
                  const std::vector<const Donation*>& rounds, const Record& record) {
    Climb climb(ladder, record.on);
    Figures figures = person_figures(record);
    Thousandths of_unknown_place = 0;
    for (const Counted& one : history) {
        if (one.lies == Lies::outside) continue;
        add(figures, one);
        if (one.lies == Lies::unknown) of_unknown_place += one.counts;
        const bool ends_round = std::ranges::find(rounds, one.donation) != rounds.end();
        if (ladder.restarts.value_or(false)) {
            climb.look(dated(figures), one.donation->date);
            if (ends_round) begin_anew(figures);
        } else {
            if (ends_round) ++figures.rounds;
            climb.look(dated(figures), one.donation->date);
        }
    }
    climb.look(figures, std::nullopt);
    AwardLine line{.ladder = ladder.id,
                   .place = book.place,
                   .title = ladder.title,
                   .measure = ladder.measure,
                   .have = have(ladder.measure, figures),
                   .of_unknown_place = {},
                   .reached = {},
                   .next = {}};
    if (of_unknown_place > 0) line.of_unknown_place = whole(of_unknown_place);
    climb.write(line, figures);
    return line;
}

void count_rules(AwardLedger& ledger, const std::vector<CountRule>& rules,
                 const std::vector<Counted>& history) {
    Thousandths all = 0;
    for (const CountRule& rule : rules) {
        Thousandths sum = 0;
        int donations = 0;
        for (const Counted& one : history) {
            if (one.rule != &rule) continue;
            sum += one.counts;
            ++donations;
        }
        if (donations == 0) continue;
        all += sum;
        ledger.counted.push_back({.rule = rule.id,
                                  .donations = donations,
                                  .counts = whole(sum),
                                  .source = rule.source,
                                  .verified = rule.verified});
    }
    ledger.counts = whole(all);
}

bool is_about(const AwardBook& book, const Record& record, const std::vector<Counted>& history) {
    return !book.place || lies_in(here(record), *book.place) == Lies::inside ||
           std::ranges::find(history, Lies::inside, &Counted::lies) != history.end();
}

void add_lines(AwardLedger& ledger, const AwardBook& book, const std::vector<CountRule>& rules,
               const Record& record) {
    const auto history = counted(record, rules, book.place.value_or(""));
    if (!is_about(book, record, history)) return;
    const auto rounds = rounds_of(book, history, record);
    for (const Ladder& ladder : book.ladders) {
        const bool is_in_use = std::ranges::any_of(
            ladder.steps, [&](const AwardStep& step) { return is_in_force(step, record.on); });
        if (is_in_use) ledger.lines.push_back(line_of(ladder, book, history, rounds, record));
    }
}

} // namespace

Figures person_figures(const Record& record) {
    Figures figures;
    figures.volunteer_hours = record.volunteer_hours;
    figures.volunteer_years = record.volunteer_years;
    figures.stem_cells = record.stem_cell_donations;
    if (record.rare_group) figures.rare_group = *record.rare_group ? 1 : 0;
    return figures;
}

void add(Figures& figures, const Counted& one) {
    // Halves and twentieths of counts are rounded once, not at each donation.
    const auto sum = [&](double& figure) {
        figure = whole(std::llround(figure * 1000) + one.counts);
    };
    sum(figures.counts);
    sum(figures.round_counts);
    if (one.donation->type == DonationType::whole_blood) ++figures.whole_blood_donations;
    if (one.donation->type == DonationType::platelets) {
        figures.platelet_units += *one.donation->units;
    }
}

Next next_of(const std::string& rule, const Words& title, const std::string& source, bool verified,
             const Ways& ways, const Figures& figures) {
    Next next{.rule = rule,
              .title = title,
              .at = {},
              .missing = {},
              .ways = {},
              .source = source,
              .verified = verified};
    if (ways.size() == 1 && ways[0].size() == 1 && ways[0][0].at_least) {
        const Need one = need(ways[0][0], figures);
        next.at = one.at_least;
        next.missing = one.missing;
    } else {
        next.ways = needs(ways, figures);
    }
    return next;
}

const std::vector<CountRule>& counting_of(std::span<const AwardBook> books) {
    const auto national = std::ranges::find_if(
        books, [](const AwardBook& book) { return book.counting.has_value(); });
    REXUE_ASSERT(national != books.end());
    return *national->counting;
}

AwardLedger award_ledger(std::span<const AwardBook> books, const Record& record) {
    AwardLedger ledger;
    const auto& rules = counting_of(books);
    count_rules(ledger, rules, counted(record, rules, {}));
    for (const AwardBook& book : books) {
        if (!book.place) add_lines(ledger, book, rules, record);
    }
    for (const AwardBook& book : books) {
        if (book.place) add_lines(ledger, book, rules, record);
    }
    return ledger;
}

std::vector<HeldAward> held_awards(const AwardLedger& ledger) {
    std::vector<HeldAward> held;
    for (const AwardLine& line : ledger.lines) {
        for (const Reached& one : line.reached)
            held.push_back({.rule = one.rule, .since = one.since});
    }
    return held;
}

} // namespace rexue::honour
