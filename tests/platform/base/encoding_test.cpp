// Hexadecimal and Base64: what is written reads back, and one value has one text.
#include "platform/base/encoding.h"

#include <cstdint>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::base {
namespace {

Bytes to_bytes(const std::vector<std::uint8_t>& values) {
    Bytes bytes;
    for (const auto value : values)
        bytes.push_back(static_cast<std::byte>(value));
    return bytes;
}

std::string text_of(const Bytes& bytes) {
    std::string text;
    for (const auto byte : bytes)
        text += static_cast<char>(byte);
    return text;
}

TEST(Hex, IsLowerCaseAndReadsBothCases) {
    EXPECT_EQ(hex_encode(to_bytes({0x00, 0x0F, 0xA5, 0xFF})), "000fa5ff");
    EXPECT_EQ(hex_decode("000FA5ff").value(), to_bytes({0x00, 0x0F, 0xA5, 0xFF}));
    EXPECT_EQ(hex_encode({}), "");
    EXPECT_TRUE(hex_decode("").value().empty());
}

TEST(Hex, RefusesHalvesAndStrangers) {
    for (const char* text : {"0", "abc", "0g", "0x", " 0", "0-", "\xC3\xA9"}) {
        const auto read = hex_decode(text);
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error().code, ErrorCode::invalid_argument) << text;
    }
}

// RFC 4648 §10.
TEST(Base64, KnowsTheVectorsOfTheRfc) {
    const std::pair<const char*, const char*> rows[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
    };
    for (const auto& [plain, encoded] : rows) {
        EXPECT_EQ(base64_encode(bytes_of(plain)), encoded);
        ASSERT_TRUE(base64_decode(encoded).has_value()) << encoded;
        EXPECT_EQ(text_of(*base64_decode(encoded)), plain);
    }
    EXPECT_EQ(base64_encode(to_bytes({0xFB, 0xEF, 0xFF})), "++//");
}

TEST(Base64, RefusesWhatIsNotCanonical) {
    for (const char* text : {
             "Z", "Zg", "Zg=",  // padding is missing
             "Zh==",            // bits under the padding are set
             "Zm9=",            // the same with one padding sign
             "====", "Z===",    // only padding
             "=Zg=", "Zg=a",    // padding before the end
             "Zg==Zg==",        // padding in the middle
             "Zm9v\n", "Zm9\n", // line ends
             "Zm 9v===",        // spaces
             "Zm9-", "Zm9_",    // the URL alphabet
             "Zm9\xC3",         // not ASCII
         }) {
        EXPECT_FALSE(base64_decode(text).has_value()) << text;
    }
    EXPECT_FALSE(base64_decode(std::string_view("Zm9\0", 4)).has_value());
}

RC_GTEST_PROP(Base64, ReadsWhatItWrites, (const std::vector<std::uint8_t>& values)) {
    const Bytes bytes = to_bytes(values);
    const auto read = base64_decode(base64_encode(bytes));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == bytes);
}

// The other way round: no two texts mean the same bytes.
RC_GTEST_PROP(Base64, WritesExactlyWhatItReads, ()) {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("ABgwxyz019+/==")));
    if (const auto read = base64_decode(text)) RC_ASSERT(base64_encode(*read) == text);
}

RC_GTEST_PROP(Hex, ReadsWhatItWrites, (const std::vector<std::uint8_t>& values)) {
    const auto read = hex_decode(hex_encode(to_bytes(values)));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == to_bytes(values));
}

} // namespace
} // namespace rexue::base
