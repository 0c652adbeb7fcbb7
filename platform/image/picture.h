// Pictures in memory and in PNG and JPEG files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

#include "platform/base/error.h"
#include "platform/image/grey_image.h"

namespace rexue::image {

inline constexpr int max_side_px = 16'384;
inline constexpr std::int64_t max_pixels = 50'000'000;
inline constexpr std::int64_t max_file_bytes = 64 * 1024 * 1024;

struct Picture {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint8_t> rgba; // rows from the top, 4 bytes a pixel, alpha not premultiplied
};

// PNG or JPEG, told apart by their first bytes, never by their name. Colour becomes luminance
// (Rec. 601), transparency is laid on white; a JPEG's EXIF orientation is not applied, as codes are
// read at any turn. Motion-JPEG frames without Huffman tables are read with the standard ones.
// unsupported for any other format; limit_exceeded for absurd sizes before anything is allocated;
// corrupt for what is cut or damaged beyond showing; not_found; io, also for what is not a file.
base::Result<GreyImage> read_grey(std::span<const std::byte> file);
base::Result<GreyImage> read_grey(const std::filesystem::path& file);

// The file itself, for who keeps it elsewhere.
base::Result<std::vector<std::byte>> encode_png(const GreyImage& picture);

// Whole file or no file: written beside and renamed. storage_full, io.
base::Status write_png(const std::filesystem::path& file, const Picture& picture);
base::Status write_png(const std::filesystem::path& file, const GreyImage& picture);

} // namespace rexue::image
