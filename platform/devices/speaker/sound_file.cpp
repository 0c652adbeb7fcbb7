#include "platform/devices/speaker/sound_file.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <memory>
#include <string_view>
#include <system_error>

#include <sndfile.h>

namespace rexue::devices {

namespace {

constexpr int lowest_rate_hz = 16'000;

struct CloseSound {
    void operator()(SNDFILE* sound) const { sf_close(sound); }
};
using Sound = std::unique_ptr<SNDFILE, CloseSound>;

// Only three of the library's many readers are ever let near a file.
bool opens_as_known(const std::filesystem::path& file) {
    std::array<char, 12> start{};
    std::ifstream stream(file, std::ios::binary);
    stream.read(start.data(), start.size());
    const std::string_view bytes(start.data(), static_cast<size_t>(stream.gcount()));
    const bool wave =
        bytes.starts_with("RIFF") && bytes.size() == start.size() && bytes.substr(8) == "WAVE";
    return wave || bytes.starts_with("OggS") || bytes.starts_with("fLaC");
}

base::Status check_file(const std::filesystem::path& file) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status)) {
        return base::fail(base::ErrorCode::not_found, "no such file");
    }
    // A pipe or a device would keep the thread.
    if (!std::filesystem::is_regular_file(status)) {
        return base::fail(base::ErrorCode::unsupported, "not a plain file");
    }
    const auto bytes = std::filesystem::file_size(file, error);
    if (error) return base::fail(base::ErrorCode::io, error.message());
    if (bytes > max_sound_file_bytes) {
        return base::fail(base::ErrorCode::limit_exceeded, "larger than 16 MB");
    }
    if (!opens_as_known(file)) {
        return base::fail(base::ErrorCode::unsupported, "neither WAV nor Ogg nor FLAC");
    }
    return {};
}

base::Status check_form(const SF_INFO& info) {
    if (info.channels < 1 || info.channels > 2) {
        return base::fail(base::ErrorCode::unsupported, "more than two channels");
    }
    if (info.samplerate < lowest_rate_hz || info.samplerate > sound_rate_hz) {
        return base::fail(base::ErrorCode::unsupported, "a rate outside 16 to 48 kHz");
    }
    if (info.frames > info.samplerate * longest_clip.count()) {
        return base::fail(base::ErrorCode::limit_exceeded, "longer than two minutes");
    }
    return {};
}

// Recordings may lie above full scale: held there, not wrapped round.
std::int16_t as_sample(float value) {
    constexpr float full_scale = 32768;
    if (std::isnan(value)) return 0;
    return static_cast<std::int16_t>(
        std::lround(std::clamp(value * full_scale, -full_scale, full_scale - 1)));
}

// One channel at the file's own rate. The header's count is not believed. Read as fractions of
// full scale, the one form that the library gives alike for every format.
base::Result<std::vector<std::int16_t>> read_mono(SNDFILE* sound, const SF_INFO& info) {
    constexpr sf_count_t frames_at_once = 8192;
    const auto channels = static_cast<size_t>(info.channels);
    const auto most = static_cast<size_t>(info.samplerate * longest_clip.count());
    std::vector<float> block(frames_at_once * channels);
    std::vector<std::int16_t> mono;
    for (;;) {
        const sf_count_t frames = sf_readf_float(sound, block.data(), frames_at_once);
        if (frames <= 0) break;
        for (size_t i = 0; i < static_cast<size_t>(frames); ++i) {
            const float value = channels == 1 ? block[i] : (block[2 * i] + block[2 * i + 1]) / 2;
            mono.push_back(as_sample(value));
        }
        if (mono.size() > most) {
            return base::fail(base::ErrorCode::limit_exceeded, "longer than two minutes");
        }
    }
    if (sf_error(sound) != SF_ERR_NO_ERROR) {
        return base::fail(base::ErrorCode::corrupt, "its sound cannot be read");
    }
    if (mono.empty()) return base::fail(base::ErrorCode::corrupt, "it holds no sound");
    return mono;
}

std::vector<std::int16_t> at_our_rate(std::vector<std::int16_t> mono, int rate_hz) {
    if (rate_hz == sound_rate_hz) return mono;
    const size_t count = mono.size() * sound_rate_hz / static_cast<size_t>(rate_hz);
    std::vector<std::int16_t> result(count);
    for (size_t i = 0; i < count; ++i) {
        const size_t place = i * static_cast<size_t>(rate_hz); // in 48,000ths of a sample
        const size_t before = place / sound_rate_hz;
        const auto beyond = static_cast<std::int64_t>(place % sound_rate_hz);
        const std::int64_t from = mono[before];
        const std::int64_t to = mono[std::min(before + 1, mono.size() - 1)];
        result[i] = static_cast<std::int16_t>(from + (to - from) * beyond / sound_rate_hz);
    }
    return result;
}

} // namespace

base::Result<std::vector<std::int16_t>> read_sound(const std::filesystem::path& file) {
    if (auto fit = check_file(file); !fit) return std::unexpected(fit.error());
    SF_INFO info{};
    const Sound sound(sf_open(file.c_str(), SFM_READ, &info));
    if (!sound) return base::fail(base::ErrorCode::corrupt, "its header makes no sense");
    if (auto fit = check_form(info); !fit) return std::unexpected(fit.error());
    auto mono = read_mono(sound.get(), info);
    if (!mono) return mono;
    return at_our_rate(std::move(*mono), info.samplerate);
}

} // namespace rexue::devices
