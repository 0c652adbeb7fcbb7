#include "tests/bench/figures.h"

#include <algorithm>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "platform/base/encoding.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"

namespace rexue::bench {

namespace {

constexpr const char* row = "{:<46} {:>9} {:>11} {:>11} {:>7}  {}\n";

bool is_over(const Figure& figure) {
    return figure.limit && figure.rexue > *figure.limit;
}

std::string cell(const std::optional<double>& value, const std::string& unit = {}) {
    if (!value) return "";
    const auto number = fmt::format("{:.{}f}", *value, *value < 10 ? 2 : 0);
    return unit.empty() ? number : number + " " + unit;
}

boost::json::value json_of(const std::optional<double>& value) {
    return value ? boost::json::value(*value) : boost::json::value(nullptr);
}

} // namespace

double percentile(std::vector<double> values, int percent) {
    REXUE_ASSERT(!values.empty());
    std::ranges::sort(values);
    return values[(values.size() - 1) * static_cast<size_t>(percent) / 100];
}

std::string table_of(const std::vector<Figure>& figures) {
    std::string text = fmt::format(row, "measure", "limit", "rexue", "bare", "ratio", "");
    for (const Figure& figure : figures) {
        std::optional<double> ratio;
        if (figure.bare && *figure.bare > 0) ratio = figure.rexue / *figure.bare;
        const char* verdict = is_over(figure) ? "OVER" : "OK";
        text +=
            fmt::format(row, figure.name, cell(figure.limit), cell(figure.rexue, figure.unit),
                        cell(figure.bare, figure.unit), cell(ratio), figure.limit ? verdict : "");
    }
    return text;
}

base::Status write_figures(const std::filesystem::path& file, const std::vector<Figure>& figures,
                           double load) {
    boost::json::array rows;
    for (const Figure& figure : figures) {
        rows.push_back({{"name", figure.name},
                        {"unit", figure.unit},
                        {"limit", json_of(figure.limit)},
                        {"rexue", figure.rexue},
                        {"bare", json_of(figure.bare)},
                        {"ok", !is_over(figure)}});
    }
    const std::string text = json::pretty({{"load", load}, {"figures", rows}});
    return storage::write_file_atomically(file, base::bytes_of(text), 0644);
}

} // namespace rexue::bench
