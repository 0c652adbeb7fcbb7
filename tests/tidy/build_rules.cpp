#include "tests/tidy/build_rules.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "tests/tidy/cmake_text.h"
#include "tests/tidy/include_table.h"
#include "tests/tidy/package_table.h"

namespace rexue::tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view package_list = "packaging/apt-packages.txt";

Finding of_file(const SourceFile& file, std::string what) {
    return {.where = file.path, .what = std::move(what)};
}

// A word of a list in `folder` as a path from the top.
std::string path_of(std::string_view folder, std::string word) {
    for (const std::string_view own :
         {"${CMAKE_CURRENT_SOURCE_DIR}/", "${CMAKE_CURRENT_LIST_DIR}/"}) {
        if (word.starts_with(own)) word.erase(0, own.size());
    }
    constexpr std::string_view top = "${PROJECT_SOURCE_DIR}/";
    if (word.starts_with(top)) return word.substr(top.size());
    return (fs::path(folder) / word).lexically_normal().generic_string();
}

std::vector<std::string> modules_of(const CMakeCall& call) {
    if (call.name == "find_package" && !call.words.empty()) return {call.words.front()};
    if ((call.name == "rexue_pkg" || call.name == "pkg_check_modules") && !call.words.empty()) {
        std::vector<std::string> names;
        for (const std::string& word : std::span(call.words).subspan(1)) {
            constexpr std::array options{"REQUIRED", "IMPORTED_TARGET", "GLOBAL", "QUIET"};
            const bool is_option = std::ranges::find(options, word) != options.end();
            if (is_option || word.starts_with("${")) continue;
            names.push_back(word.substr(0, word.find_first_of("<>=")));
        }
        return names;
    }
    return {};
}

std::string package_in(const std::string& line) {
    return line.substr(0, line.find_first_of(" \t#"));
}

std::set<std::string> listed_packages(const SourceTree& tree) {
    std::set<std::string> packages;
    const auto list = std::ranges::find(tree, package_list, &SourceFile::path);
    if (list == tree.end()) return packages;
    for (const std::string& line : list->lines) {
        if (const std::string name = package_in(line); !name.empty()) packages.insert(name);
    }
    return packages;
}

std::set<std::string> asked_for(const SourceTree& tree) {
    std::set<std::string> names;
    for (const SourceFile& file : tree) {
        if (!is_cmake(file)) continue;
        for (const CMakeCall& call : calls_of(file)) {
            for (std::string& name : modules_of(call))
                names.insert(std::move(name));
        }
    }
    return names;
}

// Outside of this folder, whose tables name everything.
bool stands_in(const SourceTree& tree, std::string_view sign) {
    return std::ranges::any_of(tree, [sign](const SourceFile& file) {
        return !lies_in(file.path, "tests/tidy") &&
               std::ranges::any_of(file.lines, [sign](const std::string& line) {
                   return line.find(sign) != std::string::npos;
               });
    });
}

Findings check_module(const SourceFile& file, const std::string& name,
                      const std::set<std::string>& listed) {
    const auto module = std::ranges::find(modules(), name, &Module::name);
    if (module == modules().end()) {
        return {of_file(file, name + " is in no row of the package table")};
    }
    Findings findings;
    for (const std::string_view package : module->packages) {
        if (listed.contains(std::string(package))) continue;
        findings.push_back(of_file(
            file, name + " needs " + std::string(package) + " in " + std::string(package_list)));
    }
    return findings;
}

} // namespace

Findings check_sources_are_built(const SourceTree& tree) {
    std::set<std::string> built;
    for (const SourceFile& file : tree) {
        if (!is_cmake(file)) continue;
        for (const CMakeCall& call : calls_of(file)) {
            for (const std::string& word : call.words) {
                built.insert(path_of(folder_of(file.path), word));
            }
        }
    }
    Findings findings;
    for (const SourceFile& file : tree) {
        if (!file.path.ends_with(".cpp") || built.contains(file.path)) continue;
        findings.push_back(of_file(file, "in no CMakeLists.txt"));
    }
    return findings;
}

