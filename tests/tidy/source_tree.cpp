#include "tests/tidy/source_tree.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <ostream>

namespace rexue::tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::array folders{"kiosk", "platform", "net", "tests", "assets", "packaging"};
constexpr std::array top_files{"run",      ".ci/run",         "CMakeLists.txt", "README.md",
                               "STYLE.md", "ARCHITECTURE.md", "CHANGELOG.md"};
constexpr std::array text_endings{".h",    ".cpp", ".txt",  ".cmake",   ".md",    ".yaml", ".json",
                                  ".toml", ".sql", ".conf", ".service", ".rules", ".sh",   ".po"};

bool is_text(const fs::path& path) {
    return std::ranges::find(text_endings, path.extension().string()) != text_endings.end();
}

bool is_left_out(const fs::path& path) {
    const std::string name = path.filename().string();
    return name.starts_with('.') || name == "golden" || name == "build";
}

SourceFile read_file(const fs::path& top, const fs::path& path) {
    SourceFile file{.path = path.lexically_relative(top).generic_string(), .lines = {}};
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);)
        file.lines.push_back(line);
    return file;
}

bool is_word_character(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

} // namespace

SourceTree read_tree(const fs::path& top) {
    SourceTree tree;
    for (const char* name : top_files) {
        if (fs::exists(top / name)) tree.push_back(read_file(top, top / name));
    }
    for (const char* folder : folders) {
        if (!fs::exists(top / folder)) continue;
        auto entry = fs::recursive_directory_iterator(top / folder);
        for (; entry != fs::recursive_directory_iterator(); ++entry) {
            if (is_left_out(entry->path())) {
                if (entry->is_directory()) entry.disable_recursion_pending();
            } else if (entry->is_regular_file() && is_text(entry->path())) {
                tree.push_back(read_file(top, entry->path()));
            }
        }
    }
    std::ranges::sort(tree, {}, &SourceFile::path);
    return tree;
}

void PrintTo(const Finding& finding, std::ostream* out) {
    *out << finding.where << ": " << finding.what;
}

Finding at_line(const SourceFile& file, size_t index, std::string what) {
    return {.where = file.path + ":" + std::to_string(index + 1), .what = std::move(what)};
}

bool lies_in(std::string_view path, std::string_view folder) {
    return folder.empty() || path == folder ||
           (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
}

std::string_view folder_of(std::string_view path) {
    const size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? "" : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

bool is_header(const SourceFile& file) {
    return file.path.ends_with(".h");
}

bool is_code(const SourceFile& file) {
    return is_header(file) || file.path.ends_with(".cpp");
}

Include included_by(std::string_view line) {
    constexpr std::string_view directive = "#include ";
    if (!line.starts_with(directive)) return {};
    line.remove_prefix(directive.size());
    if (line.empty()) return {};
    const bool quoted = line.front() == '"';
    const size_t end = line.find(quoted ? '"' : '>', 1);
    if (end == std::string_view::npos) return {};
    return {.path = std::string(line.substr(1, end - 1)), .quoted = quoted};
}

bool has_word(std::string_view line, std::string_view word) {
    for (size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
        const size_t end = at + word.size();
        const bool starts = at == 0 || !is_word_character(line[at - 1]);
        const bool ends =
            !is_word_character(word.back()) || end == line.size() || !is_word_character(line[end]);
        if (starts && ends) return true;
    }
    return false;
}

} // namespace rexue::tidy
