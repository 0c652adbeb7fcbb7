// The list of cards that no longer count: only its issuer's own is believed.
#include "net/credential/revocation_list.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "net/credential/cbor_writer.h"
#include "net/credential/compression.h"
#include "net/credential/cose_sign1.h"
#include "net/credential/cwt.h"
#include "tests/net/credential/cards.h"

namespace rexue::credential {
namespace {

using namespace testing_cards;
namespace keys = testing_keys;

const base::Instant listed = at("2026-11-21T00:00:00");

base::Bytes written(const RevocationList& list, const SigningKey& key = keys::issuer_key()) {
    return *list.write(key);
}

TEST(RevocationList, ComesBack) {
    RevocationList list("qd-blood", listed);
    for (const std::uint32_t index : {0U, 7U, 8U, 1234U, RevocationList::max_cards - 1})
        ASSERT_TRUE(list.revoke(index));
    const base::Bytes bytes = written(list);
    EXPECT_LT(bytes.size(), 10'000U) << "16 million places, five of them taken";
    const auto again = RevocationList::read(bytes, keys_of());
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(again->issuer(), "qd-blood");
    EXPECT_EQ(again->issued(), listed);
    EXPECT_EQ(again->count(), 5U);
    EXPECT_TRUE(again->is_revoked(1234));
    EXPECT_FALSE(again->is_revoked(1235));
    EXPECT_FALSE(again->is_revoked(4'000'000'000));
}

TEST(RevocationList, OfNobodyIsAListToo) {
    const auto again = RevocationList::read(written({"qd-blood", listed}), keys_of());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->count(), 0U);
}

TEST(RevocationList, HasAnEnd) {
    RevocationList list("qd-blood", listed);
    EXPECT_EQ(list.revoke(RevocationList::max_cards).error().code, base::ErrorCode::limit_exceeded);
}

TEST(RevocationList, OfAnotherIssuerIsNotBelieved) {
    const auto code = [](const base::Bytes& bytes, const KeySet& set) {
        const auto list = RevocationList::read(bytes, set);
        return list ? base::ErrorCode::internal : list.error().code;
    };
    const RevocationList list("qd-blood", listed);
    EXPECT_EQ(code(written(list, keys::other_key()), keys_of()), base::ErrorCode::untrusted);
    EXPECT_EQ(code(written({"gz-blood", listed}), keys_of()), base::ErrorCode::untrusted);
    EXPECT_EQ(code(written({"qd-blood", at("2027-01-01T00:00:00")}), keys_of()),
              base::ErrorCode::untrusted);
    KeySet withdrawn;
    ASSERT_TRUE(withdrawn.add(TrustedKey{
        .key = keys::issuer_key().verification_key(), .issuer = "qd-blood", .withdrawn = true}));
    EXPECT_EQ(code(written(list), withdrawn), base::ErrorCode::untrusted);
}

TEST(RevocationList, RefusesEveryFlippedBit) {
    RevocationList list("qd-blood", listed);
    ASSERT_TRUE(list.revoke(1234));
    const base::Bytes bytes = written(list);
    const KeySet set = keys_of();
    for (size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        base::Bytes flipped = bytes;
        flipped[bit / 8] ^= std::byte{1} << (bit % 8);
        EXPECT_FALSE(RevocationList::read(flipped, set)) << "bit " << bit;
    }
}

TEST(RevocationList, RefusesABombAndACard) {
    Cwt cwt{.issuer = "qd-blood", .issued_s = 1'780'000'000};
    cwt.others.push_back({.key = cbor::integer(RevocationList::claim_key),
                          .value = cbor::bytes(compress(base::Bytes(3 * 1024 * 1024)))});
    const auto bomb =
        RevocationList::read(*make_cose_sign1(write_cwt(cwt), keys::issuer_key()), keys_of());
    ASSERT_FALSE(bomb);
    EXPECT_EQ(bomb.error().code, base::ErrorCode::limit_exceeded);
    cwt.others.clear();
    EXPECT_FALSE(
        RevocationList::read(*make_cose_sign1(write_cwt(cwt), keys::issuer_key()), keys_of()));
}

RC_GTEST_PROP(RevocationList, RevokesWhatItWasToldAndNothingElse, ()) {
    const auto indices =
        *rc::gen::container<std::set<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 500));
    RevocationList list("qd-blood", listed);
    for (const std::uint32_t index : indices)
        RC_ASSERT(list.revoke(index).has_value());
    const auto again = RevocationList::read(written(list), keys_of());
    RC_ASSERT(again.has_value());
    RC_ASSERT(again->count() == indices.size());
    for (std::uint32_t index = 0; index < 510; ++index)
        RC_ASSERT(again->is_revoked(index) == indices.contains(index));
}

} // namespace
} // namespace rexue::credential
