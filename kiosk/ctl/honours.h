// rexuectl honours: the three ledgers of a record, and what is to be celebrated.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

namespace rexue::ctl {

struct HonoursOrder {
    std::string file;             // a record as JSON; "-": from `in`
    std::filesystem::path assets; // rulebooks and the honours' folders
};

// The members of the JSON are those of honour::Record. Writes one line of JSON with the members of
// honour::Ledgers (awards, honour_card, fee_relief, moments); figures that are whole are written
// without a fraction. Returns 0; 2 with one line "error: /history/0/date: …" and nothing on `out`
// when the record is malformed, and when a file cannot be read.
int honours(const HonoursOrder& order, std::istream& in, std::ostream& out, std::ostream& err);

} // namespace rexue::ctl
