// rexuectl eligibility: who may give what on a day, by the rules alone.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>

namespace rexue::ctl {

struct EligibilityOrder {
    std::string file;                 // an inquiry as JSON; "-": from `in`
    std::filesystem::path rulebooks;  // a folder of *.json
    std::filesystem::path settings{}; // a station's; empty: the book as it is
};

// The members of the JSON are those of donation::Inquiry. Writes a line for whole blood and one for
// platelets:
//   {"type":"whole_blood","eligible":false,"earliest":"2026-12-01","reasons":["N01"],
//    "outcome":"deferred","book":"gb18467-2011 2026-1"}
// `earliest` is null when it cannot be told. Returns 0 whatever the answer is; 2 with one line
// "error: /history/0/date: …" and nothing on `out` when the inquiry is malformed, and when a file
// cannot be read. What a station's settings change stands on `err`, a line each.
int eligibility(const EligibilityOrder& order, std::istream& in, std::ostream& out,
                std::ostream& err);

} // namespace rexue::ctl
