#include <cerrno>
#include <csetjmp>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <png.h>
#include <unistd.h>

#include "platform/image/picture.h"

namespace rexue::image {

namespace {

using base::ErrorCode;

struct PngWriting {
    std::vector<std::byte> bytes;
    png_structp png = nullptr;
    png_infop info = nullptr;

    PngWriting() = default;
    PngWriting(const PngWriting&) = delete;
    PngWriting& operator=(const PngWriting&) = delete;
    ~PngWriting() { png_destroy_write_struct(&png, &info); }
};

struct Rows {
    int width_px = 0;
    int height_px = 0;
    int channels = 1;
    std::span<const std::uint8_t> pixels;
};

[[noreturn]] void on_error(png_structp png, png_const_charp) {
    png_longjmp(png, 1);
}
void on_warning(png_structp, png_const_charp) {}
void on_flush(png_structp) {}

void on_write(png_structp png, png_bytep data, size_t size) {
    auto& bytes = static_cast<PngWriting*>(png_get_io_ptr(png))->bytes;
    const auto* from = reinterpret_cast<const std::byte*>(data);
    bytes.insert(bytes.end(), from, from + size);
}

// Kept free of anything with a destructor because of setjmp.
bool encode(PngWriting& writing, const Rows& rows) {
    if (setjmp(png_jmpbuf(writing.png)) != 0) return false;
    png_set_IHDR(writing.png, writing.info, static_cast<png_uint_32>(rows.width_px),
                 static_cast<png_uint_32>(rows.height_px), 8,
                 rows.channels == 4 ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(writing.png, writing.info);
    const size_t row_bytes = size_t(rows.width_px) * size_t(rows.channels);
    for (int y = 0; y < rows.height_px; ++y) {
        png_write_row(writing.png, rows.pixels.data() + row_bytes * size_t(y));
    }
    png_write_end(writing.png, writing.info);
    return true;
}

std::unexpected<base::Error> system_failure(const char* what) {
    const bool full = errno == ENOSPC || errno == EDQUOT;
    return base::fail(full ? ErrorCode::storage_full : ErrorCode::io,
                      std::string(what) + ": " + std::strerror(errno));
}

base::Status write_all(int descriptor, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t wrote = ::write(descriptor, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) return system_failure("cannot write the picture");
        bytes = bytes.subspan(static_cast<size_t>(wrote));
    }
    if (::fsync(descriptor) != 0) return system_failure("cannot sync the picture");
    return {};
}

// Whoever looks at the folder sees the whole file or none, also after the power went.
base::Status replace_file(const std::filesystem::path& file, std::span<const std::byte> bytes) {
    std::string beside = file.string() + ".XXXXXX";
    const int descriptor = ::mkostemp(beside.data(), O_CLOEXEC);
    if (descriptor < 0) return system_failure("cannot create the picture");
    auto written = write_all(descriptor, bytes);
    if (::close(descriptor) != 0 && written) written = system_failure("cannot close the picture");
    if (written && ::rename(beside.c_str(), file.c_str()) != 0) {
        written = system_failure("cannot name the picture");
    }
    if (!written) ::unlink(beside.c_str());
    return written;
}

base::Result<std::vector<std::byte>> encode_rows(const Rows& rows) {
    const size_t wanted = size_t(rows.width_px) * size_t(rows.height_px) * size_t(rows.channels);
    if (rows.width_px <= 0 || rows.height_px <= 0 || rows.pixels.size() != wanted) {
        return base::fail(ErrorCode::invalid_argument, "size and pixels do not agree");
    }
    PngWriting writing;
    writing.png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &writing, on_error, on_warning);
    if (writing.png == nullptr) return base::fail(ErrorCode::internal, "libpng does not start");
    writing.info = png_create_info_struct(writing.png);
    if (writing.info == nullptr) return base::fail(ErrorCode::internal, "libpng does not start");
    png_set_write_fn(writing.png, &writing, on_write, on_flush);
    if (!encode(writing, rows)) return base::fail(ErrorCode::internal, "libpng gave up");
    return std::move(writing.bytes);
}

base::Status write_rows(const std::filesystem::path& file, const Rows& rows) {
    const auto bytes = encode_rows(rows);
    if (!bytes) return base::fail(bytes);
    return replace_file(file, *bytes);
}

} // namespace

base::Result<std::vector<std::byte>> encode_png(const GreyImage& picture) {
    return encode_rows({.width_px = picture.width_px,
                        .height_px = picture.height_px,
                        .channels = 1,
                        .pixels = picture.luminance});
}

base::Status write_png(const std::filesystem::path& file, const Picture& picture) {
    return write_rows(file, {.width_px = picture.width_px,
                             .height_px = picture.height_px,
                             .channels = 4,
                             .pixels = picture.rgba});
}

base::Status write_png(const std::filesystem::path& file, const GreyImage& picture) {
    return write_rows(file, {.width_px = picture.width_px,
                             .height_px = picture.height_px,
                             .channels = 1,
                             .pixels = picture.luminance});
}

} // namespace rexue::image
