// No bit of a card or of a dynamic code can be another one: all of them, one after the other.
#include <gtest/gtest.h>

#include "net/credential/base45.h"
#include "net/credential/container.h"
#include "net/credential/verify.h"
#include "tests/net/credential/cards.h"

namespace rexue::credential {
namespace {

using namespace testing_cards;

const base::Instant now = at("2026-11-22T04:00:00");

// In the bytes behind the Base45, and in the letters themselves.
void expect_no_flip_is_valid(const std::string& text, std::string_view prefix, const KeySet& keys) {
    ASSERT_EQ(verify(text, {.keys = keys}, now).verdict, Verdict::valid);
    const base::Bytes bytes = *base45_decode(text.substr(prefix.size()));
    for (size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        base::Bytes flipped = bytes;
        flipped[bit / 8] ^= std::byte{1} << (bit % 8);
        const Finding finding =
            verify(std::string(prefix) + base45_encode(flipped), {.keys = keys}, now);
        ASSERT_NE(finding.verdict, Verdict::valid) << "bit " << bit;
        ASSERT_FALSE(finding.card) << "bit " << bit;
    }
    for (size_t bit = 0; bit < text.size() * 8; ++bit) {
        std::string flipped = text;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        ASSERT_NE(verify(flipped, {.keys = keys}, now).verdict, Verdict::valid)
            << "bit " << bit << " of the letters";
    }
}

TEST(FlippedBits, OfACardAreAllRefused) {
    expect_no_flip_is_valid(text_of(a_card()), card_prefix, keys_of());
}

TEST(FlippedBits, OfACompressedCardAreAllRefused) {
    HonourCard card = a_card();
    for (int i = 0; i < 8; ++i)
        card.claims.awards.push_back({.id = "award-of-a-very-long-name-indeed", .year = 2026});
    expect_no_flip_is_valid(text_of(card), card_prefix, keys_of());
}

TEST(FlippedBits, OfADynamicCodeAreAllRefused) {
    KeySet keys;
    const Step step = *step_at(now);
    const auto key = *DynamicKey::from_bytes(base::Bytes(32, std::byte{7}));
    ASSERT_TRUE(keys.add(R"({"keys":[],"day_keys":[{"day":"2026-11-22","key":")" +
                         base::base64_encode(key.bytes()) + R"("}]})"));
    constexpr std::uint64_t card = 3702000000001238;
    expect_no_flip_is_valid(make_dynamic_code(card, step, key.for_holder(card)), dynamic_prefix,
                            keys);
}

TEST(FlippedBits, EveryCutOfACardIsRefused) {
    const std::string text = text_of(a_card());
    const KeySet keys = keys_of();
    for (size_t size = 0; size < text.size(); ++size)
        EXPECT_NE(verify(text.substr(0, size), {.keys = keys}, now).verdict, Verdict::valid);
    for (const char more : std::string_view("0 :\n"))
        EXPECT_NE(verify(text + more, {.keys = keys}, now).verdict, Verdict::valid);
}

} // namespace
} // namespace rexue::credential