Findings check_folders_are_added(const SourceTree& tree) {
    std::set<std::string> added;
    std::vector<std::string_view> added_whole; // add_subdirectory(${found}): all that lies below
    for (const SourceFile& file : tree) {
        if (!is_cmake(file)) continue;
        for (const CMakeCall& call : calls_of(file)) {
            if (call.name != "add_subdirectory" || call.words.empty()) continue;
            const std::string& word = call.words.front();
            if (word.starts_with("${")) added_whole.push_back(folder_of(file.path));
            added.insert(path_of(folder_of(file.path), word));
        }
    }
    Findings findings;
    for (const SourceFile& file : tree) {
        if (name_of(file.path) != "CMakeLists.txt") continue;
        const std::string folder(folder_of(file.path));
        const bool found = std::ranges::any_of(added_whole, [&](std::string_view top) {
            return folder != top && lies_in(folder, top);
        });
        if (folder.empty() || found || added.contains(folder)) continue;
        findings.push_back(of_file(file, "no add_subdirectory leads here"));
    }
    return findings;
}

Findings check_links(const SourceTree& tree) {
    Findings findings;
    for (const SourceFile& file : tree) {
        if (!is_cmake(file)) continue;
        for (const CMakeCall& call : calls_of(file)) {
            if (call.name != "rexue_library" || call.words.empty()) continue;
            const std::string& library = call.words.front();
            const FolderRow* row = row_of(library);
            for (const std::string& used : words_after(call, "USES")) {
                const bool allowed =
                    row != nullptr && (lies_in(used, row->folder) ||
                                       std::ranges::any_of(row->uses, [&](std::string_view folder) {
                                           return lies_in(used, folder);
                                       }));
                if (!allowed)
                    findings.push_back(of_file(file, fmt::format("{} links {}", library, used)));
            }
        }
    }
    return findings;
}

Findings check_tests_mirror_sources(const SourceTree& tree) {
    std::set<std::string> folders;
    for (const SourceFile& file : tree) {
        for (std::string_view folder = folder_of(file.path); !folder.empty();
             folder = folder_of(folder)) {
            folders.insert(std::string(folder));
        }
    }
    Findings findings;
    for (const SourceFile& file : tree) {
        if (!file.path.ends_with("_test.cpp")) continue;
        for (const std::string_view top : {"kiosk", "net", "platform"}) {
            const std::string mirrored = "tests/" + std::string(top);
            if (!lies_in(file.path, mirrored)) continue;
            const std::string source(
                folder_of(file.path).substr(std::string_view("tests/").size()));
            if (!folders.contains(source)) findings.push_back(of_file(file, "no folder " + source));
        }
    }
    return findings;
}

Findings check_dock_is_for_development(const SourceTree& tree) {
    constexpr std::string_view dock = "kiosk/app/dock";
    Findings findings;
    for (const SourceFile& file : tree) {
        if (!is_cmake(file) || lies_in(file.path, "tests")) continue;
        bool in_debug = false;
        for (const CMakeCall& call : calls_of(file)) {
            if (call.name == "if") {
                in_debug =
                    call.words == std::vector<std::string>{"CMAKE_BUILD_TYPE", "STREQUAL", "Debug"};
            } else if (call.name.starts_with("else") || call.name == "endif") {
                in_debug = false;
            }
            for (const std::string& word : call.words) {
                const bool named = lies_in(path_of(folder_of(file.path), word), dock);
                if (named && !in_debug) {
                    findings.push_back(of_file(file, word + " would be in a release"));
                }
            }
        }
    }
    return findings;
}

Findings check_packages(const SourceTree& tree) {
    const std::set<std::string> listed = listed_packages(tree);
    Findings findings;
    for (const SourceFile& file : tree) {
        if (!is_cmake(file)) continue;
        for (const CMakeCall& call : calls_of(file)) {
            for (const std::string& name : modules_of(call)) {
                std::ranges::move(check_module(file, name, listed), std::back_inserter(findings));
            }
        }
    }
    return findings;
}

Findings check_packages_are_used(const SourceTree& tree) {
    std::set<std::string_view> used;
    const auto asked = asked_for(tree);
    for (const Module& module : modules()) {
        if (!asked.contains(std::string(module.name))) continue;
        used.insert(module.packages.begin(), module.packages.end());
    }
    for (const Tool& tool : tools()) {
        if (stands_in(tree, tool.sign)) used.insert(tool.package);
    }
    Findings findings;
    for (const SourceFile& file : tree) {
        if (!file.path.starts_with("packaging/apt-packages")) continue;
        for (size_t i = 0; i < file.lines.size(); ++i) {
            const std::string name = package_in(file.lines[i]);
            if (name.empty() || used.contains(name)) continue;
            findings.push_back(at_line(file, i, name + " is used by nothing in the tree"));
        }
    }
    return findings;
}

} // namespace rexue::tidy
