// The tree as text: what the rules of this folder look at, and what they say of it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace rexue::tidy {

struct SourceFile {
    std::string path; // from the top, with slashes: "kiosk/ui/ui.h"
    std::vector<std::string> lines;
};
using SourceTree = std::vector<SourceFile>;

// All text files of the six folders and the scripts and pages at the top, sorted by path. Golden
// pictures, build trees and hidden folders are left out.
SourceTree read_tree(const std::filesystem::path& top);

struct Finding {
    std::string where; // "kiosk/ui/ui.h:12"
    std::string what;

    bool operator==(const Finding&) const = default;
};
using Findings = std::vector<Finding>;

// GoogleTest prints findings by this.
void PrintTo(const Finding& finding, std::ostream* out);

Finding at_line(const SourceFile& file, size_t index, std::string what);

// Whether `path` is `folder` or lies in it; every path lies in the folder "".
bool lies_in(std::string_view path, std::string_view folder);
std::string_view folder_of(std::string_view path);
std::string_view name_of(std::string_view path);

bool is_header(const SourceFile& file);
// A header or a .cpp.
bool is_code(const SourceFile& file);

// The path between quotes or angle brackets of an include line, "" for any other line.
struct Include {
    std::string path;
    bool quoted = false;
};
Include included_by(std::string_view line);

// Whether `word` stands in `line` with no letter, digit or underscore beside it.
bool has_word(std::string_view line, std::string_view word);

} // namespace rexue::tidy
