// zlib streams: whole ones come back, and a small one never becomes a large thing in memory.
#include "net/credential/compression.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::credential {
namespace {

base::Bytes bytes_of(std::string_view text) {
    const auto view = base::bytes_of(text);
    return {view.begin(), view.end()};
}

TEST(Compression, ComesBack) {
    const base::Bytes plain = bytes_of(std::string(5'000, 'a') + "b");
    const base::Bytes small = compress(plain);
    EXPECT_LT(small.size(), 100U);
    EXPECT_EQ(small.front(), std::byte{0x78});
    EXPECT_EQ(decompress(small, 5'001), plain);
}

TEST(Compression, OfNothingIsNothing) {
    EXPECT_EQ(decompress(compress({}), 0), base::Bytes{});
}

TEST(Compression, RefusesABombAtItsLimit) {
    const base::Bytes bomb = compress(base::Bytes(64 * 1024 * 1024));
    EXPECT_LT(bomb.size(), 100'000U);
    EXPECT_EQ(decompress(bomb, 32 * 1024).error().code, base::ErrorCode::limit_exceeded);
    const base::Bytes exact = compress(base::Bytes(32 * 1024));
    EXPECT_TRUE(decompress(exact, 32 * 1024));
    EXPECT_FALSE(decompress(exact, 32 * 1024 - 1));
}

TEST(Compression, RefusesWhatIsBehindTheStream) {
    base::Bytes stream = compress(bytes_of("示例"));
    stream.push_back(std::byte{0});
    EXPECT_EQ(decompress(stream, 100).error().code, base::ErrorCode::invalid_argument);
}

TEST(Compression, RefusesEveryCut) {
    const base::Bytes stream = compress(bytes_of("示例示例示例"));
    for (size_t size = 0; size < stream.size(); ++size)
        EXPECT_FALSE(decompress(std::span(stream).first(size), 100)) << size;
}

// The last byte of the last block has bits that say nothing: they are held to zero, so that a
// stream has one form.
TEST(Compression, RefusesEveryFlippedBit) {
    for (const std::string_view text : {"a", "示例示例示例", "abcabcabcabcabc", "0123456789"}) {
        const base::Bytes stream = compress(bytes_of(text));
        for (size_t bit = 0; bit < stream.size() * 8; ++bit) {
            base::Bytes flipped = stream;
            flipped[bit / 8] ^= std::byte{1} << (bit % 8);
            EXPECT_FALSE(decompress(flipped, 1'000)) << text << ", bit " << bit;
        }
    }
}

RC_GTEST_PROP(Compression, ReadsBackWhatItWrote, (const std::vector<std::uint8_t>& random)) {
    const auto view = std::as_bytes(std::span(random));
    const base::Bytes plain(view.begin(), view.end());
    const auto again = decompress(compress(plain), plain.size());
    RC_ASSERT(again.has_value());
    RC_ASSERT(*again == plain);
}

} // namespace
} // namespace rexue::credential
