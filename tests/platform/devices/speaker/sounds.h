// Sounds made for tests: a tone or a step as a WAV file, and what a device was given, read back.
#pragma once

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace rexue::devices {

struct WaveForm {
    int rate_hz = 48'000;
    int channels = 1;
};

inline void write_wave(const std::filesystem::path& file, const std::vector<std::int16_t>& samples,
                       WaveForm form = {}) {
    const auto le = [](std::uint32_t value, size_t bytes) {
        std::string text;
        for (size_t i = 0; i < bytes; ++i)
            text += static_cast<char>(value >> (8 * i) & 0xFF);
        return text;
    };
    const auto rate = static_cast<std::uint32_t>(form.rate_hz);
    const auto channels = static_cast<std::uint32_t>(form.channels);
    const auto data_bytes = static_cast<std::uint32_t>(samples.size() * 2);
    std::ofstream out(file, std::ios::binary);
    out << "RIFF" << le(36 + data_bytes, 4) << "WAVEfmt " << le(16, 4) << le(1, 2)
        << le(channels, 2) << le(rate, 4) << le(rate * channels * 2, 4) << le(channels * 2, 2)
        << le(16, 2) << "data" << le(data_bytes, 4);
    out.write(reinterpret_cast<const char*>(samples.data()), data_bytes);
}

// The same value all along: what comes out shows at once where it came from and how loud.
inline std::vector<std::int16_t> level(std::int16_t value, int milliseconds, int rate_hz = 48'000) {
    return std::vector<std::int16_t>(static_cast<size_t>(milliseconds * rate_hz / 1000), value);
}

inline std::filesystem::path level_clip(const std::filesystem::path& file, std::int16_t value,
                                        int milliseconds) {
    write_wave(file, level(value, milliseconds));
    return file;
}

inline std::vector<std::int16_t> read_raw(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    std::vector<std::int16_t> samples(bytes.size() / 2);
    std::memcpy(samples.data(), bytes.data(), samples.size() * 2);
    return samples;
}

} // namespace rexue::devices
