#include "tests/tidy/cmake_text.h"

#include <algorithm>
#include <cctype>

namespace rexue::tidy {
namespace {

bool is_keyword(std::string_view word) {
    return std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

std::string without_comments(const SourceFile& file) {
    std::string text;
    for (const std::string& line : file.lines) {
        text += line.substr(0, line.find('#'));
        text += '\n';
    }
    return text;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (std::isspace(static_cast<unsigned char>(c)) != 0) {
            if (!words.back().empty()) words.emplace_back();
        } else if (c != '"') {
            words.back() += c;
        }
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

} // namespace

std::vector<CMakeCall> calls_of(const SourceFile& file) {
    const std::string text = without_comments(file);
    std::vector<CMakeCall> calls;
    size_t begin = 0;
    for (size_t open = text.find('('); open != std::string::npos; open = text.find('(', begin)) {
        // A condition may hold brackets of its own: the call ends with the one that closes it.
        size_t close = open + 1;
        for (int depth = 1; close < text.size(); ++close) {
            if (text[close] == '(') ++depth;
            if (text[close] == ')' && --depth == 0) break;
        }
        const auto before = split(std::string_view(text).substr(begin, open - begin));
        calls.push_back(
            {.name = before.empty() ? "" : before.back(),
             .words = split(std::string_view(text).substr(open + 1, close - open - 1))});
        begin = std::min(close + 1, text.size());
    }
    return calls;
}

bool is_cmake(const SourceFile& file) {
    return name_of(file.path) == "CMakeLists.txt" || file.path.ends_with(".cmake");
}

std::vector<std::string> words_after(const CMakeCall& call, std::string_view keyword) {
    auto first = std::ranges::find(call.words, keyword);
    if (first == call.words.end()) return {};
    return {first + 1, std::find_if(first + 1, call.words.end(), is_keyword)};
}

} // namespace rexue::tidy
