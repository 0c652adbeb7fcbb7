// Identifiers sort by the millisecond they were made in, and have exactly one spelling per case.
#include "platform/base/uuid.h"

#include <chrono>
#include <set>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace rexue::base {
namespace {

using std::chrono::milliseconds;
using std::chrono::system_clock;

system_clock::time_point at_millisecond(long long count) {
    return system_clock::time_point(milliseconds(count));
}

TEST(Uuid, ShowsVersionSevenAndTheRfcVariant) {
    for (int i = 0; i < 200; ++i) {
        const std::string text = make_uuid_v7(system_clock::now()).to_string();
        ASSERT_EQ(text.size(), 36U);
        EXPECT_EQ(text[14], '7') << text;
        EXPECT_NE(std::string("89ab").find(text[19]), std::string::npos) << text;
    }
}

TEST(Uuid, BeginsWithTheMillisecondsSince1970) {
    // 2026-06-14T02:24:05.123Z is 0x019ec3f18203 milliseconds after 1970.
    const auto uuid = make_uuid_v7(at_millisecond(0x019ec3f18203));
    EXPECT_EQ(uuid.to_string().substr(0, 13), "019ec3f1-8203");
}

TEST(Uuid, OfOneMillisecondDiffer) {
    std::set<Uuid> made;
    for (int i = 0; i < 1000; ++i)
        made.insert(make_uuid_v7(at_millisecond(1'000)));
    EXPECT_EQ(made.size(), 1000U);
}

RC_GTEST_PROP(Uuid, SortsByTimeAsBytesAndAsText, ()) {
    const auto earlier = *rc::gen::inRange<long long>(0, 0xFFFF'FFFF'FFFELL);
    const auto later = *rc::gen::inRange<long long>(earlier + 1, 0xFFFF'FFFF'FFFFLL);
    const Uuid first = make_uuid_v7(at_millisecond(earlier / 1000));
    const Uuid second = make_uuid_v7(at_millisecond(later / 1000 + 1));
    RC_ASSERT(first < second);
    RC_ASSERT(first.to_string() < second.to_string());
}

RC_GTEST_PROP(Uuid, ReadsWhatItWrites, (const std::array<std::uint8_t, 16>& bytes)) {
    const Uuid uuid{.bytes = bytes};
    const auto read = parse_uuid(uuid.to_string());
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == uuid);
}

TEST(Uuid, ReadsUpperCase) {
    const auto read = parse_uuid("019EC3E8-2AC3-7ABC-8DEF-0123456789AB");
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->to_string(), "019ec3e8-2ac3-7abc-8def-0123456789ab");
}

TEST(Uuid, RefusesEverythingElse) {
    for (const char* text : {
             "", "019ec3e8",
             "019ec3e82ac37abc8def0123456789ab",                 // no hyphens
             "019ec3e8-2ac3-7abc-8def-0123456789a",              // one short
             "019ec3e8-2ac3-7abc-8def-0123456789abc",            // one long
             "019ec3e8-2ac3-7abc-8def-0123456789ag",             // no hexadecimal digit
             "019ec3e82-ac3-7abc-8def-0123456789ab",             // a hyphen in the wrong place
             "019ec3e8-2ac3-7abc-8def--123456789ab",             // one too many
             "{019ec3e8-2ac3-7abc-8def-0123456789}",             // braces
             " 019ec3e8-2ac3-7abc-8def-0123456789a",             // a space
             "019ec3e8-2ac3-7abc-8def-01234567\xE4\xB8\xAD\xE6", // not ASCII
         }) {
        const auto read = parse_uuid(text);
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error().code, ErrorCode::invalid_argument);
        EXPECT_EQ(read.error().detail, "not a UUID"); // never the text itself
    }
}

} // namespace
} // namespace rexue::base
