// Structs through JSON: the same back, and every fault named by where it is.
#include "platform/json/codec.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/json/parse.h"

namespace rexue::json {

enum class Colour { crimson, gold };
BOOST_DESCRIBE_ENUM(Colour, crimson, gold)

struct Desk {
    std::string name;
    std::optional<int> window;

    bool operator==(const Desk&) const = default;
};
BOOST_DESCRIBE_STRUCT(Desk, (), (name, window))

struct Everything {
    bool open = false;
    std::int32_t small = 0;
    std::int64_t large = 0;
    std::uint8_t tiny = 0;
    std::uint64_t huge = 0;
    double share = 0;
    std::string text;
    Colour colour = Colour::crimson;
    base::Uuid id;
    base::Date day{std::chrono::year(2026), std::chrono::month(6), std::chrono::day(14)};
    base::Instant at{};
    base::StrongId<struct HouseTag> house;
    std::optional<std::string> remark;
    std::vector<Desk> desks;
    std::vector<std::optional<int>> gaps;

    bool operator==(const Everything&) const = default;
};
BOOST_DESCRIBE_STRUCT(Everything, (),
                      (open, small, large, tiny, huge, share, text, colour, id, day, at, house,
                       remark, desks, gaps))

namespace {

boost::json::value from_text(std::string_view text) {
    return parse(text).value();
}

template <typename T>
std::string fault_of(std::string_view text) {
    const auto read = from_json<T>(from_text(text));
    if (read) return "";
    EXPECT_EQ(read.error().code, base::ErrorCode::invalid_argument);
    return read.error().detail;
}

std::string printable_text() {
    return *rc::gen::container<std::string>(rc::gen::inRange<char>(' ', '~'));
}

RC_GTEST_PROP(Codec, ReadsWhatItWrites, ()) {
    Everything all;
    all.open = *rc::gen::arbitrary<bool>();
    all.small = *rc::gen::arbitrary<std::int32_t>();
    all.large = *rc::gen::arbitrary<std::int64_t>();
    all.tiny = *rc::gen::arbitrary<std::uint8_t>();
    all.huge = *rc::gen::arbitrary<std::uint64_t>();
    // Boost 1.81 reads the last bit of a long fraction inexactly; eighths are exact.
    all.share = *rc::gen::inRange(-8000, 8000) / 8.0;
    all.text = printable_text() + "𠮷\n\"\\\t" + printable_text();
    all.colour = *rc::gen::element(Colour::crimson, Colour::gold);
    all.id.bytes = *rc::gen::arbitrary<std::array<std::uint8_t, 16>>();
    all.at = base::Instant(std::chrono::milliseconds(*rc::gen::inRange<long long>(0, 1LL << 42)));
    all.house.value = printable_text();
    if (*rc::gen::arbitrary<bool>()) all.remark = printable_text();
    const int desks = *rc::gen::inRange(0, 5);
    for (int i = 0; i < desks; ++i)
        all.desks.push_back(
            {printable_text(), *rc::gen::element(std::optional<int>(i), std::optional<int>())});
    all.gaps = {*rc::gen::arbitrary<int>(), std::nullopt};

    // As a value, and as the text that crosses the wire.
    const auto value = to_json(all);
    RC_ASSERT(from_json<Everything>(value).value() == all);
    const auto again = from_json<Everything>(from_text(boost::json::serialize(value)));
    RC_ASSERT(again.value() == all);
}

TEST(Codec, LeavesEmptyOptionalsOut) {
    EXPECT_EQ(boost::json::serialize(to_json(Desk{.name = "w1", .window = {}})),
              R"({"name":"w1"})");
}

TEST(Codec, ReadsMissingAndNullOptionalsAsEmpty) {
    EXPECT_EQ(from_json<Desk>(from_text(R"({"name":"w1"})")).value().window, std::nullopt);
    EXPECT_EQ(from_json<Desk>(from_text(R"({"name":"w1","window":null})")).value().window,
              std::nullopt);
}

TEST(Codec, IgnoresWhatANewerPeerSays) {
    const auto read = from_json<Desk>(from_text(R"({"new":[{}],"name":"w1","window":2})"));
    EXPECT_EQ(read.value(), (Desk{.name = "w1", .window = 2}));
}

TEST(Codec, NamesWhereTheFaultIs) {
    EXPECT_EQ(fault_of<Desk>(R"({})"), "/name: is missing");
    EXPECT_EQ(fault_of<Desk>(R"([])"), "\"\": an object is wanted");
    EXPECT_EQ(fault_of<Desk>(R"({"name":7})"), "/name: a string is wanted");
    EXPECT_EQ(fault_of<Desk>(R"({"name":null})"), "/name: a string is wanted");
    EXPECT_EQ(fault_of<Desk>(R"({"name":"w1","window":"2"})"),
              "/window: a whole number in range is wanted");
    EXPECT_EQ(fault_of<std::vector<Desk>>(R"([{"name":"w1"},{"name":"w2","window":[]}])"),
              "/1/window: a whole number in range is wanted");
    EXPECT_EQ(fault_of<std::vector<Desk>>(R"({"0":{}})"), "\"\": a list is wanted");
    EXPECT_EQ(fault_of<bool>("1"), "\"\": true or false is wanted");
}

TEST(Codec, NeverRepeatsWhatItRefuses) {
    for (const char* text : {R"("secret-370202")", R"({"name":["secret-370202"]})"}) {
        EXPECT_EQ(fault_of<Desk>(text).find("secret"), std::string::npos);
        EXPECT_EQ(fault_of<base::Uuid>(text).find("secret"), std::string::npos);
        EXPECT_EQ(fault_of<Colour>(text).find("secret"), std::string::npos);
    }
}

TEST(Codec, HoldsNumbersToTheirRange) {
    EXPECT_EQ(from_json<std::uint8_t>(from_text("255")).value(), 255);
    EXPECT_EQ(from_json<std::int32_t>(from_text("-2147483648")).value(), -2147483647 - 1);
    EXPECT_EQ(from_json<std::uint64_t>(from_text("18446744073709551615")).value(), UINT64_MAX);
    EXPECT_NE(fault_of<std::uint8_t>("256"), "");
    EXPECT_NE(fault_of<std::uint8_t>("-1"), "");
    EXPECT_NE(fault_of<std::int32_t>("2147483648"), "");
    EXPECT_NE(fault_of<std::int64_t>("9223372036854775808"), "");
    EXPECT_NE(fault_of<std::int64_t>("18446744073709551616"), "");
    EXPECT_NE(fault_of<std::int32_t>("1.5"), "");
    EXPECT_NE(fault_of<std::int32_t>("1.0"), "");
    EXPECT_NE(fault_of<std::int32_t>("1e2"), "");
    EXPECT_NE(fault_of<std::int32_t>("true"), "");
    EXPECT_EQ(from_json<double>(from_text("3")).value(), 3.0);
    EXPECT_NE(fault_of<double>(R"("3")"), "");
}

TEST(Codec, KnowsTheWordsOfAnEnumOnly) {
    EXPECT_EQ(from_json<Colour>(from_text(R"("gold")")).value(), Colour::gold);
    EXPECT_EQ(boost::json::serialize(to_json(Colour::crimson)), R"("crimson")");
    for (const char* text : {R"("Gold")", R"("gold ")", R"("")", "1", "null", R"(["gold"])"}) {
        EXPECT_NE(fault_of<Colour>(text), "") << text;
    }
    // A NUL does not hide what follows.
    EXPECT_NE(fault_of<Colour>(R"("gold\u0000 and more")"), "");
}

TEST(Codec, RefusesMalformedTextFormsWithTheirPointer) {
    EXPECT_EQ(fault_of<base::Uuid>(R"("7")"), "\"\": not a UUID");
    EXPECT_EQ(fault_of<base::Date>(R"("2026-02-30")"), "\"\": not a date");
    EXPECT_NE(fault_of<base::Instant>(R"("2026-06-14T02:24:05Z")"), "");
}

TEST(Codec, LimitsStringsAndLists) {
    const std::string longest(max_string_bytes, 'x');
    EXPECT_TRUE(from_json<std::string>(boost::json::value(longest)).has_value());
    EXPECT_FALSE(from_json<std::string>(boost::json::value(longest + "x")).has_value());
    boost::json::array list(max_list_items, boost::json::value(1));
    EXPECT_TRUE(from_json<std::vector<int>>(boost::json::value(list)).has_value());
    list.emplace_back(1);
    EXPECT_FALSE(from_json<std::vector<int>>(boost::json::value(list)).has_value());
}

} // namespace
} // namespace rexue::json
