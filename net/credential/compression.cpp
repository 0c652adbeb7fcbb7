#include "net/credential/compression.h"

#include <algorithm>
#include <limits>
#include <memory>

#include <zlib.h>

namespace rexue::credential {

namespace {

struct EndInflate {
    void operator()(z_stream* stream) const { inflateEnd(stream); }
};

std::unexpected<base::Error> fault(const char* what) {
    return base::fail(base::ErrorCode::invalid_argument, std::string("zlib: ") + what);
}

// A block has just ended: `data_type` says whether it was the last one, and how many bits of the
// byte before `next_in` belong to nothing.
bool ends_untidily(const z_stream& stream) {
    const bool last_block_ended = (stream.data_type & 128) != 0 && (stream.data_type & 64) != 0;
    const int unused_bits = stream.data_type & 7;
    return last_block_ended && (stream.next_in[-1] >> (8 - unused_bits)) != 0;
}

} // namespace

base::Bytes compress(std::span<const std::byte> bytes) {
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    base::Bytes made(size);
    const int done = compress2(reinterpret_cast<Bytef*>(made.data()), &size,
                               reinterpret_cast<const Bytef*>(bytes.data()),
                               static_cast<uLong>(bytes.size()), Z_BEST_COMPRESSION);
    REXUE_ASSERT(done == Z_OK);
    made.resize(size);
    return made;
}

base::Result<base::Bytes> decompress(std::span<const std::byte> stream, size_t max_bytes) {
    if (stream.size() > std::numeric_limits<uInt>::max()) return fault("too long");
    z_stream state{};
    if (inflateInit(&state) != Z_OK) {
        return base::fail(base::ErrorCode::internal, "zlib does not start");
    }
    const std::unique_ptr<z_stream, EndInflate> ended(&state);
    // zlib's own interface is not const-correct: it only reads from there.
    state.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(stream.data()));
    state.avail_in = static_cast<uInt>(stream.size());
    base::Bytes made;
    int status = Z_OK;
    while (status == Z_OK) {
        if (state.avail_out == 0) {
            if (made.size() > max_bytes) {
                return base::fail(base::ErrorCode::limit_exceeded, "zlib: it grows too large");
            }
            // One byte more than may be: who fills it is too large.
            const size_t had = made.size();
            made.resize(std::min(max_bytes + 1, had + std::max<size_t>(had, 4096)));
            state.next_out = reinterpret_cast<Bytef*>(made.data() + had);
            state.avail_out = static_cast<uInt>(made.size() - had);
        }
        status = inflate(&state, Z_BLOCK);
        if (status == Z_OK && ends_untidily(state)) return fault("it ends untidily");
    }
    if (status != Z_STREAM_END) return fault("it is damaged or cut");
    if (state.avail_in != 0) return fault("something behind the stream");
    made.resize(made.size() - state.avail_out);
    if (made.size() > max_bytes) {
        return base::fail(base::ErrorCode::limit_exceeded, "zlib: it grows too large");
    }
    return made;
}

} // namespace rexue::credential
