// CBOR Web Tokens by the example of RFC 8392, appendix A.3.
#include "net/credential/cwt.h"

#include <gtest/gtest.h>

#include "net/credential/cbor_writer.h"
#include "net/credential/cose_sign1.h"
#include "tests/net/credential/keys.h"

namespace rexue::credential {
namespace {

using cbor::Form;

// https://github.com/cose-wg/Examples, CWT/A_3: times with tag 1, as the draft had them.
constexpr std::string_view example =
    "D28447A20319FDE80126A05853A70175636F61703A2F2F61732E6578616D706C652E636F6D02656572696B77037818"
    "636F61703A2F2F6C696768742E6578616D706C652E636F6D04C11A5612AEB005C11A5610D9F006C11A5610D9F00742"
    "0B7158408CAAD9EBD60E5F41CD683771E8A02CADE07D894DD1CFAF3A23C6481546E78FEBC0C13E8F649096F347480D"
    "B3E8C16CDDC04116A3874CF0A4DA2F4CB2D67C8EB0";

TEST(Cwt, ReadsTheExampleOfTheStandard) {
    const auto message = read_cose_sign1(*base::hex_decode(example), Form::any);
    ASSERT_TRUE(message);
    EXPECT_TRUE(is_signed_by(
        *message, testing_keys::p256_key(
                      "c4f9160fc22682991c59c4d96e8accc2da3cc7b7a9bc197c7c1e1bc6d0c1dc61",
                      "feb11ca73b028a10cf77d58a2dfdf2a11eab8ffeeeaaeeb03097ffee9f3ef2fc")));
    const auto cwt = read_cwt(message->payload, Form::any);
    ASSERT_TRUE(cwt);
    EXPECT_EQ(cwt->issuer, "coap://as.example.com");
    EXPECT_EQ(cwt->expires_s, 1444064944);
    EXPECT_EQ(cwt->not_before_s, 1443944944);
    EXPECT_EQ(cwt->issued_s, 1443944944);
    EXPECT_EQ(cwt->id, *base::hex_decode("0b71"));
    EXPECT_EQ(cwt->others.size(), 2U); // subject and audience
    EXPECT_FALSE(read_cwt(message->payload, Form::deterministic)) << "tagged times are not ours";
}

TEST(Cwt, ReadsBackWhatItWrote) {
    const Cwt cwt{.issuer = "qd-blood",
                  .expires_s = 2,
                  .not_before_s = 1,
                  .issued_s = 0,
                  .id = *base::hex_decode("07"),
                  .others = {{cbor::integer(-65537), cbor::integer(1)}}};
    const auto again = read_cwt(write_cwt(cwt), Form::deterministic);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->issuer, cwt.issuer);
    EXPECT_EQ(again->expires_s, cwt.expires_s);
    EXPECT_EQ(again->not_before_s, cwt.not_before_s);
    EXPECT_EQ(again->issued_s, cwt.issued_s);
    EXPECT_EQ(again->id, cwt.id);
    EXPECT_EQ(again->others, cwt.others);
}

TEST(Cwt, RefusesTimesThatAreNone) {
    const auto with_expiry = [](cbor::Value value) {
        return cbor::write(cbor::map({{cbor::integer(4), std::move(value)}}));
    };
    EXPECT_TRUE(read_cwt(with_expiry(cbor::integer(253'402'300'799)), Form::any));
    EXPECT_FALSE(read_cwt(with_expiry(cbor::integer(253'402'300'800)), Form::any));
    EXPECT_FALSE(read_cwt(with_expiry(cbor::integer(-1)), Form::any));
    EXPECT_FALSE(read_cwt(with_expiry(cbor::text("2026")), Form::any));
    EXPECT_FALSE(read_cwt(with_expiry({.is = std::uint64_t{0xFFFF'FFFF'FFFF'FFFF}}), Form::any));
    EXPECT_FALSE(
        read_cwt(with_expiry(cbor::tagged(1, cbor::tagged(1, cbor::integer(1)))), Form::any));
    // A fraction of another issuer: {4: 1.5}.
    EXPECT_EQ(read_cwt(*base::hex_decode("a104f93e00"), Form::any)->expires_s, 1);
    EXPECT_FALSE(read_cwt(*base::hex_decode("a104f97e00"), Form::any)) << "not a number";
}

TEST(Cwt, RefusesClaimsOfTheWrongKind) {
    EXPECT_FALSE(read_cwt(*base::hex_decode("a10107"), Form::any));   // an issuer as a number
    EXPECT_FALSE(read_cwt(*base::hex_decode("a1076130"), Form::any)); // an id as text
    EXPECT_FALSE(read_cwt(*base::hex_decode("80"), Form::any));
}

} // namespace
} // namespace rexue::credential
