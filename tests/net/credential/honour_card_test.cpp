// What a card says, member by member, and how little room it takes.
#include "net/credential/honour_card.h"

#include <gtest/gtest.h>

#include "net/credential/cbor_writer.h"
#include "net/credential/container.h"
#include "net/credential/cose_sign1.h"
#include "net/credential/cwt.h"
#include "net/credential/issuer.h"
#include "net/credential/revocation_list.h"
#include "platform/qr/qr_code.h"
#include "tests/net/credential/cards.h"

namespace rexue::credential {
namespace {

using namespace testing_cards;

base::Result<HonourCard> read_back(const HonourCard& card) {
    const auto text = issue(card, testing_keys::issuer_key());
    if (!text) return base::fail(text);
    const auto message = read_cose_sign1(unpack(*text)->bytes, cbor::Form::deterministic);
    if (!message) return base::fail(message);
    return read_honour_card(message->payload);
}

std::string refusal(auto change) {
    HonourCard card = a_card();
    change(card);
    const auto text = issue(card, testing_keys::issuer_key());
    return text ? "issued" : text.error().detail;
}

TEST(HonourCard, SaysWhatItWasGiven) {
    const HonourCard card = a_card();
    const auto again = read_back(card);
    ASSERT_TRUE(again) << again.error().detail;
    EXPECT_EQ(again->issuer, card.issuer);
    EXPECT_EQ(again->issued, card.issued);
    EXPECT_EQ(again->expires, card.expires);
    EXPECT_EQ(again->not_before, std::nullopt);
    EXPECT_EQ(again->index, card.index);
    EXPECT_EQ(again->claims, card.claims);
}

TEST(HonourCard, SaysTheLeast) {
    HonourCard card = a_card();
    card.index = 0;
    card.claims = {.card_number = "3702000000001238", .name = "示"};
    const auto again = read_back(card);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->index, 0U);
    EXPECT_EQ(again->claims, card.claims);
}

TEST(HonourCard, SaysTheMost) {
    HonourCard card = the_largest_card();
    card.not_before = at("2026-07-01T00:00:00");
    card.index = RevocationList::max_cards - 1;
    card.claims.as_of = base::Date(std::chrono::year{2026} / 6 / 1);
    const auto again = read_back(card);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->claims, card.claims);
    EXPECT_EQ(again->index, card.index);
    EXPECT_EQ(again->not_before, card.not_before);
}

TEST(HonourCard, TakesIdsWithoutANumber) {
    HonourCard card = a_card();
    card.claims.tier = "tai-an.rare";
    card.claims.awards.push_back({.id = "zhijiang-cup", .year = 2025});
    const auto again = read_back(card);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->claims, card.claims);
}

TEST(HonourCard, APlaceMayBeAProvinceAlone) {
    HonourCard card = a_card();
    card.claims.city.reset();
    EXPECT_EQ(read_back(card)->claims.city, std::nullopt);
    EXPECT_EQ(read_back(card)->claims.province, "370000");
    card.claims.city = "370200";
    card.claims.province.reset();
    EXPECT_EQ(read_back(card)->claims.province, "370000");
}

// The house's day: 17:00 UTC is the next one in China.
TEST(HonourCard, CountsWithoutADayAreOfTheDayOfIssue) {
    HonourCard card = a_card();
    card.issued = at("2026-06-13T17:00:00");
    card.claims.as_of.reset();
    EXPECT_EQ(read_back(card)->claims.as_of, base::Date(std::chrono::year{2026} / 6 / 14));
}

TEST(HonourCard, RefusesWhatCannotBe) {
    const std::string number = "card_number: 16 digits, the last two their check digits";
    EXPECT_EQ(refusal([](auto& c) { c.claims.card_number = "3702000000001239"; }), number);
    EXPECT_EQ(refusal([](auto& c) { c.claims.card_number = "370200000000123"; }), number);
    EXPECT_EQ(refusal([](auto& c) { c.claims.card_number = "37020000000012a1"; }), number);
    const std::string name = "name: 1 to 96 bytes of UTF-8 that can be seen";
    EXPECT_EQ(refusal([](auto& c) { c.claims.name = ""; }), name);
    EXPECT_EQ(refusal([](auto& c) { c.claims.name = std::string(97, 'x'); }), name);
    EXPECT_EQ(refusal([](auto& c) { c.claims.name = "\xFF"; }), name);
    EXPECT_EQ(refusal([](auto& c) { c.claims.name = "甲\u202E乙"; }), name);
    EXPECT_EQ(refusal([](auto& c) { c.claims.name = "甲\n乙"; }), name);
    EXPECT_EQ(refusal([](auto& c) { c.claims.tier = "Gold!"; }), "tier: no id");
    EXPECT_EQ(refusal([](auto& c) { c.claims.awards[0].year = 1989; }), "awards: no year");
    EXPECT_EQ(refusal([](auto& c) { c.claims.awards[0].year = 2246; }), "awards: no year");
    EXPECT_EQ(refusal([](auto& c) { c.claims.awards.resize(17, {.id = "a", .year = 2000}); }),
              "awards: more than 16");
    EXPECT_EQ(refusal([](auto& c) { c.claims.city = "330100"; }), "city: lies in another province");
    EXPECT_EQ(refusal([](auto& c) { c.claims.city = "370000"; }), "city: is a province");
    EXPECT_EQ(refusal([](auto& c) { c.claims.city = "370202"; }), "city: no code of GB/T 2260");
    EXPECT_EQ(refusal([](auto& c) { c.claims.award_count = -1; }), "counts: out of range");
    EXPECT_EQ(refusal([](auto& c) { c.claims.blood_group = "C"; }), "blood_group: no blood group");
    EXPECT_EQ(refusal([](auto& c) { c.expires = c.issued; }), "expires: is not after issued");
    EXPECT_EQ(refusal([](auto& c) { c.not_before = c.expires; }),
              "not_before: is not before expires");
    EXPECT_NE(refusal([](auto& c) { c.issuer = "Qingdao"; }), "issued");
}

