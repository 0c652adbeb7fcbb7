// rexuectl read-id: what does the card on this reader say?
#pragma once

#include <chrono>
#include <iosfwd>
#include <string>

namespace rexue::ctl {

// Reads one card from a serial port (the `port` of a simulator's folder is one) and writes it to
// `out` as one JSON object with every member of IdentityDocument; dates and what the card does not
// hold are ISO 8601 or null. Nothing of it goes anywhere else.
// Returns 0, or 1 with a line on `err`: no reader at the port, none that answers, no card within
// `patience`, or a card that cannot be read. Blocks for at most `patience`.
int read_id(const std::string& port, std::chrono::seconds patience, std::ostream& out,
            std::ostream& err);

} // namespace rexue::ctl
