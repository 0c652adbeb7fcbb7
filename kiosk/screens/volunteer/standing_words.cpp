#include "kiosk/screens/volunteer/standing_words.h"

#include <fmt/format.h>

#include "kiosk/screens/benefit_words.h"
#include "kiosk/screens/volunteer/card_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::volunteer {

using flow::volunteer::Verdict;
using ui::tr;

namespace {

constexpr size_t most_lines = 2;

std::string figure(double value) {
    return fmt::format("{:g}", value);
}

// What a donor can count on fingers: donations and hours.
bool says_something(const honour::AwardLine& line) {
    const bool is_countable = line.measure == honour::Measure::counts ||
                              line.measure == honour::Measure::round_counts ||
                              line.measure == honour::Measure::volunteer_hours;
    return is_countable && line.next && line.next->missing && *line.next->missing > 0;
}

std::string line_of(const honour::AwardLine& line) {
    const honour::Next& next = *line.next;
    const std::string& title = in_shown_language(next.title);
    if (line.measure == honour::Measure::volunteer_hours) {
        return say(tr("{0} volunteer hours more to: {1}"), figure(*next.missing), title);
    }
    // Halves are many.
    const int count = *next.missing == 1 ? 1 : 2;
    return say(ui::tr_n("{0} donation more to: {1}", "{0} donations more to: {1}", count),
               figure(*next.missing), title);
}

} // namespace

std::vector<std::string> standing_lines(const flow::volunteer::Session& session) {
    std::vector<std::string> lines;
    if (!session.card || (session.card->verdict != Verdict::valid &&
                          session.card->verdict != Verdict::nothing_held)) {
        return lines;
    }
    for (const honour::AwardLine& line : session.awards) {
        if (says_something(line) && lines.size() < most_lines) lines.push_back(line_of(line));
    }
    if (!lines.empty() || !session.card->holder) return lines;
    const auto& holder = *session.card->holder;
    if (holder.award_count && holder.as_of) {
        lines.push_back(say(tr("{0} counted donations as of {1}"), *holder.award_count,
                            full_date(*holder.as_of)));
    }
    return lines;
}

} // namespace rexue::screens::volunteer