TEST(HonourCard, HasAPlaceThatARevocationListCanHold) {
    HonourCard card = a_card();
    for (const std::uint32_t index : {RevocationList::max_cards, 4'294'967'295U}) {
        card.index = index;
        const auto issued_card = issue(card, testing_keys::issuer_key());
        ASSERT_FALSE(issued_card) << index;
        EXPECT_EQ(issued_card.error().detail, "index: no revocation list has this many places");
    }
    card.index = RevocationList::max_cards - 1;
    RevocationList list(card.issuer, card.issued);
    EXPECT_TRUE(list.revoke(card.index));
    const auto unpacked = unpack(text_of(card));
    const base::Bytes payload = read_cose_sign1(unpacked->bytes, cbor::Form::any)->payload;
    EXPECT_EQ(read_honour_card(payload)->index, card.index);
    // The same of another making, with the next place.
    Cwt cwt = *read_cwt(payload, cbor::Form::deterministic);
    cwt.id = *base::hex_decode("01000000");
    EXPECT_FALSE(read_honour_card(write_cwt(cwt)));
}

TEST(Issuer, IsAWordOfSmallLetters) {
    for (const char* name : {"q", "qd-blood", "qd_blood.2", "0123456789abcdefghijklmnopqrstuv"})
        EXPECT_TRUE(is_issuer(name)) << name;
    for (const char* name : {"", "Qingdao", "qd blood", "qd/blood", ".qd", "青岛",
                             "0123456789abcdefghijklmnopqrstuvw"}) {
        EXPECT_FALSE(is_issuer(name)) << name;
    }
}

// A signed payload of another making is read by the same rules.
TEST(HonourCard, ReadsNothingThatItWouldNotIssue) {
    const auto claim = [](std::string_view hex) {
        return claims_from_cbor(*cbor::read(*base::hex_decode(hex), cbor::Form::any));
    };
    const std::string start = "4621ab63f3180c61"; // 37020000000012, a name of one byte
    ASSERT_TRUE(claim("82" + start + "41"));
    EXPECT_TRUE(claim("8a" + start + "41f6f6f6f6f6f6f607")) << "a newer issuer says more";
    EXPECT_FALSE(claim("81" + start.substr(0, 14))) << "no name";
    EXPECT_FALSE(claim("82f66141")) << "no number";
    EXPECT_FALSE(claim("8246ffffffffffff6141")) << "fifteen digits";
    EXPECT_FALSE(claim("82" + start + "0a")) << "a line end for a name";
    EXPECT_FALSE(claim("83" + start + "4118ff")) << "a tier that nobody registered";
    EXPECT_FALSE(claim("83" + start + "416d" + base::hex_encode(base::bytes_of("shandong-card"))))
        << "a registered tier in words";
    EXPECT_FALSE(claim("84" + start + "41f64101")) << "half an award";
    EXPECT_FALSE(claim("84" + start + "41f64200ff")) << "no such award";
    EXPECT_FALSE(claim("85" + start + "41f6f619270f1")) << "a place that is none";
    EXPECT_FALSE(claim("a0"));
}

// ---- what is printed ----

TEST(HonourCard, ThePrintedCodeOfTheLargestCardIsVersion12AtLevelQ) {
    const HonourCard card = the_largest_card();
    ASSERT_EQ(card.claims.name.size(), 46U);
    ASSERT_EQ(card.claims.awards.size(), 6U);
    const auto code = qr::encode(text_of(card), qr::Level::q);
    ASSERT_TRUE(code);
    EXPECT_LE(code->version(), 12) << text_of(card).size() << " characters";
}

TEST(HonourCard, ThePrintedCodeOfAnOrdinaryCardIsSmaller) {
    EXPECT_LE(qr::encode(text_of(a_card()), qr::Level::q)->version(), 11);
}

} // namespace
} // namespace rexue::credential
