// Base45 by the examples of RFC 9285, and every text that is not one of its own.
#include "net/credential/base45.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::credential {
namespace {

std::string encoded(std::string_view text) {
    return base45_encode(base::bytes_of(text));
}

std::string decoded(std::string_view text) {
    const auto bytes = base45_decode(text);
    if (!bytes) return "refused";
    return {reinterpret_cast<const char*>(bytes->data()), bytes->size()};
}

// RFC 9285, sections 4.3 and 4.4.
TEST(Base45, EncodesTheExamplesOfTheStandard) {
    EXPECT_EQ(encoded("AB"), "BB8");
    EXPECT_EQ(encoded("Hello!!"), "%69 VD92EX0");
    EXPECT_EQ(encoded("base-45"), "UJCLQE7W581");
    EXPECT_EQ(encoded("ietf!"), "QED8WEX0");
    EXPECT_EQ(encoded(""), "");
}

TEST(Base45, DecodesTheExamplesOfTheStandard) {
    EXPECT_EQ(decoded("QED8WEX0"), "ietf!");
    EXPECT_EQ(decoded("%69 VD92EX0"), "Hello!!");
    EXPECT_EQ(decoded(""), "");
}

// "FGW" is 65535 and "GGW" 65536; "U5" is 255 and "V5" 256.
TEST(Base45, RefusesGroupsThatAreTooLarge) {
    EXPECT_EQ(decoded("FGW"), "\xFF\xFF");
    EXPECT_EQ(decoded("GGW"), "refused");
    EXPECT_EQ(decoded(":::"), "refused");
    EXPECT_EQ(decoded("U5"), "\xFF");
    EXPECT_EQ(decoded("V5"), "refused");
    EXPECT_EQ(decoded("::"), "refused");
}

TEST(Base45, RefusesLengthsThatNoBytesHave) {
    EXPECT_EQ(decoded("A"), "refused");
    EXPECT_EQ(decoded("BB8B"), "refused");
}

TEST(Base45, RefusesWhatIsNotInTheAlphabet) {
    for (const std::string_view text : {"bb8", "BB\n", "B#8",
                                        "B\xFF"
                                        "8",
                                        "BB!"})
        EXPECT_EQ(decoded(text), "refused") << text;
    EXPECT_EQ(base45_decode(std::string_view("BB\0", 3)).error().code,
              base::ErrorCode::invalid_argument);
}

RC_GTEST_PROP(Base45, ReadsBackWhatItWrote, (const std::string& text)) {
    RC_ASSERT(decoded(encoded(text)) == text);
}

// One form a byte string: what is read is what would be written.
RC_GTEST_PROP(Base45, ReadsNothingElse, ()) {
    const auto text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")));
    const auto bytes = base45_decode(text);
    if (bytes) RC_ASSERT(base45_encode(*bytes) == text);
}

} // namespace
} // namespace rexue::credential
