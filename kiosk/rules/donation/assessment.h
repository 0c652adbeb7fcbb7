// May I give today? For each type the rules' own answer; staff decide.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/rules/donation/inquiry.h"

namespace rexue::donation {

enum class Outcome {
    eligible, // nothing stands against this day
    deferred, // at least one rule says: not today
    refer,    // what stands is for staff to decide
};
BOOST_DESCRIBE_ENUM(Outcome, eligible, deferred, refer)

struct Reason {
    std::string rule;
    Decision decision = Decision::refer;
    std::optional<base::Date>
        until; // the first day free of this one; none: nobody can say, or never
    bool verified = false;

    bool operator==(const Reason&) const = default;
};

struct Assessment {
    DonationType type = DonationType::whole_blood;
    Outcome outcome = Outcome::refer;
    // The first day from the asked one on that is free of all that was named, by the rules of the
    // asked day: that day itself when eligible, and only then. None when a rule that stands has no
    // end that can be told, or when somebody will be too old by then.
    std::optional<base::Date> earliest;
    std::vector<Reason> reasons; // what stands on the asked day, in the book's order, each once

    bool operator==(const Assessment&) const = default;
};

// Whole blood, then platelets. A donor who is blocked for the one may be free for the other.
// invalid_argument with the pointer into the inquiry, as check() says. `book` is adapted to the
// station already; inquiry.rulebook is not looked at.
base::Result<std::vector<Assessment>> assess(const Rulebook& book, const Inquiry& inquiry);

// As the donor may see it. Confidential reasons are not there; where one stands, nothing but
// "speak with our staff" is left of the verdict, and no day: whoever looks on learns nothing.
Assessment donor_view(const Rulebook& book, const Assessment& assessment);

} // namespace rexue::donation
