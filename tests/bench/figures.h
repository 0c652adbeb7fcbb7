// The figures of one run, as a table for people and as JSON for machines.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/error.h"

namespace rexue::bench {

struct Figure {
    std::string name;
    std::string unit;
    std::optional<double> limit; // at most this; none: told for its own sake
    double rexue = 0;
    std::optional<double> bare; // the same of the bare ImGui window
};

// `percent` of the values are at most this; `values` is not empty.
double percentile(std::vector<double> values, int percent);

// One line a figure: measure, limit, rexue, bare window, ratio, OK or OVER.
std::string table_of(const std::vector<Figure>& figures);
// {"load": load average at the end, "figures": [{name, unit, limit, rexue, bare, ok}]}
base::Status write_figures(const std::filesystem::path& file, const std::vector<Figure>& figures,
                           double load);

} // namespace rexue::bench
