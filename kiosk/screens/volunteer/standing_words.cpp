#include "kiosk/screens/volunteer/standing_words.h"

#include <fmt/format.h>

#include "kiosk/screens/volunteer/card_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::volunteer {

using ui::tr;

namespace {

constexpr size_t most_lines = 2;

std::string figure(double value) {
    return fmt::format("{:g}", value);
}

std::string line_of(const honour::AwardLine& line) {
    const honour::Next& next = *line.next;
    const std::string& title = in_shown_language(next.title);
    if (line.measure == honour::Measure::volunteer_hours) {
        return say(tr("{0} volunteer hours more to: {1}"), figure(*next.missing), title);
    }
    return say(tr("{0} donations more to: {1}"), figure(*next.missing), title);
}

} // namespace

std::vector<std::string> standing_lines(const flow::volunteer::Session& session) {
    std::vector<std::string> lines;
    for (const honour::AwardLine& line : session.awards) {
        const bool says_something = line.next && line.next->missing && *line.next->missing > 0;
        if (says_something && lines.size() < most_lines) lines.push_back(line_of(line));
    }
    if (!lines.empty() || !session.card || !session.card->holder) return lines;
    const auto& holder = *session.card->holder;
    if (holder.award_count && holder.as_of) {
        lines.push_back(say(tr("{0} counted donations as of {1}"), *holder.award_count,
                            full_date(*holder.as_of)));
    }
    return lines;
}

} // namespace rexue::screens::volunteer
