#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>
#include <optional>
#include <string>
#include <vector>

#include <png.h>

#include "platform/image/decoders.h"
#include "platform/image/picture.h"

namespace rexue::image {

namespace {

using base::Error;
using base::ErrorCode;

// All that must survive a longjmp out of libpng lives here, outside the frame that is left.
struct PngReading {
    std::span<const std::byte> file;
    size_t offset = 0;
    std::string complaint;
    std::optional<Error> refused;
    GreyImage image;
    std::vector<png_byte> rows;
    png_structp png = nullptr;
    png_infop info = nullptr;

    PngReading() = default;
    PngReading(const PngReading&) = delete;
    PngReading& operator=(const PngReading&) = delete;
    ~PngReading() { png_destroy_read_struct(&png, &info, nullptr); }
};

[[noreturn]] void on_error(png_structp png, png_const_charp message) {
    static_cast<PngReading*>(png_get_error_ptr(png))->complaint = message;
    png_longjmp(png, 1);
}

void on_warning(png_structp, png_const_charp) {}

void on_read(png_structp png, png_bytep to, size_t size) {
    auto& reading = *static_cast<PngReading*>(png_get_io_ptr(png));
    if (size > reading.file.size() - reading.offset) png_error(png, "the file is cut");
    std::memcpy(to, reading.file.data() + reading.offset, size);
    reading.offset += size;
}

void lay_row_on_white(const png_byte* row, int channels, int width_px, std::uint8_t* out) {
    const bool has_colour = channels >= 3;
    const bool has_alpha = channels == 2 || channels == 4;
    for (int x = 0; x < width_px; ++x, row += channels) {
        const unsigned grey = has_colour ? luminance_of(row[0], row[1], row[2]) : row[0];
        const unsigned alpha = has_alpha ? row[channels - 1] : 255U;
        out[x] = static_cast<std::uint8_t>((grey * alpha + 255U * (255U - alpha) + 127U) / 255U);
    }
}

// Bytes of grey, grey+alpha, RGB or RGBA, whatever the file holds.
void ask_for_8_bit_channels(const PngReading& reading) {
    png_set_expand(reading.png);
    png_set_scale_16(reading.png);
}

// Called below setjmp: may be left by longjmp, so it owns nothing.
void decode(PngReading& reading) {
    png_read_info(reading.png, reading.info);
    const auto width_px = static_cast<int>(png_get_image_width(reading.png, reading.info));
    const auto height_px = static_cast<int>(png_get_image_height(reading.png, reading.info));
    const auto size = check_size(width_px, height_px);
    if (!size) {
        reading.refused = size.error();
        return;
    }
    ask_for_8_bit_channels(reading);
    const int passes = png_set_interlace_handling(reading.png);
    png_read_update_info(reading.png, reading.info);
    const int channels = png_get_channels(reading.png, reading.info);
    const size_t row_bytes = png_get_rowbytes(reading.png, reading.info);

    const auto width = static_cast<size_t>(width_px);
    reading.image.width_px = width_px;
    reading.image.height_px = height_px;
    reading.image.luminance.resize(width * static_cast<size_t>(height_px));
    // An interlaced picture comes in passes over all its rows; any other needs one row at a time.
    const bool keeps_rows = passes > 1;
    reading.rows.resize(row_bytes * (keeps_rows ? static_cast<size_t>(height_px) : 1U));
    for (int pass = 0; pass < passes; ++pass) {
        for (int y = 0; y < height_px; ++y) {
            png_byte* row = reading.rows.data() + (keeps_rows ? row_bytes * size_t(y) : 0U);
            png_read_row(reading.png, row, nullptr);
            if (pass + 1 < passes) continue;
            lay_row_on_white(row, channels, width_px, &reading.image.luminance[width * size_t(y)]);
        }
    }
    png_read_end(reading.png, nullptr);
}

// False when libpng gave up; kept free of anything with a destructor because of setjmp.
bool decode_or_give_up(PngReading& reading) {
    if (setjmp(png_jmpbuf(reading.png)) != 0) return false;
    decode(reading);
    return true;
}

// IHDR is always first: its width and height stand at fixed places, so an absurd size is named as
// such before libpng is asked, whose own word for it is only "invalid".
base::Status check_header(std::span<const std::byte> file) {
    constexpr size_t width_at = 16;
    constexpr size_t header_bytes = 24;
    if (file.size() < header_bytes) return base::fail(ErrorCode::corrupt, "the picture is cut");
    const auto number_at = [&](size_t at) {
        std::int64_t number = 0;
        for (size_t i = 0; i < 4; ++i)
            number = number * 256 + std::to_integer<int>(file[at + i]);
        return number;
    };
    return check_size(number_at(width_at), number_at(width_at + 4));
}

} // namespace

base::Result<GreyImage> read_png(std::span<const std::byte> file) {
    if (const auto size = check_header(file); !size)
        return base::fail(size.error().code, size.error().detail);
    PngReading reading;
    reading.file = file;
    reading.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &reading, on_error, on_warning);
    if (reading.png == nullptr) return base::fail(ErrorCode::internal, "libpng does not start");
    reading.info = png_create_info_struct(reading.png);
    if (reading.info == nullptr) return base::fail(ErrorCode::internal, "libpng does not start");
    png_set_user_limits(reading.png, max_side_px, max_side_px);
    png_set_read_fn(reading.png, &reading, on_read);

    if (!decode_or_give_up(reading)) return base::fail(ErrorCode::corrupt, reading.complaint);
    if (reading.refused) return std::unexpected(*reading.refused);
    return std::move(reading.image);
}

} // namespace rexue::image
