#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/base/error.h"
#include "platform/image/decoders.h"
#include "platform/image/picture.h"

namespace rexue::image {

namespace {

using base::ErrorCode;

bool starts_with(std::span<const std::byte> file, std::span<const unsigned char> magic) {
    return file.size() >= magic.size() && std::memcmp(file.data(), magic.data(), magic.size()) == 0;
}

struct Descriptor {
    int number = -1;
    ~Descriptor() {
        if (number >= 0) ::close(number);
    }
};

std::unexpected<base::Error> system_failure(const char* what) {
    const auto code = errno == ENOENT || errno == ENOTDIR ? ErrorCode::not_found : ErrorCode::io;
    return base::fail(code, std::string(what) + ": " + std::strerror(errno));
}

base::Result<std::vector<std::byte>> read_whole(const std::filesystem::path& file) {
    // Non-blocking, so that a pipe or a terminal in place of a file is refused and never waited on.
    const Descriptor opened{::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    if (opened.number < 0) return system_failure("cannot open the picture");
    struct stat status{};
    if (::fstat(opened.number, &status) != 0) return system_failure("cannot look at the picture");
    if (!S_ISREG(status.st_mode)) return base::fail(ErrorCode::io, "not a regular file");
    if (status.st_size > max_file_bytes) {
        return base::fail(ErrorCode::limit_exceeded, "the picture's file is too large");
    }
    std::vector<std::byte> bytes(static_cast<size_t>(status.st_size));
    size_t filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(opened.number, bytes.data() + filled, bytes.size() - filled);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_failure("cannot read the picture");
        if (got == 0) break; // cut while we read: the decoder finds out
        filled += static_cast<size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

} // namespace

bool is_png(std::span<const std::byte> file) {
    static constexpr std::array<unsigned char, 8> magic{0x89, 'P',  'N',  'G',
                                                        '\r', '\n', 0x1A, '\n'};
    return starts_with(file, magic);
}

bool is_jpeg(std::span<const std::byte> file) {
    static constexpr std::array<unsigned char, 3> magic{0xFF, 0xD8, 0xFF};
    return starts_with(file, magic);
}

base::Status check_size(std::int64_t width_px, std::int64_t height_px) {
    if (width_px <= 0 || height_px <= 0) {
        return base::fail(ErrorCode::corrupt, "the picture has no size");
    }
    if (width_px > max_side_px || height_px > max_side_px || width_px * height_px > max_pixels) {
        return base::fail(ErrorCode::limit_exceeded, "the picture has too many pixels");
    }
    return {};
}

base::Result<GreyImage> read_grey(std::span<const std::byte> file) {
    if (is_png(file)) return read_png(file);
    if (is_jpeg(file)) return read_jpeg(file);
    return base::fail(ErrorCode::unsupported, "neither PNG nor JPEG");
}

base::Result<GreyImage> read_grey(const std::filesystem::path& file) {
    const auto bytes = read_whole(file);
    if (!bytes) return base::fail(bytes);
    return read_grey(std::span(*bytes));
}

} // namespace rexue::image
