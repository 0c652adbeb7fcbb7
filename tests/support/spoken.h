// What a simulated speaker has played, from the file in which it tells.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace rexue::support {

struct SpokenUtterance {
    std::uint64_t number = 0;       // counted up from 1 by the speaker
    std::vector<std::string> clips; // those that have begun: "phrases/12ab.wav"
    std::vector<double> volumes;    // 0 … 1, of each clip as it began
    std::string ended;              // "played", "stopped" …; empty while it is heard
};

// In the order they were heard; a line that is just being written is left out. Nothing for a file
// that is not there.
std::vector<SpokenUtterance> read_spoken(const std::filesystem::path& spoken_jsonl);

} // namespace rexue::support
