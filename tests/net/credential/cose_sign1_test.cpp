// COSE_Sign1 by the examples of the COSE working group, the three algorithms, and every confusion
// of a key with an algorithm that is not its own.
#include "net/credential/cose_sign1.h"

#include <gtest/gtest.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include "net/credential/cbor_writer.h"
#include "tests/net/credential/keys.h"

namespace rexue::credential {
namespace {

using cbor::Form;
namespace keys = testing_keys;

base::Bytes bytes(std::string_view hex) {
    return *base::hex_decode(hex);
}

base::Bytes content() {
    const auto view = base::bytes_of("This is the content.");
    return {view.begin(), view.end()};
}

// ---- https://github.com/cose-wg/Examples: facts, with what each is meant to show ----

constexpr std::string_view pass_02_external = // sign1-tests/sign-pass-02
    "D28443A10126A10442313154546869732069732074686520636F6E74656E742E5840EAE868ECC176883766C5DC5BA5"
    "B8DCA25DAB3C2E56A551CE5705B793914348E155388B10C4F1B59A6733EAB416870A945111A4B2FBDBEF33A77234B1"
    "DEFF2F9B";
constexpr std::string_view pass_03_untagged = // sign1-tests/sign-pass-03
    "8443A10126A10442313154546869732069732074686520636F6E74656E742E5840EAE868ECC176883766C5DC5BA5B8"
    "DCA25DAB3C2E56A551CE5705B793914348E19F43D6C6BA654472DA301B645B293C9BA939295B97C4BDB847782BFF38"
    "4C5794";
constexpr std::string_view fail_02_changed = // sign1-tests/sign-fail-02
    "D28443A10126A10442313154546869732069732074686520636F6E74656E742F5840EAE868ECC176883766C5DC5BA5"
    "B8DCA25DAB3C2E56A551CE5705B793914348E19F43D6C6BA654472DA301B645B293C9BA939295B97C4BDB847782BFF"
    "384C5794";
constexpr std::string_view ecdsa_sig_01 = // ecdsa-examples/ecdsa-sig-01
    "D28445A201260300A10442313154546869732069732074686520636F6E74656E742E5840EAE868ECC176883766C5DC"
    "5BA5B8DCA25DAB3C2E56A551CE5705B793914348E172727F48461FABBBA2E343492DDECAC3983686250BC68E9F1A7A"
    "07D41225B59F";
constexpr std::string_view pass_01_unprotected = // sign1-tests/sign-pass-01
    "D28441A0A201260442313154546869732069732074686520636F6E74656E742E5840EAE868ECC176883766C5DC5BA5"
    "B8DCA25DAB3C2E56A551CE5705B793914348E11A02E5F0344BF2D4EE5C7FD75A68A9F5E0B3CC1F1FC1409C18956658"
    "6FF9D610";

TEST(CoseSign1, VerifiesTheExamplesOfTheWorkingGroup) {
    const VerificationKey key = keys::cose_wg_key();
    for (const auto hex : {pass_03_untagged, ecdsa_sig_01}) {
        const auto message = read_cose_sign1(bytes(hex), Form::any);
        ASSERT_TRUE(message) << hex;
        EXPECT_EQ(message->payload, content());
        EXPECT_EQ(message->algorithm, -7);
        EXPECT_EQ(message->key_id, bytes("3131"));
        EXPECT_TRUE(is_signed_by(*message, key)) << hex;
        EXPECT_FALSE(is_signed_by(*message, keys::issuer_key().verification_key()));
    }
    // ToBeSign_hex of sign-pass-03.
    EXPECT_EQ(base::hex_encode(signed_bytes(*read_cose_sign1(bytes(pass_03_untagged), Form::any))),
              "846a5369676e61747572653143a101264054546869732069732074686520636f6e74656e742e");
}

TEST(CoseSign1, VerifiesWithWhatBothEndsKnowBesides) {
    const auto message = read_cose_sign1(bytes(pass_02_external), Form::any);
    ASSERT_TRUE(message);
    EXPECT_TRUE(is_signed_by(*message, keys::cose_wg_key(), bytes("11aa22bb33cc44dd55006699")));
    EXPECT_FALSE(is_signed_by(*message, keys::cose_wg_key()));
}

TEST(CoseSign1, RefusesTheExampleWithAnotherContent) {
    const auto message = read_cose_sign1(bytes(fail_02_changed), Form::any);
    ASSERT_TRUE(message);
    EXPECT_FALSE(is_signed_by(*message, keys::cose_wg_key()));
}

// Its signature is right, but nobody signed which algorithm it is.
TEST(CoseSign1, TakesNoAlgorithmFromTheUnprotectedHeader) {
    const auto message = read_cose_sign1(bytes(pass_01_unprotected), Form::any);
    ASSERT_TRUE(message);
    EXPECT_EQ(message->algorithm, std::nullopt);
    EXPECT_EQ(message->open_algorithm, -7);
    EXPECT_FALSE(is_signed_by(*message, keys::cose_wg_key()));
    EXPECT_TRUE(is_signed_by_open(*message, keys::cose_wg_key()));
    EXPECT_FALSE(is_signed_by_open(*message, keys::issuer_key().verification_key()));
    EXPECT_FALSE(is_signed_by_open(*message, keys::ed25519().shown));
}

// ---- our own ----

TEST(CoseSign1, OursIsTaggedAndReadInOurProfile) {
    const auto made = make_cose_sign1(content(), keys::issuer_key());
    ASSERT_TRUE(made);
    EXPECT_EQ(made->front(), std::byte{0xD2});
    const auto message = read_cose_sign1(*made, Form::deterministic);
    ASSERT_TRUE(message);
    const auto& key = keys::issuer_key().verification_key();
    EXPECT_TRUE(is_signed_by(*message, key));
    EXPECT_EQ(*message->key_id, base::Bytes(key.id().begin(), key.id().end()));
    // The working group's examples have their key id in the open.
    EXPECT_FALSE(read_cose_sign1(bytes(ecdsa_sig_01), Form::deterministic));
}

// Four parts with the given headers, signed by nobody.
base::Bytes message_with(cbor::Map kept, cbor::Map open) {
    return cbor::write(cbor::array({cbor::bytes(cbor::write(cbor::map(std::move(kept)))),
                                    cbor::map(std::move(open)), cbor::bytes({}), cbor::bytes({})}));
}

TEST(CoseSign1, RefusesWhatMustBeUnderstood) {
    const auto crit = cbor::array({cbor::integer(8)});
    EXPECT_TRUE(read_cose_sign1(message_with({{cbor::integer(8), crit}}, {}), Form::any));
    EXPECT_FALSE(read_cose_sign1(message_with({{cbor::integer(2), crit}}, {}), Form::any));
    EXPECT_FALSE(read_cose_sign1(message_with({}, {{cbor::integer(2), crit}}), Form::any));
}

TEST(CoseSign1, RefusesALabelInBothHeadersOrOfNoKind) {
    const cbor::Entry one{.key = cbor::integer(3), .value = cbor::integer(-7)};
    EXPECT_FALSE(read_cose_sign1(message_with({one}, {one}), Form::any));
    EXPECT_FALSE(read_cose_sign1(message_with({{cbor::bytes(bytes("01")), cbor::integer(1)}}, {}),
                                 Form::any));
    EXPECT_FALSE(
        read_cose_sign1(message_with({{cbor::integer(4), cbor::text("11")}}, {}), Form::any));
}

TEST(CoseSign1, RefusesOtherShapes) {
    // Tag 17 (a MAC), tag 98 (many signatures), three parts, a payload elsewhere, no map.
    for (const char* hex : {"d18440a04040", "d8628440a04040", "8340a040", "8440a0f640",
                            "8440404040", "84a0a04040", "d2d28440a04040", "00", ""}) {
        EXPECT_FALSE(read_cose_sign1(bytes(hex), Form::any)) << hex;
    }
    EXPECT_TRUE(read_cose_sign1(bytes("d28440a04040"), Form::any));
}

// ---- the other algorithms ----

base::Bytes sign(EVP_PKEY* key, const EVP_MD* digest, bool pss, const base::Bytes& message) {
    const openssl::DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* key_context = nullptr;
    EXPECT_EQ(EVP_DigestSignInit(context.get(), &key_context, digest, nullptr, key), 1);
    if (pss) {
        EXPECT_EQ(EVP_PKEY_CTX_set_rsa_padding(key_context, RSA_PKCS1_PSS_PADDING), 1);
        EXPECT_EQ(EVP_PKEY_CTX_set_rsa_pss_saltlen(key_context, RSA_PSS_SALTLEN_DIGEST), 1);
    }
    base::Bytes signature(1024);
    size_t size = signature.size();
    EXPECT_EQ(
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                       reinterpret_cast<const unsigned char*>(message.data()), message.size()),
        1);
    signature.resize(size);
    return signature;
}

CoseSign1 unsigned_message(std::int64_t algorithm) {
    return {
        .algorithm = algorithm,
        .key_id = {},
        .protected_header = cbor::write(cbor::map({{cbor::integer(1), cbor::integer(algorithm)}})),
        .payload = content(),
        .signature = {}};
}

TEST(CoseSign1, VerifiesEdDsa) {
    CoseSign1 message = unsigned_message(-8);
    message.signature = sign(keys::ed25519().secret.get(), nullptr, false, signed_bytes(message));
    EXPECT_TRUE(is_signed_by(message, keys::ed25519().shown));
    message.payload.pop_back();
    EXPECT_FALSE(is_signed_by(message, keys::ed25519().shown));
}

TEST(CoseSign1, VerifiesPs256) {
    CoseSign1 message = unsigned_message(-37);
    EVP_PKEY* key = keys::rsa2048().secret.get();
    message.signature = sign(key, EVP_sha256(), true, signed_bytes(message));
    EXPECT_TRUE(is_signed_by(message, keys::rsa2048().shown));
    message.payload.pop_back();
    EXPECT_FALSE(is_signed_by(message, keys::rsa2048().shown));
    // The padding of PKCS #1, version 1.5, is another algorithm (RS256), also under this name.
    message = unsigned_message(-37);
    message.signature = sign(key, EVP_sha256(), false, signed_bytes(message));
    EXPECT_FALSE(is_signed_by(message, keys::rsa2048().shown));
}

// ---- algorithms and keys that do not belong together ----

TEST(CoseSign1, AKeyVerifiesUnderItsOwnAlgorithmOnly) {
    CoseSign1 message = unsigned_message(-7);
    message.signature = sign(keys::ed25519().secret.get(), nullptr, false, signed_bytes(message));
    EXPECT_FALSE(is_signed_by(message, keys::ed25519().shown));
    message = unsigned_message(-8);
    message.signature = *keys::issuer_key().sign(signed_bytes(message));
    EXPECT_FALSE(is_signed_by(message, keys::issuer_key().verification_key()));
}

// HMAC 256/256 (5) with the public key as its secret: whoever has the key could "sign" so.
TEST(CoseSign1, AMacWithThePublicKeyIsNoSignature) {
    const VerificationKey& key = keys::issuer_key().verification_key();
    for (const std::int64_t algorithm : {5, 4, -7}) {
        CoseSign1 message = unsigned_message(algorithm);
        const base::Bytes covered = signed_bytes(message);
        message.signature.resize(32);
        unsigned int size = 32;
        HMAC(EVP_sha256(), key.der().data(), static_cast<int>(key.der().size()),
             reinterpret_cast<const unsigned char*>(covered.data()), covered.size(),
             reinterpret_cast<unsigned char*>(message.signature.data()), &size);
        EXPECT_FALSE(is_signed_by(message, key)) << algorithm;
    }
}

TEST(CoseSign1, ASignatureHasOneLength) {
    CoseSign1 message = unsigned_message(-7);
    message.signature = *keys::issuer_key().sign(signed_bytes(message));
    const VerificationKey& key = keys::issuer_key().verification_key();
    ASSERT_TRUE(is_signed_by(message, key));
    message.signature.push_back(std::byte{0});
    EXPECT_FALSE(is_signed_by(message, key));
    message.signature.resize(63);
    EXPECT_FALSE(is_signed_by(message, key));
    message.signature.assign(64, std::byte{0});
    EXPECT_FALSE(is_signed_by(message, key));
    message.signature.clear();
    EXPECT_FALSE(is_signed_by(message, key));
}

// ---- keys ----

TEST(SigningKey, IsWrittenAndReadAsPem) {
    const auto pem = keys::issuer_key().pem();
    const auto again = SigningKey::from_pem(pem);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->verification_key().id(), keys::issuer_key().verification_key().id());
    const auto shown = VerificationKey::from_pem(again->verification_key().pem());
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->id(), again->verification_key().id());
    EXPECT_FALSE(VerificationKey::from_pem(pem)) << "a private key passed for a public one";
    EXPECT_FALSE(SigningKey::from_pem(again->verification_key().pem()));
}

TEST(VerificationKey, IsOfAKnownKindAndSize) {
    for (const char* curve : {"P-384", "secp256k1"}) {
        EXPECT_EQ(VerificationKey::from_handle(openssl::PrivateKey(EVP_EC_gen(curve))).error().code,
                  base::ErrorCode::unsupported);
    }
    EXPECT_FALSE(VerificationKey::from_handle(
        openssl::PrivateKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", size_t{1024}))));
    EXPECT_FALSE(VerificationKey::from_handle(
        openssl::PrivateKey(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED448"))));
    EXPECT_FALSE(VerificationKey::from_pem("nothing"));
    base::Bytes der = keys::cose_wg_key().der();
    der.push_back(std::byte{0});
    EXPECT_FALSE(VerificationKey::from_der(der));
}

} // namespace
} // namespace rexue::credential
