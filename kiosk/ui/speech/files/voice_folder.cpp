#include "kiosk/ui/speech/files/voice_folder.h"

#include <array>
#include <fstream>
#include <system_error>
#include <utility>

namespace rexue::ui::speech {

namespace {

namespace fs = std::filesystem;

constexpr size_t max_manifest_bytes = 4 * 1024 * 1024;

bool is_file(const fs::path& path) {
    std::error_code error;
    return fs::is_regular_file(path, error);
}

bool is_language(std::string_view language) {
    return !language.empty() && language.size() <= 32 &&
           language.find_first_of("/\\.") == std::string_view::npos;
}

base::Result<std::string> read_manifest(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return base::fail(base::ErrorCode::not_found, "voice: no pack for this language");
    std::string text(max_manifest_bytes + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<size_t>(stream.gcount()));
    if (text.size() > max_manifest_bytes) {
        return base::fail(base::ErrorCode::limit_exceeded, "voice: pack.json is too large");
    }
    return text;
}

fs::path recorded(const fs::path& folder, const std::string& file) {
    for (const char* ending : {".wav", ".ogg", ".flac"}) {
        fs::path path = (folder / file).replace_extension(ending);
        if (is_file(path)) return path;
    }
    return {};
}

} // namespace

const fs::path& Voice::path_of(const std::string& file) const {
    const auto found = paths.find(file);
    REXUE_ASSERT(found != paths.end()); // the pack knows only files that are there
    return found->second;
}

base::Result<Voice> open_voice(const fs::path& packs, std::string_view language,
                               const fs::path& recordings) {
    if (!is_language(language)) {
        return base::fail(base::ErrorCode::not_found, "voice: no such language");
    }
    const fs::path folder = packs / language;
    const fs::path own = recordings.empty() ? fs::path() : recordings / language;
    const auto manifest = read_manifest(folder / "pack.json");
    if (!manifest) return base::fail(manifest);
    std::map<std::string, fs::path, std::less<>> paths;
    std::vector<std::string> absent;
    auto pack = ClipPack::parse(*manifest, [&](const std::string& file) {
        fs::path path = own.empty() ? fs::path() : recorded(own, file);
        if (path.empty() && is_file(folder / file)) path = folder / file;
        if (path.empty()) {
            absent.push_back(file);
            return false;
        }
        paths[file] = std::move(path);
        return true;
    });
    if (!pack) return base::fail(pack);
    return Voice{.pack = std::move(*pack), .paths = std::move(paths), .absent = std::move(absent)};
}

} // namespace rexue::ui::speech
