// rexuectl benefits: what places give, searched, and carried to spreadsheets and back.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "platform/base/date_text.h"

namespace rexue::ctl {

struct BenefitsOrder {
    std::filesystem::path assets;
    std::string place; // six digits; empty: every place
    std::string kind;  // empty: every kind
    std::string text;  // words to look for
    base::Date on{};
    std::string format = "json"; // of an export: csv or json
    std::filesystem::path file;  // to check or import: .csv or .json
    std::filesystem::path out;   // the folder that an import is written into
};

// Each returns 0, and 2 with "error: …" when an argument or a file is not to be used.

// A JSON line each of what is in force on the day, with the place and the day it was told.
int list_benefits(const BenefitsOrder& order, std::ostream& out, std::ostream& err);
// The file of one place. In CSV it begins with a byte order mark, and no cell is a formula.
int export_benefits(const BenefitsOrder& order, std::ostream& out, std::ostream& err);
// One line "370300: 3 benefits"; or all that is wrong, a line each, by line and column of a table
// ("error: zibo.csv: line 3, column kind: …") and by line and pointer of JSON. What a benefit asks
// for (conditions) must be an award or a card of the assets.
int check_benefits(const BenefitsOrder& order, std::ostream& out, std::ostream& err);
// Checked first, then written to <out>/<place>.json, whole or not at all.
int import_benefits(const BenefitsOrder& order, std::ostream& out, std::ostream& err);

} // namespace rexue::ctl
