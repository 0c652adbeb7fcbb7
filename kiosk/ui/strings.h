// Words on the screen: English in the code, looked up in gettext catalogues.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "platform/base/error.h"

namespace rexue::ui {

// Reads the <language>.mo files of a folder once, all or none. A language can be switched on every
// visit, so this does not go through the C locale (which is the process's, and needs installed
// locales). not_found without the folder, corrupt for a damaged catalogue, invalid_argument for one
// with a plural rule that is not known here. Untranslated and fuzzy entries are shown in English.
base::Status load_strings(const std::filesystem::path& folder);

// "en" and the pseudo-languages need no catalogue. not_found for a language without one. Window
// thread only.
base::Status set_language(std::string_view language);
std::string_view current_language();
// Written from right to left: Uyghur, Arabic … "left" in a look then means the right side.
bool is_right_to_left(std::string_view language);

// The text in the current language, or `english` itself. The view lives as long as the program
// (translated) or as `english` does.
std::string_view tr(std::string_view english);
// For words that differ by place: context and text.
std::string_view tr(std::string_view context, std::string_view english);
// The plural form for `count`; both English forms are given, "{}" is for fmt.
std::string_view tr_n(std::string_view one, std::string_view many, int count);

// A translated text with its places filled: say(tr("{} people ahead"), 3). A test holds the
// places of every translation to those of the English text.
template <typename... Args>
std::string say(std::string_view translated, Args&&... args) {
    return fmt::format(fmt::runtime(translated), std::forward<Args>(args)...);
}

} // namespace rexue::ui
