// A clip's file, read whole and checked: it may come from anybody who has recorded one.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "platform/base/error.h"

namespace rexue::devices {

// One rate for everything: what every sound chip plays, so nothing downstream converts.
inline constexpr int sound_rate_hz = 48'000;

inline constexpr size_t max_sound_file_bytes = 16 * 1024 * 1024;
inline constexpr std::chrono::seconds longest_clip{120};

// Samples of one channel at sound_rate_hz. Two channels are averaged; other rates of 16 to 48 kHz
// are brought to ours by straight lines between the samples, which speech bears and which never
// overshoots.
// not_found, io; limit_exceeded for a file or a sound that is too long; unsupported for other
// formats, rates and channels, and for what is no plain file; corrupt for a file that says one
// thing and holds another, or nothing.
base::Result<std::vector<std::int16_t>> read_sound(const std::filesystem::path& file);

} // namespace rexue::devices
