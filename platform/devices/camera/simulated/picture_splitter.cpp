#include "platform/devices/camera/simulated/picture_splitter.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rexue::devices {

namespace {

using Bytes = std::span<const std::byte>;

// What is known of the picture at the start of the bytes.
enum class Extent { more_needed, whole, broken };
struct Found {
    Extent extent = Extent::more_needed;
    size_t length = 0; // whole only
};

constexpr std::string_view png_magic = "\x89PNG\r\n\x1A\n";
constexpr std::string_view jpeg_magic = "\xFF\xD8\xFF";

bool matches(Bytes bytes, std::string_view magic) {
    return std::ranges::equal(bytes.first(std::min(bytes.size(), magic.size())),
                              magic.substr(0, bytes.size()), {}, {},
                              [](char c) { return std::byte(c); });
}

size_t number_at(Bytes bytes, size_t at, size_t size) {
    size_t number = 0;
    for (size_t i = 0; i < size; ++i)
        number = number << 8U | std::to_integer<size_t>(bytes[at + i]);
    return number;
}

// Chunks of length, type, data, CRC until IEND.
Found png_extent(Bytes bytes) {
    constexpr size_t frame_bytes = 12;
    for (size_t at = png_magic.size(); at + 8 <= bytes.size();) {
        const size_t data_bytes = number_at(bytes, at, 4);
        if (data_bytes > PictureSplitter::max_picture_bytes) return {.extent = Extent::broken};
        const bool last = matches(bytes.subspan(at + 4, 4), "IEND");
        at += frame_bytes + data_bytes;
        if (last) return at <= bytes.size() ? Found{Extent::whole, at} : Found{};
    }
    return {};
}

// Segments with a length until the scan; after it, FF D9 outside of any segment is the end.
Found jpeg_extent(Bytes bytes) {
    constexpr int end_of_image = 0xD9;
    constexpr int start_of_scan = 0xDA;
    bool in_scan = false;
    for (size_t at = 2; at + 2 <= bytes.size();) {
        if (bytes[at] != std::byte{0xFF}) {
            if (!in_scan) return {.extent = Extent::broken};
            ++at;
            continue;
        }
        const int marker = std::to_integer<int>(bytes[at + 1]);
        if (marker == end_of_image) return {Extent::whole, at + 2};
        const bool alone = marker == 0x00 || marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
        if (marker == 0xFF) {
            ++at; // fill byte
        } else if (alone) {
            at += 2;
        } else {
            if (at + 4 > bytes.size()) return {};
            in_scan = marker == start_of_scan;
            at += 2 + std::max<size_t>(2, number_at(bytes, at + 2, 2));
        }
    }
    return {};
}

} // namespace

void PictureSplitter::feed(std::span<const std::byte> bytes) {
    pending_.insert(pending_.end(), bytes.begin(), bytes.end());
}

std::optional<std::vector<std::byte>> PictureSplitter::next() {
    size_t start = 0;
    std::optional<std::vector<std::byte>> picture;
    while (start < pending_.size() && !picture) {
        const Bytes rest = Bytes(pending_).subspan(start);
        const bool png = matches(rest, png_magic);
        if (!png && !matches(rest, jpeg_magic)) {
            ++start;
            continue;
        }
        const Found found = png ? png_extent(rest) : jpeg_extent(rest);
        if (found.extent == Extent::whole) {
            picture.emplace(rest.begin(), rest.begin() + std::ptrdiff_t(found.length));
            start += found.length;
        } else if (found.extent == Extent::broken || rest.size() > max_picture_bytes) {
            ++start;
        } else {
            break;
        }
    }
    pending_.erase(pending_.begin(), pending_.begin() + std::ptrdiff_t(start));
    return picture;
}

} // namespace rexue::devices
