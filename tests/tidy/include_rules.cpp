#include "tests/tidy/include_rules.h"

#include <algorithm>
#include <array>

#include "tests/tidy/include_table.h"

namespace rexue::tidy {
namespace {

bool may_use(const FolderRow& row, std::string_view path) {
    if (lies_in(path, row.folder)) return true;
    return std::ranges::any_of(row.uses,
                               [&](std::string_view folder) { return lies_in(path, folder); });
}

bool is_standard(std::string_view header) {
    return header.find_first_of("./") == std::string_view::npos;
}

} // namespace

Findings check_own_includes(const SourceFile& file) {
    if (!is_code(file)) return {};
    const FolderRow* row = row_of(file.path);
    if (row == nullptr) return {at_line(file, 0, "its folder has no row in the include table")};
    Findings findings;
    for (size_t i = 0; i < file.lines.size(); ++i) {
        const Include include = included_by(file.lines[i]);
        if (!include.quoted || may_use(*row, include.path)) continue;
        findings.push_back(at_line(
            file, i, std::string(row->folder) + " may not include \"" + include.path + "\""));
    }
    return findings;
}

Findings check_outside_includes(const SourceFile& file) {
    if (!is_code(file)) return {};
    Findings findings;
    for (size_t i = 0; i < file.lines.size(); ++i) {
        const Include include = included_by(file.lines[i]);
        if (include.path.empty() || include.quoted || is_standard(include.path)) continue;
        const OutsideLibrary* library = library_of(include.path);
        if (library == nullptr) {
            findings.push_back(at_line(file, i, "no library of the table: <" + include.path + ">"));
            continue;
        }
        const bool allowed = std::ranges::any_of(
            library->folders, [&](std::string_view folder) { return lies_in(file.path, folder); });
        if (allowed) continue;
        findings.push_back(at_line(file, i, std::string(library->name) + " does not belong here"));
    }
    return findings;
}

Findings check_purity(const SourceFile& file) {
    if (!is_code(file)) return {};
    const FolderRow* row = row_of(file.path);
    const bool is_pure = row != nullptr && row->purity == FolderRow::Purity::pure;
    // A certificate's end is judged by TLS, and so by the machine's own clock.
    constexpr std::array wall_clock_askers{"platform/time", "tests",
                                           "net/server/keys/authority.cpp"};
    const bool may_ask_wall_clock = std::ranges::any_of(
        wall_clock_askers, [&](const char* place) { return lies_in(file.path, place); });
    Findings findings;
    for (size_t i = 0; i < file.lines.size(); ++i) {
        const std::string& line = file.lines[i];
        const Include include = included_by(line);
        const auto impure = impure_standard_headers();
        if (is_pure && !include.quoted && std::ranges::find(impure, include.path) != impure.end()) {
            findings.push_back(at_line(file, i, "pure code includes <" + include.path + ">"));
        }
        if (is_pure && line.find("_clock::now(") != std::string::npos) {
            findings.push_back(at_line(file, i, "pure code is handed the time"));
        } else if (!may_ask_wall_clock && line.find("system_clock::now(") != std::string::npos) {
            findings.push_back(at_line(file, i, "the wall clock is asked in platform/time"));
        }
    }
    return findings;
}

} // namespace rexue::tidy
