// The line of rexuectl honours, and its exit codes.
#include "kiosk/ctl/honours.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "platform/json/parse.h"
#include "tests/support/test_folder.h"

namespace rexue::ctl {

namespace {

namespace fs = std::filesystem;

struct Answer {
    int code;
    std::string out;
    std::string err;
};

Answer run(const HonoursOrder& order, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    const int code = honours(order, in, out, err);
    return {.code = code, .out = out.str(), .err = err.str()};
}

Answer ask(const std::string& record) {
    return run({.file = "-", .assets = REXUE_SOURCE_DIR "/assets"}, record);
}

constexpr const char* two_donations =
    R"({"on":"2026-06-15","province":"370000","city":"370300","volunteer_hours":100,
        "history":[{"date":"2024-06-01","type":"whole_blood","ml":400},
                   {"date":"2025-06-01","type":"platelets","units":2}]})";

} // namespace

TEST(HonoursTest, OneLineWithTheThreeLedgersAndTheMoments) {
    const Answer answer = ask(two_donations);
    EXPECT_EQ(answer.code, 0);
    EXPECT_EQ(answer.err, "");
    EXPECT_EQ(std::ranges::count(answer.out, '\n'), 1);
    const auto value = json::parse(answer.out).value();
    ASSERT_EQ(value.as_object().size(), 4u);
    EXPECT_EQ(value.at("awards").at("counts").as_int64(), 4);
    EXPECT_EQ(value.at("fee_relief").at("volume_ml").as_int64(), 2000);
    EXPECT_EQ(value.at("fee_relief").at("lines").at(0).at("gives").as_string(), "unlimited");
    EXPECT_FALSE(value.at("honour_card").at(0).at("held").as_bool());
    EXPECT_TRUE(value.at("moments").as_array().empty());
}

TEST(HonoursTest, EachFigureHasItsRuleAndWhetherItIsVerified) {
    const auto value = json::parse(ask(two_donations).out).value();
    const auto& next = value.at("awards").at("lines").at(0).at("next");
    EXPECT_EQ(boost::json::serialize(next),
              R"({"rule":"national-bronze","title":{"zh_CN":"奉献奖铜奖",)"
              R"("en":"Dedication Award, bronze"},"at":20,"missing":16,)"
              R"("source":"全国无偿献血表彰奖励办法(2022年版); P30 P31","verified":true})");
    EXPECT_EQ(value.at_pointer("/awards/lines/2/reached/0/rule").as_string(), "national-star-1");
    for (const char* at : {"/awards/counted/0", "/awards/lines/2/reached/0", "/honour_card/0",
                           "/fee_relief/platelets", "/fee_relief/lines/0", "/fee_relief/lines/1"}) {
        const auto& figure = value.at_pointer(at).as_object();
        EXPECT_TRUE(figure.at("rule").is_string()) << at;
        EXPECT_TRUE(figure.at("verified").is_bool()) << at;
        EXPECT_TRUE(figure.at("source").is_string()) << at;
    }
}

TEST(HonoursTest, AFaultIsOneLineWithItsPointerAndNothingElse) {
    const Answer answer = ask(R"({"on":"2026-06-15","province":"370000",
        "history":[{"date":"2026-06-16","type":"whole_blood","ml":400}]})");
    EXPECT_EQ(answer.code, 2);
    EXPECT_EQ(answer.out, "");
    EXPECT_EQ(answer.err, "error: standard input: /history/0/date: lies in the future\n");
    EXPECT_EQ(ask("{").code, 2);
    EXPECT_EQ(run({.file = "/nowhere.json", .assets = REXUE_SOURCE_DIR "/assets"}).code, 2);
}

TEST(HonoursTest, AnUnknownMemberOfAnAssetIsNamedWithItsFile) {
    const support::TestFolder folder;
    for (const char* name :
         {"rulebooks", "awards", "honour-cards", "fee-relief", "benefits", "moments"}) {
        fs::create_directory(folder.path() / name);
    }
    std::ofstream(folder.path() / "fee-relief" / "370000.json") << R"({"id":"x"})";
    const Answer answer = run({.file = "-", .assets = folder.path()}, two_donations);
    EXPECT_EQ(answer.code, 2);
    EXPECT_EQ(answer.err, "error: fee-relief/370000.json: /version: is missing\n");
    EXPECT_EQ(answer.out, "");
}

} // namespace rexue::ctl
