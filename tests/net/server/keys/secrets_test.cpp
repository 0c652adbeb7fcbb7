// Secrets of people and terminals, and the server's own keys.
#include "net/server/keys/secrets.h"

#include <set>

#include <gtest/gtest.h>

#include "net/server/keys/authority.h"
#include "net/server/keys/sealing.h"
#include "tests/net/server/samples.h"

namespace rexue::server::keys {
namespace {

using base::ErrorCode;

TEST(Pins, match_their_own_hash_alone) {
    const auto hash = hash_pin("1234");
    EXPECT_TRUE(hash.starts_with("$argon2id$"));
    EXPECT_TRUE(pin_matches(hash, "1234"));
    EXPECT_FALSE(pin_matches(hash, "1235"));
    EXPECT_FALSE(pin_matches("not a hash", "1234"));
    EXPECT_NE(hash_pin("1234"), hash) << "salted";
}

TEST(Pins, are_4_to_12_digits) {
    for (const char* good : {"1234", "123456789012"})
        EXPECT_TRUE(check_pin(good)) << good;
    for (const char* bad : {"", "123", "1234567890123", "12a4", "12 4"}) {
        EXPECT_FALSE(check_pin(bad)) << bad;
    }
}

TEST(EnrolmentCodes, are_read_however_they_are_typed) {
    const auto code = make_enrolment_code();
    EXPECT_EQ(code.size(), 14u);
    std::string typed = "  ";
    for (const char c : code) {
        if (c != '-') typed += static_cast<char>(std::tolower(c));
        typed += ' ';
    }
    EXPECT_EQ(normalise_enrolment_code(typed), normalise_enrolment_code(code));
    for (const char* bad : {"", "ABCD-EFGH-JKL", "ABCD-EFGH-JKLMN", "ABCD-EFGH-JKL0", "示例"}) {
        EXPECT_FALSE(normalise_enrolment_code(bad)) << bad;
    }
}

TEST(EnrolmentCodes, do_not_repeat) {
    std::set<std::string> codes;
    for (int i = 0; i < 1000; ++i)
        codes.insert(make_enrolment_code());
    EXPECT_EQ(codes.size(), 1000u);
}

TEST(Hashes, are_the_sha256_that_everybody_knows) {
    EXPECT_EQ(hash_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(AuthorityKeys, must_belong_together) {
    const auto one = Authority::make(tests::noon);
    const auto other = Authority::make(tests::noon);
    ASSERT_TRUE(one && other);
    EXPECT_TRUE(Authority::load(*one));
    EXPECT_EQ(Authority::load({one->key_pem, other->certificate_pem}).error().code,
              ErrorCode::corrupt);
    EXPECT_EQ(Authority::load({"", ""}).error().code, ErrorCode::corrupt);
}

TEST(ServerCertificate, is_renewed_for_other_hosts_and_before_it_ends) {
    const auto files = Authority::make(tests::noon);
    const auto authority = Authority::load(*files);
    ASSERT_TRUE(authority);
    const ServerNames names{.hosts = {"localhost", "127.0.0.1", "::1"}};
    const auto now =
        std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const auto pair = authority->certify_server(names, now);
    ASSERT_TRUE(pair) << pair.error().detail;
    const auto& pem = pair->certificate_pem;
    EXPECT_TRUE(still_serves(pem, names, now));
    EXPECT_FALSE(still_serves(pem, {.hosts = {"server.example"}}, now));
    EXPECT_FALSE(still_serves(pem, {.hosts = {"10.0.0.1"}}, now));
    EXPECT_FALSE(still_serves(pem, names, now + std::chrono::days(2 * 365 - 20)));
    EXPECT_EQ(authority->certify_server({.hosts = {"a b"}}, now).error().code,
              ErrorCode::invalid_argument);
    EXPECT_EQ(authority->certify_server({.hosts = {"x,DNS:evil.example"}}, now).error().code,
              ErrorCode::invalid_argument);
}

TEST(TerminalCertificate, needs_a_signing_request) {
    const auto authority = Authority::load(*Authority::make(tests::noon));
    EXPECT_EQ(authority->certify_terminal("nonsense", "t-1", tests::noon).error().code,
              ErrorCode::invalid_argument);
}

TEST(SealingKeys, open_nothing_that_was_not_sealed_for_them) {
    const auto keys = SealingKeys::load(SealingKeys::make_secret());
    ASSERT_TRUE(keys);
    EXPECT_EQ(keys->open(base::Bytes(10)).error().code, ErrorCode::corrupt);
    EXPECT_EQ(keys->open(base::Bytes(100)).error().code, ErrorCode::corrupt);
    EXPECT_EQ(SealingKeys::load(base::Bytes(31)).error().code, ErrorCode::corrupt);
}

} // namespace
} // namespace rexue::server::keys
