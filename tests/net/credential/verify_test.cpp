// Every verdict and its word: clocks, keys that come and go, revocation, cards of others.
#include "net/credential/verify.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "net/credential/base45.h"
#include "net/credential/cbor_writer.h"
#include "net/credential/compression.h"
#include "net/credential/container.h"
#include "net/credential/cose_sign1.h"
#include "net/credential/cwt.h"
#include "tests/net/credential/cards.h"

namespace rexue::credential {
namespace {

using namespace testing_cards;
using std::chrono::seconds;
using testing::ElementsAre;
namespace keys = testing_keys;

const base::Instant now = at("2026-11-22T04:00:00");

Finding look(const std::string& text, const KeySet& set = keys_of(), base::Instant when = now) {
    return verify(text, {.keys = set}, when);
}

void expect(const Finding& finding, Verdict verdict, Why why) {
    EXPECT_EQ(finding.verdict, verdict);
    EXPECT_EQ(finding.why, why);
}

TEST(Verify, AGoodCardIsValidAndSaysItsClaims) {
    const Finding finding = look(text_of(a_card()));
    expect(finding, Verdict::valid, Why::good);
    ASSERT_TRUE(finding.card);
    EXPECT_EQ(finding.card->claims, a_card().claims);
    EXPECT_THAT(finding.remarks, ElementsAre(Remark::revocations_absent));
}

// ---- clocks ----

TEST(Verify, ACardBeginsAndEndsToTheSecond) {
    HonourCard card = a_card();
    card.not_before = at("2026-07-01T00:00:00");
    const std::string text = text_of(card);
    const KeySet set = keys_of();
    expect(look(text, set, card.issued - seconds(1)), Verdict::not_yet_valid, Why::before_issue);
    expect(look(text, set, card.issued), Verdict::not_yet_valid, Why::before_start);
    expect(look(text, set, *card.not_before - seconds(1)), Verdict::not_yet_valid,
           Why::before_start);
    expect(look(text, set, *card.not_before), Verdict::valid, Why::good);
    expect(look(text, set, card.expires - seconds(1)), Verdict::valid, Why::good);
    const Finding ended = look(text, set, card.expires);
    expect(ended, Verdict::expired, Why::past_expiry);
    EXPECT_TRUE(ended.card) << "an expired card still says whose it was";
    // A terminal that woke up in 1970.
    expect(look(text, set, base::Instant{}), Verdict::not_yet_valid, Why::before_issue);
}

// ---- keys ----

TEST(Verify, AnUnknownKeyIsAnUnknownIssuer) {
    const Finding finding = look(text_of(a_card(), keys::other_key()));
    expect(finding, Verdict::unknown_issuer, Why::key_unknown);
    EXPECT_FALSE(finding.card) << "what nobody known has said is not shown";
    expect(look(text_of(a_card()), KeySet()), Verdict::unknown_issuer, Why::key_unknown);
}

// The key's time is held against the day of issue, not against today's.
TEST(Verify, AKeyCountsForWhatItIssuedInItsTime) {
    const KeySet set = keys_of(); // 2026-01-01 … 2027-01-01
    const auto issued_at = [](base::Instant when) {
        HonourCard card = a_card();
        card.issued = when;
        return text_of(card);
    };
    const base::Instant later = at("2030-01-01T00:00:00");
    expect(look(issued_at(at("2025-12-31T23:59:59")), set, later), Verdict::unknown_issuer,
           Why::key_not_valid_then);
    expect(look(issued_at(at("2026-01-01T00:00:00")), set, later), Verdict::valid, Why::good);
    expect(look(issued_at(at("2026-12-31T23:59:59")), set, later), Verdict::valid, Why::good);
    const Finding after = look(issued_at(at("2027-01-01T00:00:00")), set, later);
    expect(after, Verdict::unknown_issuer, Why::key_not_valid_then);
    EXPECT_FALSE(after.card);
}

TEST(Verify, TwoKeysOfAnIssuerAreGoodAtOnce) {
    KeySet set = keys_of();
    ASSERT_TRUE(set.add(TrustedKey{.key = keys::other_key().verification_key(),
                                   .issuer = "qd-blood",
                                   .valid_from = at("2026-06-01T00:00:00")}));
    expect(look(text_of(a_card()), set), Verdict::valid, Why::good);
    expect(look(text_of(a_card(), keys::other_key()), set), Verdict::valid, Why::good);
}

// "It may be true, ask there" would be wrong of it: its station has said that it is not.
TEST(Verify, WhatAWithdrawnKeyHasSignedIsRevokedAndNotShown) {
    KeySet set;
    ASSERT_TRUE(set.add(TrustedKey{
        .key = keys::issuer_key().verification_key(), .issuer = "qd-blood", .withdrawn = true}));
    const Finding finding = look(text_of(a_card()), set);
    expect(finding, Verdict::revoked, Why::key_withdrawn);
    EXPECT_FALSE(finding.card);
}

TEST(Verify, AKeySpeaksForItsOwnIssuerOnly) {
    HonourCard card = a_card();
    card.issuer = "gz-blood";
    expect(look(text_of(card)), Verdict::unknown_issuer, Why::issuer_is_not_the_keys);
}

// ---- algorithm and key that do not belong together ----

// As the library itself would never sign it: the payload under other headers.
std::string signed_as(std::int64_t algorithm, std::span<const std::byte> key_id,
                      const base::Bytes& payload, const SigningKey& key) {
    CoseSign1 message{.algorithm = algorithm,
                      .open_algorithm = {},
                      .key_id = base::Bytes(key_id.begin(), key_id.end()),
                      .protected_header = cbor::write(cbor::map(
                          {{cbor::integer(1), cbor::integer(algorithm)},
                           {cbor::integer(4), cbor::bytes({key_id.begin(), key_id.end()})}})),
                      .payload = payload,
                      .signature = {}};
    message.signature = *key.sign(signed_bytes(message));
    return pack(
        card_prefix,
        cbor::write(cbor::tagged(
            18, cbor::array({cbor::bytes(message.protected_header), cbor::map({}),
                             cbor::bytes(message.payload), cbor::bytes(message.signature)}))));
}

base::Bytes payload_of(const std::string& text) {
    return read_cose_sign1(unpack(text)->bytes, cbor::Form::any)->payload;
}

TEST(Verify, AHeaderCannotChooseAnotherAlgorithmThanItsKeys) {
    const base::Bytes payload = payload_of(text_of(a_card()));
    KeySet set = keys_of();
    ASSERT_TRUE(set.add(TrustedKey{.key = keys::ed25519().shown, .issuer = "qd-blood"}));
    // ES256 with an Ed25519 key's id; EdDSA, a MAC and nothing known with the issuer's.
    expect(look(signed_as(-7, keys::ed25519().shown.id(), payload, keys::issuer_key()), set),
           Verdict::altered, Why::algorithm_is_not_the_keys);
    for (const std::int64_t algorithm : {-8, -37, 5, 0, -65'535}) {
        expect(look(signed_as(algorithm, keys::issuer_key().verification_key().id(), payload,
                              keys::issuer_key()),
                    set),
               Verdict::altered, Why::algorithm_is_not_the_keys);
    }
}

// ---- revocation ----

TEST(Verify, ARevokedCardIsRevokedAndItsNeighboursAreNot) {
    RevocationList list("qd-blood", now - std::chrono::days(1));
    ASSERT_TRUE(list.revoke(a_card().index));
    const KeySet set = keys_of();
    const Trust trust{.keys = set, .revocations = &list};
    const Finding finding = verify(text_of(a_card()), trust, now);
    expect(finding, Verdict::revoked, Why::on_revocation_list);
    EXPECT_TRUE(finding.card);
    EXPECT_TRUE(finding.remarks.empty());
    for (const std::uint32_t index : {1233U, 1235U, 0U, RevocationList::max_cards - 1}) {
        HonourCard card = a_card();
        card.index = index;
        EXPECT_EQ(verify(text_of(card), trust, now).verdict, Verdict::valid) << index;
    }
    // Revoked and expired: that it was taken back says more.
    EXPECT_EQ(verify(text_of(a_card()), trust, expires).verdict, Verdict::revoked);
}

TEST(Verify, AListThatIsOldOrAnothersIsARemark) {
    const KeySet set = keys_of();
    const auto remarks = [&](const RevocationList& list) {
        return verify(text_of(a_card()), {.keys = set, .revocations = &list}, now).remarks;
    };
    EXPECT_THAT(remarks({"qd-blood", now - max_list_age}), ElementsAre());
    EXPECT_THAT(remarks({"qd-blood", now - max_list_age - seconds(1)}),
                ElementsAre(Remark::revocations_old));
    RevocationList others("gz-blood", now);
    ASSERT_TRUE(others.revoke(a_card().index));
    EXPECT_THAT(remarks(others), ElementsAre(Remark::revocations_absent));
}

// ---- what is not a card ----

TEST(Verify, OtherCodesAreNotOurs) {
    for (const char* text : {"", "https://queue.example/t/A012", "HC1:6BF+70790T9WJWG", "rxh1:ABC",
                             "RXH1", "RXH2:ABC", "REXUE1:3702000000001238", " RXH1:ABC"}) {
        expect(look(text), Verdict::not_ours, Why::other_prefix);
    }
    EXPECT_EQ(look("RXH1:" + std::string(1'000'000, 'A')).verdict, Verdict::not_ours);
}

TEST(Verify, WhatCannotBeReadSaysHowFarItCame) {
    expect(look("RXH1:"), Verdict::unreadable, Why::not_compressed_well);
    expect(look("RXH1:abc"), Verdict::unreadable, Why::not_base45);
    EXPECT_EQ(look("RXH1:" + text_of(a_card())).verdict, Verdict::unreadable);
    expect(look("RXH1:BB8"), Verdict::unreadable, Why::not_cose);
    const std::string bomb(card_prefix);
    expect(look(bomb + base45_encode(compress(base::Bytes(1024 * 1024)))), Verdict::unreadable,
           Why::not_compressed_well);
}

TEST(Verify, SomethingElseOfTheIssuersIsNoCard) {
    const Cwt cwt{.issuer = "qd-blood", .issued_s = 1'780'000'000};
    expect(look(pack(card_prefix, *make_cose_sign1(write_cwt(cwt), keys::issuer_key()))),
           Verdict::unreadable, Why::not_a_card);
}

// Others may have more compressible cards; ours are read compressed, too.
TEST(Verify, ReadsACompressedCard) {
    HonourCard card = a_card();
    for (int i = 0; i < 14; ++i)
        card.claims.awards.push_back({.id = "award-of-a-very-long-name-indeed", .year = 2026});
    const std::string text = text_of(card);
    EXPECT_EQ(base45_decode(text.substr(card_prefix.size()))->front(), std::byte{0x78});
    expect(look(text), Verdict::valid, Why::good);
}

} // namespace
} // namespace rexue::credential
