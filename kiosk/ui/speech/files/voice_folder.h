// A language's clips on disk: the pack, and the house's own recordings in front of it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/speech/clip_pack.h"
#include "platform/base/error.h"

namespace rexue::ui::speech {

struct Voice {
    ClipPack pack;
    std::map<std::string, std::filesystem::path, std::less<>> paths; // of each file of the pack
    // Files that the manifest names and that are in neither folder: told to the operator.
    std::vector<std::string> absent;

    const std::filesystem::path& path_of(const std::string& file) const;
};

// `packs`/<language>/pack.json and the clips it names. A clip is taken from
// `recordings`/<language>/ instead when a file is there under the same name, which may end in .wav,
// .ogg or .flac; so a house replaces clip by clip. `recordings` may be empty or not exist.
// not_found when the language has no pack; else as ClipPack::parse.
base::Result<Voice> open_voice(const std::filesystem::path& packs, std::string_view language,
                               const std::filesystem::path& recordings);

} // namespace rexue::ui::speech
