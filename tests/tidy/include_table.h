// Who may include whom, as data: the table of ARCHITECTURE.md.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace rexue::tidy {

// The row with the longest matching folder counts for a file. A folder may always use itself.
struct FolderRow {
    std::string_view folder;
    std::vector<std::string_view> uses; // folders of this tree; "" is all of it
    // Pure code is handed the time and the facts: no clock, no files, no threads.
    enum class Purity { pure, impure } purity = Purity::impure;
};
std::span<const FolderRow> folder_rows();

// An outside library by its headers: "curl/" is a folder of headers, "imgui*" a beginning,
// "png.h" one header. Included in `folders` and nowhere else.
struct OutsideLibrary {
    std::string_view name;
    std::vector<std::string_view> headers;
    std::vector<std::string_view> folders;
};
std::span<const OutsideLibrary> outside_libraries();

// Headers of the C++ library that pure code does without.
std::span<const std::string_view> impure_standard_headers();

// nullptr: nobody has said yet what this folder may use.
const FolderRow* row_of(std::string_view path);
// nullptr: a library that nobody has let in.
const OutsideLibrary* library_of(std::string_view header);

} // namespace rexue::tidy
