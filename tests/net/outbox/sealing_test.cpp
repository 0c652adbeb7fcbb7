// A sealed record is opened by the server alone and believed only as the terminal made it.
#include "net/outbox/sealing.h"

#include <gmock/gmock.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sodium.h>

#include "net/wire/visits.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "tests/net/outbox/outbox_fixture.h"

namespace rexue::outbox {

namespace {

using testing::HasSubstr;
using testing::Not;

struct ServerKeys {
    SealingKey public_key{};
    std::array<unsigned char, crypto_box_SECRETKEYBYTES> secret_key{};

    ServerKeys() {
        EXPECT_GE(sodium_init(), 0);
        crypto_box_keypair(reinterpret_cast<unsigned char*>(public_key.data()), secret_key.data());
    }
};

template <typename Record>
base::Result<Record> open_box(const std::string& ciphertext, const ServerKeys& keys) {
    const auto box = base::base64_decode(ciphertext);
    if (!box || box->size() < crypto_box_SEALBYTES) {
        return base::fail(base::ErrorCode::corrupt, "too short");
    }
    std::string plain(box->size() - crypto_box_SEALBYTES, '\0');
    const int opened = crypto_box_seal_open(
        reinterpret_cast<unsigned char*>(plain.data()),
        reinterpret_cast<const unsigned char*>(box->data()), box->size(),
        reinterpret_cast<const unsigned char*>(keys.public_key.data()), keys.secret_key.data());
    if (opened != 0) return base::fail(base::ErrorCode::corrupt, "not opened");
    return json::from_json<Record>(*json::parse(plain));
}

base::Result<wire::VisitRecord> open_sealed_record(const wire::SealedRecord& sealed,
                                                   const ServerKeys& keys) {
    return open_box<wire::VisitRecord>(sealed.ciphertext, keys);
}

template <typename Sealed>
bool is_signed_by(const Sealed& sealed, const TerminalKey& terminal) {
    const std::string pem = *terminal.public_pem();
    const std::string text = wire::signed_text(sealed);
    const auto signature = base::base64_decode(sealed.signature);
    if (!signature) return false;
    BIO* memory = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    EVP_PKEY* key = PEM_read_bio_PUBKEY(memory, nullptr, nullptr, nullptr);
    EVP_MD_CTX* digest = EVP_MD_CTX_new();
    const bool good =
        EVP_DigestVerifyInit(digest, nullptr, EVP_sha256(), nullptr, key) == 1 &&
        EVP_DigestVerify(digest, reinterpret_cast<const unsigned char*>(signature->data()),
                         signature->size(), reinterpret_cast<const unsigned char*>(text.data()),
                         text.size()) == 1;
    EVP_MD_CTX_free(digest);
    EVP_PKEY_free(key);
    BIO_free(memory);
    return good;
}

wire::VisitRecord a_visit_record() {
    return {.visit = base::make_uuid_v7(noon),
            .house = wire::HouseId("qd-test"),
            .ticket = "A012",
            .checked_in_at = noon,
            .name = "测试人甲",
            .document_number = "11010119900101001X",
            .birth = base::Date(a_day),
            .nationality = "PAK",
            .authority = "示例市公安局",
            .permit_number = "H01234567",
            .issue_count = 2,
            .document_valid_from = base::Date(a_day),
            .intended_volume_ml = 400};
}

wire::BookingRecord a_booking_record() {
    return {.booking = base::make_uuid_v7(noon),
            .house = wire::HouseId("qd-test"),
            .made_at = noon,
            .day = the_day_after,
            .types = {wire::DonationType::platelets},
            .donor = wire::DonorId("d-1"),
            .card_number = "0000000000000195",
            .name = "测试人甲",
            .document_number = "11010119900101001X"};
}

class SealingTest : public testing::Test {
  protected:
    wire::SealedRecord sealed(int revision = 1) {
        auto made = seal(a_visit_record(), revision, wire::TerminalId("t-1"), server_.public_key,
                         terminal_);
        EXPECT_TRUE(made);
        return *made;
    }

    ServerKeys server_;
    TerminalKey terminal_ = std::move(*TerminalKey::generate());
};

TEST_F(SealingTest, TheServerReadsWhatTheTerminalSealed) {
    const auto record = a_visit_record();
    const auto made = seal(record, 3, wire::TerminalId("t-1"), server_.public_key, terminal_);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->visit, record.visit);
    EXPECT_EQ(made->revision, 3);
    EXPECT_EQ(made->algorithm, wire::sealing_algorithm);
    EXPECT_TRUE(is_signed_by(*made, terminal_));
    const auto opened = open_sealed_record(*made, server_);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->name, record.name);
    EXPECT_EQ(opened->document_number, record.document_number);
    EXPECT_EQ(opened->birth, record.birth);
    EXPECT_EQ(opened->intended_volume_ml, 400);
}

TEST_F(SealingTest, NothingPersonalIsLegibleOutside) {
    const std::string text = boost::json::serialize(json::to_json(sealed()));
    EXPECT_THAT(text, Not(HasSubstr("测试人甲")));
    EXPECT_THAT(text, Not(HasSubstr("11010119900101001X")));
    EXPECT_THAT(text, Not(HasSubstr("A012")));
}

