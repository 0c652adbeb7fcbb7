// Other issuers' credentials, by public test material of the EU's certificates (facts of
// github.com/eu-digital-green-certificates/dgc-testdata, AT/2DCode/raw/1.json: invented people and
// a test key): deflated, ES256, kid and algorithm in the protected header.
#include "net/credential/inspect.h"

#include <gtest/gtest.h>

#include "net/credential/base45.h"
#include "net/credential/cbor_writer.h"
#include "net/credential/container.h"
#include "net/credential/cose_sign1.h"
#include "tests/net/credential/cards.h"

namespace rexue::credential {
namespace {

using namespace testing_cards;

constexpr std::string_view austrian_test =
    "HC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B+9G4G50PHZF0AT4V22F/8X*G3M9JUPY0BX/KR96R/S0"
    "9T./0LWTKD33236J3TA3M*4VV2 73-E3GG396B-43O058YIB73A*G3W19UEBY5:PI0EGSP4*2DN43U*0CEBQ/GXQFY73"
    "CIBC:G 7376BXBJBAJ UNFMJCRN0H3PQN*E33H3OA70M3FMJIJN523.K5QZ4A+2XEN QT QTHC31M3+E32R44$28A9H0"
    "D3ZCL4JMYAZ+S-A5$XKX6T2YC 35H/ITX8GL2-LH/CJTK96L6SR9MU9RFGJA6Q3QR$P2OIC0JVLA8J3ET3:H3A+2+33U"
    " SAAUOT3TPTO4UBZIC0JKQTL*QDKBO.AI9BVYTOCFOPS4IJCOT0$89NT2V457U8+9W2KQ-7LF9-DF07U$B97JJ1D7WKP"
    "/HLIJL8JF8JFHJP7NVDEBU1J*Z222E.GJ457661CFFTWM-8P2IUE7K*SSW613:9/:TT5IYQBTBU16R4I1A/9VRPJ-TS."
    "7ZEM7MSVOCD4RG2L-TQJROXL2J:52J7F0Q10SMAP3CG3KHF0DWIH";

constexpr std::string_view austrian_certificate =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBvTCCAWOgAwIBAgIKAXk8i88OleLsuTAKBggqhkjOPQQDAjA2MRYwFAYDVQQD\n"
    "DA1BVCBER0MgQ1NDQSAxMQswCQYDVQQGEwJBVDEPMA0GA1UECgwGQk1TR1BLMB4X\n"
    "DTIxMDUwNTEyNDEwNloXDTIzMDUwNTEyNDEwNlowPTERMA8GA1UEAwwIQVQgRFND\n"
    "IDExCzAJBgNVBAYTAkFUMQ8wDQYDVQQKDAZCTVNHUEsxCjAIBgNVBAUTATEwWTAT\n"
    "BgcqhkjOPQIBBggqhkjOPQMBBwNCAASt1Vz1rRuW1HqObUE9MDe7RzIk1gq4XW5G\n"
    "TyHuHTj5cFEn2Rge37+hINfCZZcozpwQKdyaporPUP1TE7UWl0F3o1IwUDAOBgNV\n"
    "HQ8BAf8EBAMCB4AwHQYDVR0OBBYEFO49y1ISb6cvXshLcp8UUp9VoGLQMB8GA1Ud\n"
    "IwQYMBaAFP7JKEOflGEvef2iMdtopsetwGGeMAoGCCqGSM49BAMCA0gAMEUCIQDG\n"
    "2opotWG8tJXN84ZZqT6wUBz9KF8D+z9NukYvnUEQ3QIgdBLFSTSiDt0UJaDF6St2\n"
    "bkUQuVHW6fQbONd731/M4nc=\n"
    "-----END CERTIFICATE-----\n";

TEST(Inspect, ReadsATestCertificateOfTheEu) {
    const auto key = VerificationKey::from_pem(austrian_certificate);
    ASSERT_TRUE(key) << key.error().detail;
    const auto told = inspect(austrian_test, &*key);
    ASSERT_TRUE(told) << told.error().detail;
    EXPECT_EQ(told->at("prefix"), "HC1:");
    EXPECT_EQ(told->at("kid"), "d919375fc1e7b6b2");
    EXPECT_EQ(told->at("alg"), "ES256");
    EXPECT_EQ(told->at("signature"), "valid");
    EXPECT_EQ(told->at("issued"), "2021-05-06T18:00:00.000Z");
    EXPECT_EQ(told->at("expires"), "2021-11-02T18:00:00.000Z");
    const auto& said = told->at("payload").at("-260").at("1");
    EXPECT_EQ(said.at("nam").at("fn"), "Musterfrau-Gößinger");
    EXPECT_EQ(said.at("v").at(0).at("mp"), "EU/1/20/1528");
    EXPECT_EQ(said.at("dob"), "1998-02-26");
}

TEST(Inspect, SaysThatAnotherKeyHasNotSigned) {
    EXPECT_EQ(
        inspect(austrian_test, &testing_keys::issuer_key().verification_key())->at("signature"),
        "invalid");
    EXPECT_EQ(inspect(austrian_test, &testing_keys::ed25519().shown)->at("signature"), "invalid");
    EXPECT_EQ(inspect(austrian_test, nullptr)->at("signature"), "unchecked");
}

TEST(Inspect, ReadsOurOwn) {
    const auto told = inspect(text_of(a_card()), &testing_keys::issuer_key().verification_key());
    ASSERT_TRUE(told);
    EXPECT_EQ(told->at("prefix"), "RXH1:");
    EXPECT_EQ(told->at("signature"), "valid");
    EXPECT_EQ(told->at("issued"), "2026-06-14T02:00:00.000Z");
    EXPECT_EQ(told->at("payload").at("1"), "qd-blood");
    EXPECT_EQ(told->at("payload").at("-65537").at(1), "示例甲");
}

// ---- shapes of the EU's common test material, made with our own key ----

const cbor::Entry alg{.key = cbor::integer(1), .value = cbor::integer(-7)};
cbor::Entry kid(std::string_view hex) {
    return {.key = cbor::integer(4), .value = cbor::bytes(*base::hex_decode(std::string(hex)))};
}

// A token with these headers, signed by the issuer's key.
cbor::Value signed_with(cbor::Map kept, cbor::Map open) {
    CoseSign1 message{
        .algorithm = {},
        .open_algorithm = {},
        .key_id = {},
        .protected_header = kept.empty() ? base::Bytes{} : cbor::write(cbor::map(kept)),
        .payload = cbor::write(cbor::map({{cbor::integer(1), cbor::text("xx")}})),
        .signature = {}};
    message.signature = *testing_keys::issuer_key().sign(signed_bytes(message));
    return cbor::tagged(
        18, cbor::array({cbor::bytes(message.protected_header), cbor::map(std::move(open)),
                         cbor::bytes(message.payload), cbor::bytes(message.signature)}));
}

base::Result<boost::json::object> inspected(
    const cbor::Value& message,
    const VerificationKey& key = testing_keys::issuer_key().verification_key()) {
    return inspect(pack("HC1:", cbor::write(message)), &key);
}

// CO28 there.
TEST(Inspect, ReadsACwtTagBeforeTheTagOfCose) {
    const cbor::Value message = signed_with({alg, kid("0102030405060708")}, {});
    const auto told = inspected(cbor::tagged(61, message));
    ASSERT_TRUE(told) << told.error().detail;
    EXPECT_EQ(told->at("signature"), "valid");
    EXPECT_EQ(told->at("kid"), "0102030405060708");
    EXPECT_EQ(told->at("payload").at("1"), "xx");
    // Not twice, not behind it, not without it.
    EXPECT_FALSE(inspected(cbor::tagged(61, cbor::tagged(61, message))));
    EXPECT_FALSE(inspected(cbor::tagged(18, cbor::tagged(61, message))));
    EXPECT_FALSE(inspected(cbor::tagged(61, message.as<cbor::Tagged>()->item.front())));
    EXPECT_FALSE(read_cose_sign1(cbor::write(cbor::tagged(61, message)), cbor::Form::deterministic))
        << "our own have no such tag";
}

// CO20 there.
TEST(Inspect, TakesAlgorithmAndKeyIdFromTheUnprotectedHeaderAlone) {
    const cbor::Value message = signed_with({}, {alg, kid("0102030405060708")});
    const auto told = inspected(message);
    ASSERT_TRUE(told) << told.error().detail;
    EXPECT_EQ(told->at("alg"), "ES256");
    EXPECT_EQ(told->at("kid"), "0102030405060708");
    EXPECT_EQ(told->at("signature"), "valid");
    EXPECT_EQ(inspected(message, testing_keys::other_key().verification_key())->at("signature"),
              "invalid");
    // Nothing says what it is: neither good nor bad.
    EXPECT_EQ(inspected(signed_with({}, {}))->at("signature"), "unchecked");
    EXPECT_FALSE(read_cose_sign1(cbor::write(message), cbor::Form::deterministic));
}

// CO22 there.
TEST(Inspect, AKeyIdInBothHeadersIsTheProtectedOne) {
    const cbor::Value message =
        signed_with({alg, kid("0102030405060708")}, {kid("1111111111111111")});
    const auto told = inspected(message);
    ASSERT_TRUE(told) << told.error().detail;
    EXPECT_EQ(told->at("kid"), "0102030405060708");
    EXPECT_EQ(told->at("signature"), "valid");
    EXPECT_FALSE(read_cose_sign1(cbor::write(message), cbor::Form::deterministic));
    // And so is an algorithm: the other header's word for EdDSA is nobody's.
    const cbor::Entry other{.key = cbor::integer(1), .value = cbor::integer(-8)};
    EXPECT_EQ(inspected(signed_with({alg}, {other}))->at("alg"), "ES256");
    EXPECT_EQ(inspected(signed_with({other}, {alg}))->at("signature"), "invalid");
}

TEST(Inspect, TellsWhatIsNotThereAsNull) {
    const auto message =
        cbor::write(cbor::array({cbor::bytes({}), cbor::map({}),
                                 cbor::bytes(cbor::write(cbor::map({}))), cbor::bytes({})}));
    const auto told = inspect(pack("TEST1:", message), nullptr);
    ASSERT_TRUE(told);
    EXPECT_EQ(boost::json::serialize(*told),
              R"({"prefix":"TEST1:","kid":null,"alg":null,"signature":"unchecked",)"
              R"("issued":null,"expires":null,"payload":{}})");
}

TEST(Inspect, RefusesWhatIsNoCredential) {
    for (const char* text : {"", "HC1", "HC1:", "hc1:BB8", "HC1:BB8", ":BB8", "LONGPREFIX1:BB8",
                             "https://queue.example/"}) {
        EXPECT_FALSE(inspect(text, nullptr)) << text;
    }
}

} // namespace
} // namespace rexue::credential
