#include "kiosk/ui/strings.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <span>
#include <vector>

#include "kiosk/ui/catalogue.h"
#include "kiosk/ui/pseudo_language.h"

namespace rexue::ui {

namespace {

constexpr std::string_view english_name = "en";

struct Languages {
    std::map<std::string, const Catalogue*, std::less<>> by_name;
    // Never given up: views into them are on screens and in sessions.
    std::vector<std::unique_ptr<const Catalogue>> all;
    std::string current{english_name};
    const Catalogue* catalogue = nullptr; // of the current language; null for English
    bool is_pseudo = false;
    // By language and English text; views into them are handed out.
    std::map<std::pair<std::string, std::string>, const std::string> pseudo;
};

bool is_pseudo(std::string_view language) {
    return language == pseudo_language || language == pseudo_right_to_left_language;
}

Languages& languages() {
    static Languages loaded;
    return loaded;
}

base::Result<Catalogue> read_catalogue(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        return base::fail(base::ErrorCode::io, file.filename().string() + " cannot be opened");
    }
    std::vector<char> bytes(Catalogue::max_file_bytes + 1);
    stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const std::span<const char> read(bytes.data(), static_cast<size_t>(stream.gcount()));
    auto catalogue = Catalogue::parse(std::as_bytes(read));
    if (!catalogue) {
        return base::fail(catalogue.error().code,
                          file.filename().string() + ": " + catalogue.error().detail);
    }
    return catalogue;
}

std::string_view or_english(std::string_view found, std::string_view english) {
    return found.empty() ? english : found;
}

// Without a catalogue: English, or what a pseudo-language makes of it.
std::string_view untranslated(std::string_view english) {
    Languages& known = languages();
    if (!known.is_pseudo) return english;
    const auto [made, is_new] = known.pseudo.try_emplace({known.current, std::string(english)},
                                                         pseudo_of(english, known.current));
    return made->second;
}

} // namespace

base::Status load_strings(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        return base::fail(base::ErrorCode::not_found, "the folder of the catalogues");
    }
    std::map<std::string, std::unique_ptr<const Catalogue>> read;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        if (entry.path().extension() != ".mo") continue;
        auto catalogue = read_catalogue(entry.path());
        if (!catalogue) return base::fail(catalogue);
        read[entry.path().stem().string()] =
            std::make_unique<const Catalogue>(std::move(*catalogue));
    }
    if (error) return base::fail(base::ErrorCode::io, "the folder of the catalogues");
    Languages& known = languages();
    for (auto& [name, catalogue] : read) {
        known.by_name[name] = catalogue.get();
        known.all.push_back(std::move(catalogue));
    }
    const auto current = known.by_name.find(known.current);
    if (current != known.by_name.end()) known.catalogue = current->second;
    return {};
}

base::Status set_language(std::string_view language) {
    Languages& known = languages();
    const auto found = known.by_name.find(language);
    if (found == known.by_name.end() && language != english_name && !is_pseudo(language)) {
        return base::fail(base::ErrorCode::not_found, "no catalogue for this language");
    }
    known.current = language;
    known.is_pseudo = is_pseudo(language);
    known.catalogue = found == known.by_name.end() ? nullptr : found->second;
    return {};
}

std::string_view current_language() {
    return languages().current;
}

bool is_right_to_left(std::string_view language) {
    // Uyghur, Kazakh in Arabic letters, Kyrgyz in China, Arabic, Persian, Urdu, Hebrew.
    static constexpr std::array<std::string_view, 7> written_so = {"ug", "kk_CN", "ky_CN", "ar",
                                                                   "fa", "ur",    "he"};
    return std::ranges::any_of(written_so, [&](std::string_view name) {
        return language == name || (language.starts_with(name) && language[name.size()] == '_');
    });
}

std::string_view tr(std::string_view english) {
    const Catalogue* const catalogue = languages().catalogue;
    if (catalogue == nullptr) return untranslated(english);
    return or_english(catalogue->find(english), english);
}

std::string_view tr(std::string_view context, std::string_view english) {
    const Catalogue* const catalogue = languages().catalogue;
    if (catalogue == nullptr) return untranslated(english);
    std::string key(context);
    key += '\x04';
    key += english;
    return or_english(catalogue->find(key), english);
}

std::string_view tr_n(std::string_view one, std::string_view many, int count) {
    const Catalogue* const catalogue = languages().catalogue;
    const std::string_view english = count == 1 ? one : many;
    if (catalogue == nullptr) return untranslated(english);
    return or_english(catalogue->find(one, count), english);
}

} // namespace rexue::ui
