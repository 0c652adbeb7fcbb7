#include "tests/tidy/text_rules.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace rexue::tidy {
namespace {

constexpr size_t max_lines = 500;
constexpr size_t max_test_lines = 800;
constexpr size_t max_columns = 100;

// Written in halves, so that this file keeps the rule it states.
constexpr std::array<std::string_view, 4> leftovers{
    "TO"
    "DO",
    "FIX"
    "ME",
    "XX"
    "X",
    "HA"
    "CK"};
constexpr std::array<std::string_view, 3> machine_folders{
    "/wo"
    "rk",
    "/ho"
    "me/",
    "/ro"
    "ot"};
constexpr std::array<std::string_view, 4> sleeps{
    "sleep"
    "_for",
    "sleep"
    "_until",
    "us"
    "leep",
    "nano"
    "sleep"};
constexpr std::array<std::string_view, 4> prints{"cout", "printf(", "puts(", "putchar("};

size_t characters_in(std::string_view line) {
    // UTF-8: every byte that does not continue a character begins one.
    return static_cast<size_t>(std::ranges::count_if(
        line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool goes_on_as_a_name(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
}

// At the beginning of a path: "/x/y/work" is another folder, "/worker" another name.
bool has_machine_folder(std::string_view line, std::string_view folder) {
    for (size_t at = line.find(folder); at != std::string_view::npos;
         at = line.find(folder, at + 1)) {
        const size_t end = at + folder.size();
        const bool begins = at == 0 || (!goes_on_as_a_name(line[at - 1]) && line[at - 1] != '}');
        const bool ends =
            folder.ends_with('/') || end == line.size() || !goes_on_as_a_name(line[end]);
        if (begins && ends) return true;
    }
    return false;
}

// Programs and their options, where printing is the purpose.
bool may_print(std::string_view path) {
    return !(lies_in(path, "kiosk") || lies_in(path, "net") || lies_in(path, "platform")) ||
           lies_in(path, "kiosk/ctl") || name_of(path) == "main.cpp" ||
           name_of(path).ends_with("_main.cpp") || path.find("/demo/") != std::string_view::npos ||
           path.find("/bench/") != std::string_view::npos;
}

template <typename Words>
Findings find_words(const SourceFile& file, const Words& words, const std::string& what) {
    Findings findings;
    for (size_t i = 0; i < file.lines.size(); ++i) {
        for (const std::string_view word : words) {
            if (!has_word(file.lines[i], word)) continue;
            findings.push_back(at_line(file, i, what + ": " + std::string(word)));
        }
    }
    return findings;
}

} // namespace

Findings check_length(const SourceFile& file) {
    if (!is_code(file)) return {};
    const size_t limit = lies_in(file.path, "tests") ? max_test_lines : max_lines;
    if (file.lines.size() <= limit) return {};
    return {at_line(file, limit, "more than " + std::to_string(limit) + " lines")};
}

Findings check_width(const SourceFile& file) {
    if (!is_code(file)) return {};
    Findings findings;
    for (size_t i = 0; i < file.lines.size(); ++i) {
        const size_t columns = characters_in(file.lines[i]);
        if (columns <= max_columns) continue;
        findings.push_back(at_line(file, i, std::to_string(columns) + " columns"));
    }
    return findings;
}

Findings check_header(const SourceFile& file) {
    if (!is_header(file)) return {};
    Findings findings;
    if (file.lines.empty() || !file.lines.front().starts_with("// ")) {
        findings.push_back(at_line(file, 0, "a header opens with a comment saying what it is"));
    }
    if (std::ranges::find(file.lines, "#pragma once") == file.lines.end()) {
        findings.push_back(at_line(file, 0, "no #pragma once"));
    }
    return findings;
}

Findings check_leftovers(const SourceFile& file) {
    return find_words(file, leftovers, "left behind");
}

Findings check_machine_paths(const SourceFile& file) {
    Findings findings;
    for (size_t i = 0; i < file.lines.size(); ++i) {
        for (const std::string_view folder : machine_folders) {
            if (!has_machine_folder(file.lines[i], folder)) continue;
            findings.push_back(at_line(file, i, "a path of one machine: " + std::string(folder)));
        }
    }
    return findings;
}

Findings check_sleeping(const SourceFile& file) {
    // To measure what a resting program costs, time has to pass.
    if (lies_in(file.path, "tests/bench")) return {};
    const bool is_helper = lies_in(file.path, "tests/support") || name_of(file.path) == "waiting.h";
    if (!is_code(file) || !lies_in(file.path, "tests") || is_helper) return {};
    return find_words(file, sleeps, "sleeps for luck");
}

Findings check_printing(const SourceFile& file) {
    if (!is_code(file) || may_print(file.path)) return {};
    return find_words(file, prints, "a library prints");
}

} // namespace rexue::tidy
