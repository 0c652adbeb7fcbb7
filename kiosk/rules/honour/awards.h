// The first ledger: awards. Where somebody is, the next threshold, what is missing, and why.
#pragma once

#include <span>
#include <vector>

#include "kiosk/rules/honour/award_book.h"

namespace rexue::honour {

struct Reached {
    std::string rule;
    Words title;
    std::optional<base::Date> since; // the first time; none: the record does not tell the day
    int times = 1;
    std::string source;
    bool verified = false;

    bool operator==(const Reached&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reached, (), (rule, title, since, times, source, verified))

// Either one figure (`at`, `missing`) or, where several things or ways are asked for, `ways`.
struct Next {
    std::string rule;
    Words title;
    std::optional<double> at;
    std::optional<double> missing; // none: what there is, is not known
    std::optional<std::vector<std::vector<Need>>> ways;
    std::string source;
    bool verified = false;

    bool operator==(const Next&) const = default;
};
BOOST_DESCRIBE_STRUCT(Next, (), (rule, title, at, missing, ways, source, verified))

struct AwardLine {
    std::string ladder;
    std::optional<std::string> place;
    Words title;
    Measure measure = Measure::counts;
    std::optional<double> have; // since the ladder began anew, where it does; none: not known
    // So many counts of `have` are of donations whose place is not known.
    std::optional<double> of_unknown_place;
    std::vector<Reached> reached; // ever, in the order of the steps
    std::optional<Next> next;     // none: the last step is reached

    bool operator==(const AwardLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(AwardLine, (),
                      (ladder, place, title, measure, have, of_unknown_place, reached, next))

struct CountedBy {
    std::string rule;
    int donations = 0;
    double counts = 0;
    std::string source;
    bool verified = false;
};
BOOST_DESCRIBE_STRUCT(CountedBy, (), (rule, donations, counts, source, verified))

struct AwardLedger {
    double counts = 0; // all that was ever given
    std::vector<CountedBy> counted;
    std::vector<AwardLine> lines;
};
BOOST_DESCRIBE_STRUCT(AwardLedger, (), (counts, counted, lines))

// The country's awards first; steps in force on the asked day. Awards of a place are there for who
// lives there, and for who has given there; only what was given there counts for them (see
// counted()). `books` has one of the whole country, and the record has passed check().
AwardLedger award_ledger(std::span<const AwardBook> books, const Record& record);

// What the ledger says that somebody holds.
std::vector<HeldAward> held_awards(const AwardLedger& ledger);

// What a record says beside its donations.
Figures person_figures(const Record& record);
void add(Figures& figures, const Counted& one);

Next next_of(const std::string& rule, const Words& title, const std::string& source, bool verified,
             const Ways& ways, const Figures& figures);

const std::vector<CountRule>& counting_of(std::span<const AwardBook> books);

} // namespace rexue::honour
