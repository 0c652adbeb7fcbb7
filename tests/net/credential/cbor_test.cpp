// CBOR by the examples of RFC 8949, appendix A, and each way in which an item may be two things.
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "net/credential/cbor_json.h"
#include "net/credential/cbor_reader.h"
#include "net/credential/cbor_writer.h"

namespace rexue::credential::cbor {
namespace {

base::Result<Value> read_hex(std::string_view hex, Form form = Form::deterministic,
                             const Limits& limits = {}) {
    return read(*base::hex_decode(hex), form, limits);
}

std::string json_of(std::string_view hex, Form form = Form::deterministic) {
    const auto value = read_hex(hex, form);
    return value ? boost::json::serialize(to_json(*value)) : "refused: " + value.error().detail;
}

std::string again(std::string_view hex) {
    const auto value = read_hex(hex);
    return value ? base::hex_encode(write(*value)) : "refused";
}

struct Example {
    const char* hex;
    const char* json;
};

// RFC 8949, appendix A.
constexpr Example examples[]{
    {.hex = "00", .json = "0"},
    {.hex = "17", .json = "23"},
    {.hex = "1818", .json = "24"},
    {.hex = "1903e8", .json = "1000"},
    {.hex = "1a000f4240", .json = "1000000"},
    {.hex = "1b000000e8d4a51000", .json = "1000000000000"},
    {.hex = "1bffffffffffffffff", .json = "18446744073709551615"},
    {.hex = "3bffffffffffffffff", .json = R"("-1-18446744073709551615")"},
    {.hex = "20", .json = "-1"},
    {.hex = "3903e7", .json = "-1000"},
    {.hex = "f4", .json = "false"},
    {.hex = "f5", .json = "true"},
    {.hex = "f6", .json = "null"},
    {.hex = "f7", .json = "null"},
    {.hex = "c11a514b67b0", .json = "1363896240"},
    {.hex = "40", .json = R"("")"},
    {.hex = "4401020304", .json = R"("01020304")"},
    {.hex = "6449455446", .json = R"("IETF")"},
    {.hex = "63e6b0b4", .json = R"("水")"},
    {.hex = "83010203", .json = "[1,2,3]"},
    {.hex = "8301820203820405", .json = "[1,[2,3],[4,5]]"},
    {.hex = "a201020304", .json = R"({"1":2,"3":4})"},
    {.hex = "a26161016162820203", .json = R"({"a":1,"b":[2,3]})"},
};

TEST(Cbor, ReadsAndWritesTheExamplesOfTheStandard) {
    for (const Example& example : examples) {
        EXPECT_EQ(json_of(example.hex), example.json) << example.hex;
        EXPECT_EQ(again(example.hex), example.hex);
    }
}

TEST(Cbor, RefusesIndefiniteLengthsInEitherForm) {
    for (const char* hex : {"9f0102ff", "bf6161ffff", "5f42010243030405ff",
                            "7f657374726561646d696e67ff", "9fff", "ff", "bf01ff"}) {
        EXPECT_FALSE(read_hex(hex, Form::any)) << hex;
        EXPECT_FALSE(read_hex(hex)) << hex;
    }
}

TEST(Cbor, RefusesAKeyThatComesTwice) {
    for (const char* hex : {"a201020103", "a2616101616102", "a2810101810102"})
        EXPECT_FALSE(read_hex(hex, Form::any)) << hex;
    // The same number in two widths is one key.
    EXPECT_FALSE(read_hex("a20102180103", Form::any));
}

TEST(Cbor, RefusesBytesBehindTheItem) {
    EXPECT_FALSE(read_hex("0000", Form::any));
    EXPECT_FALSE(read_hex("8101f6", Form::any));
}

TEST(Cbor, RefusesWhatEndsTooEarly) {
    for (const char* hex :
         {"", "18", "1a0000", "62", "6261", "82", "8201", "a1", "a101", "c1", "5bffffffffffffffff",
          "9bffffffffffffffff", "bbffffffffffffffff", "7b7fffffffffffffff"}) {
        EXPECT_FALSE(read_hex(hex, Form::any)) << hex;
    }
}

TEST(Cbor, RefusesHeadsWithoutAMeaning) {
    for (const char* hex : {"1c", "3d", "5e", "f800", "f818", "f8ff", "fc", "e0", "f3", "df"})
        EXPECT_FALSE(read_hex(hex, Form::any)) << hex;
}

TEST(Cbor, RefusesTextThatIsNoUtf8) {
    for (const char* hex : {"61ff", "62c080", "63eda080", "64f4908080"})
        EXPECT_FALSE(read_hex(hex, Form::any)) << hex;
}

TEST(Cbor, DemandsTheShortestHeadsOfUsOnly) {
    for (const char* hex : {"1801", "1900ff", "1a0000ffff", "1b00000000ffffffff", "3801", "5801ff",
                            "780161", "9801f6", "b8010101", "d80101"}) {
        EXPECT_FALSE(read_hex(hex)) << hex;
        EXPECT_TRUE(read_hex(hex, Form::any)) << hex;
    }
}

TEST(Cbor, DemandsTheOrderOfKeysOfUsOnly) {
    EXPECT_FALSE(read_hex("a203040102"));
    EXPECT_EQ(json_of("a203040102", Form::any), R"({"3":4,"1":2})");
}

TEST(Cbor, ReadsFractionsOfOthersOnly) {
    EXPECT_EQ(json_of("f93e00", Form::any), "1.5E0");
    EXPECT_EQ(json_of("fb3ff199999999999a", Form::any), "1.1E0");
    EXPECT_EQ(json_of("f97e00", Form::any), "null");
    EXPECT_FALSE(read_hex("f93e00"));
}

TEST(Cbor, HasALimitOnDepth) {
    const auto nested = [](int depth) {
        std::string hex;
        for (int i = 1; i < depth; ++i)
            hex += i % 2 == 0 ? "81" : "c1";
        return hex + "00";
    };
    EXPECT_TRUE(read_hex(nested(16), Form::any));
    const auto deeper = read_hex(nested(17), Form::any);
    ASSERT_FALSE(deeper);
    EXPECT_EQ(deeper.error().code, base::ErrorCode::limit_exceeded);
    EXPECT_FALSE(read_hex(nested(30'000), Form::any));
}

TEST(Cbor, HasALimitOnItemsAndBytes) {
    std::string many = "990800"; // 2048 items and the array itself
    for (int i = 0; i < 2048; ++i)
        many += "00";
    EXPECT_EQ(read_hex(many).error().code, base::ErrorCode::limit_exceeded);
    EXPECT_TRUE(read_hex("83010203", Form::any, {.max_bytes = 4}));
    EXPECT_EQ(read_hex("83010203", Form::any, {.max_bytes = 3}).error().code,
              base::ErrorCode::limit_exceeded);
}

TEST(Cbor, SaysNothingOfWhatItRead) {
    const auto refused = read_hex("8266e7a4bae4be8bff");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().detail.find("示例"), std::string::npos);
}

// Whatever is accepted in our form is exactly what we write.
RC_GTEST_PROP(Cbor, OurFormIsWhatWeWrite, (const std::vector<std::uint8_t>& random)) {
    const auto bytes = std::as_bytes(std::span(random));
    const auto value = read(bytes, Form::deterministic);
    if (value) RC_ASSERT(write(*value) == base::Bytes(bytes.begin(), bytes.end()));
}

RC_GTEST_PROP(Cbor, IntegersComeBack, (std::int64_t number)) {
    const auto value = read(write(integer(number)), Form::deterministic);
    RC_ASSERT(value.has_value());
    RC_ASSERT(as_integer(*value) == number);
}

} // namespace
} // namespace rexue::credential::cbor