TEST_F(SealingTest, ABookingIsReadByTheServerAndLegibleToNobodyElse) {
    const auto record = a_booking_record();
    const auto made = seal(record, wire::TerminalId("t-1"), server_.public_key, terminal_);
    ASSERT_TRUE(made);
    EXPECT_EQ(made->booking, record.booking);
    EXPECT_EQ(made->algorithm, wire::sealing_algorithm);
    EXPECT_TRUE(is_signed_by(*made, terminal_));
    const auto opened = open_box<wire::BookingRecord>(made->ciphertext, server_);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->day, the_day_after);
    EXPECT_EQ(opened->types, record.types);
    EXPECT_EQ(opened->document_number, record.document_number);
    const std::string text = boost::json::serialize(json::to_json(*made));
    for (const char* word : {"测试人甲", "11010119900101001X", "0000000000000195", "d-1", "2026"})
        EXPECT_THAT(text, Not(HasSubstr(word)));
}

// A visit's signature over the same members is not a booking's.
TEST_F(SealingTest, ABookingsSignatureBeginsWithAWordOfItsOwn) {
    const auto made =
        *seal(a_booking_record(), wire::TerminalId("t-1"), server_.public_key, terminal_);
    EXPECT_TRUE(wire::signed_text(made).starts_with("booking\n"));
    auto changed = made;
    changed.booking = base::make_uuid_v7(noon);
    EXPECT_FALSE(is_signed_by(changed, terminal_));
    changed = made;
    changed.terminal.value = "t-2";
    EXPECT_FALSE(is_signed_by(changed, terminal_));
}

TEST_F(SealingTest, AWipedBookingHoldsNothing) {
    auto record = a_booking_record();
    const char* donor = record.donor->value.data();
    wipe(record);
    EXPECT_EQ(std::string_view(donor, 3), std::string_view("\0\0\0", 3));
    EXPECT_FALSE(record.name);
    EXPECT_FALSE(record.document_number);
    EXPECT_FALSE(record.card_number);
}

TEST_F(SealingTest, TwoSealsOfOneRecordLookDifferent) {
    EXPECT_NE(sealed().ciphertext, sealed().ciphertext);
}

TEST_F(SealingTest, AnotherServerCannotOpenIt) {
    EXPECT_FALSE(open_sealed_record(sealed(), ServerKeys()));
}

TEST_F(SealingTest, AnotherTerminalsSignatureIsNotOurs) {
    EXPECT_FALSE(is_signed_by(sealed(), *TerminalKey::generate()));
}

TEST_F(SealingTest, AnyChangedMemberBreaksTheSignature) {
    const auto good = sealed();
    ASSERT_TRUE(is_signed_by(good, terminal_));
    auto changed = good;
    changed.visit = base::make_uuid_v7(noon);
    EXPECT_FALSE(is_signed_by(changed, terminal_));
    changed = good;
    changed.revision = 2;
    EXPECT_FALSE(is_signed_by(changed, terminal_));
    changed = good;
    changed.terminal.value = "t-2";
    EXPECT_FALSE(is_signed_by(changed, terminal_));
    changed = good;
    changed.ciphertext = sealed().ciphertext;
    EXPECT_FALSE(is_signed_by(changed, terminal_));
}

TEST_F(SealingTest, AChangedByteOpensNothing) {
    const auto good = sealed();
    auto bytes = *base::base64_decode(good.ciphertext);
    for (const size_t at : {size_t{0}, bytes.size() / 2, bytes.size() - 1}) {
        auto changed = good;
        auto damaged = bytes;
        damaged[at] ^= std::byte{1};
        changed.ciphertext = base::base64_encode(damaged);
        EXPECT_FALSE(open_sealed_record(changed, server_)) << "byte " << at;
    }
}

TEST_F(SealingTest, AWipedRecordHoldsNothing) {
    auto record = a_visit_record();
    // A short text lies inside its string: its bytes can be looked at afterwards.
    const char* ticket = record.ticket.data();
    wipe(record);
    EXPECT_EQ(std::string_view(ticket, 4), std::string_view("\0\0\0\0", 4));
    EXPECT_FALSE(record.name);
    EXPECT_FALSE(record.document_number);
}

TEST(TerminalKeyTest, SurvivesItsFile) {
    const auto key = TerminalKey::generate();
    const auto again = TerminalKey::from_pem(*key->to_pem());
    ASSERT_TRUE(again);
    EXPECT_EQ(*again->public_pem(), *key->public_pem());
}

TEST(TerminalKeyTest, RefusesWhatIsNoP256Key) {
    EXPECT_EQ(TerminalKey::from_pem("").error().code, base::ErrorCode::corrupt);
    EXPECT_EQ(TerminalKey::from_pem("-----BEGIN PRIVATE KEY-----\nAAAA\n").error().code,
              base::ErrorCode::corrupt);
    EVP_PKEY* other = EVP_EC_gen("P-384");
    BIO* memory = BIO_new(BIO_s_mem());
    PEM_write_bio_PKCS8PrivateKey(memory, other, nullptr, nullptr, 0, nullptr, nullptr);
    char* data = nullptr;
    const auto length = static_cast<size_t>(BIO_get_mem_data(memory, &data));
    EXPECT_EQ(TerminalKey::from_pem({data, length}).error().code, base::ErrorCode::corrupt);
    BIO_free(memory);
    EVP_PKEY_free(other);
}

TEST(SealingKeyTest, IsThirtyTwoBytesInBase64) {
    EXPECT_TRUE(parse_sealing_key(base::base64_encode(base::Bytes(32))));
    EXPECT_FALSE(parse_sealing_key(base::base64_encode(base::Bytes(31))));
    EXPECT_FALSE(parse_sealing_key("not base64"));
}

} // namespace

} // namespace rexue::outbox
