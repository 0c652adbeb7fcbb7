// What a station decides itself, where the book leaves it to the station.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/rules/donation/bookshelf.h"

namespace rexue::donation {

// One decision; who took it and when is part of it. Of the optional members at least one is given.
struct Override {
    std::string rule;              // one that the book says is the station's
    std::optional<bool> in_use;    // a rule without readings may be left out
    std::optional<std::string> of; // with `reading`: whose upper age
    std::optional<AgeReading> reading;
    std::optional<double> at_least; // within the range that the book gives
    std::optional<double> at_most;
    std::string set_by; // a staff number
    base::Date set_on{};
};
BOOST_DESCRIBE_STRUCT(Override, (), (rule, in_use, of, reading, at_least, at_most, set_by, set_on))

struct StationSettings {
    std::string station;
    std::vector<Override> overrides;
};
BOOST_DESCRIBE_STRUCT(StationSettings, (), (station, overrides))

// For the log: what is other than in the book.
struct Change {
    std::string rule;
    std::string what;   // "reading of L01", "at_least", "in_use"
    std::string before; // empty: the book sets none
    std::string after;
    std::string set_by;
    base::Date set_on{};

    bool operator==(const Change&) const = default;
};
BOOST_DESCRIBE_STRUCT(Change, (), (rule, what, before, after, set_by, set_on))

struct Adapted {
    Rulebook book;               // its name tells what was changed
    std::vector<Change> changes; // one for each override that changes something
};

// invalid_argument with the JSON pointer of the fault.
base::Result<StationSettings> load_settings(std::string_view text);

// The book as this station reads it. Refused with the pointer into the settings: not_found for a
// rule that the book has not, forbidden for one that is not the station's (no national rule, seen
// in a source or not, is loosened here), invalid_argument for a value outside what the book allows,
// or without who set it.
base::Result<Adapted> adapt(const Rulebook& book, const StationSettings& settings);

struct AdaptedShelf {
    Bookshelf books;
    std::vector<Change> changes; // each once, however many books it is about
};

// Every book as this station reads it; each takes what is about its rules. Refused as `adapt`
// refuses, and not_found for a rule that no book has.
base::Result<AdaptedShelf> adapt(const Bookshelf& books, const StationSettings& settings);

} // namespace rexue::donation
