#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include <turbojpeg.h>

#include "platform/image/decoders.h"
#include "platform/image/picture.h"

namespace rexue::image {

namespace {

using base::ErrorCode;

struct CloseDecoder {
    void operator()(void* decoder) const { tjDestroy(decoder); }
};
using Decoder = std::unique_ptr<std::remove_pointer_t<tjhandle>, CloseDecoder>;

// A progressive file of thousands of empty scans is an attack on our time: 500 are the limit.
constexpr int decoder_flags = TJFLAG_LIMITSCANS;

// A warning leaves a whole picture with a blemish, which cameras and phones make now and then
// (padding before a marker) and codes survive. A file that ends early does not.
bool is_only_blemished(tjhandle decoder) {
    return tjGetErrorCode(decoder) == TJERR_WARNING &&
           std::string_view(tjGetErrorStr2(decoder)).find("Premature end") ==
               std::string_view::npos;
}

struct Header {
    int width_px = 0;
    int height_px = 0;
    int colours = TJCS_YCbCr;
};

base::Status decode(tjhandle decoder, std::span<const std::byte> file, const Header& header,
                    std::uint8_t* pixels, int format) {
    const int result =
        tjDecompress2(decoder, reinterpret_cast<const unsigned char*>(file.data()), file.size(),
                      pixels, header.width_px, 0, header.height_px, format, decoder_flags);
    if (result == 0 || is_only_blemished(decoder)) return {};
    return base::fail(ErrorCode::corrupt, tjGetErrorStr2(decoder));
}

// Adobe's inverted CMYK, as every CMYK JPEG is: 255 is no ink.
base::Result<GreyImage> decode_inks(tjhandle decoder, std::span<const std::byte> file,
                                    const Header& header, GreyImage image) {
    std::vector<std::uint8_t> inks(image.luminance.size() * 4);
    if (auto done = decode(decoder, file, header, inks.data(), TJPF_CMYK); !done) {
        return std::unexpected(done.error());
    }
    for (size_t i = 0; i < image.luminance.size(); ++i) {
        const std::uint8_t* ink = &inks[i * 4];
        image.luminance[i] =
            luminance_of(ink[0] * ink[3] / 255U, ink[1] * ink[3] / 255U, ink[2] * ink[3] / 255U);
    }
    return image;
}

} // namespace

base::Result<GreyImage> read_jpeg(std::span<const std::byte> file) {
    const Decoder decoder(tjInitDecompress());
    if (!decoder) return base::fail(ErrorCode::internal, "libturbojpeg does not start");
    Header header;
    int subsampling = 0;
    if (tjDecompressHeader3(decoder.get(), reinterpret_cast<const unsigned char*>(file.data()),
                            file.size(), &header.width_px, &header.height_px, &subsampling,
                            &header.colours) != 0 &&
        !is_only_blemished(decoder.get())) {
        return base::fail(ErrorCode::corrupt, tjGetErrorStr2(decoder.get()));
    }
    if (const auto size = check_size(header.width_px, header.height_px); !size) {
        return std::unexpected(size.error());
    }
    GreyImage image{.width_px = header.width_px, .height_px = header.height_px, .luminance = {}};
    image.luminance.resize(size_t(header.width_px) * size_t(header.height_px));
    if (header.colours == TJCS_CMYK || header.colours == TJCS_YCCK) {
        return decode_inks(decoder.get(), file, header, std::move(image));
    }
    if (auto done = decode(decoder.get(), file, header, image.luminance.data(), TJPF_GRAY); !done) {
        return std::unexpected(done.error());
    }
    return image;
}

} // namespace rexue::image
