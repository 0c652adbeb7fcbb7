// rexuectl benefits: what is listed, exported, checked and imported.
#include "kiosk/ctl/benefits.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/support/test_folder.h"

namespace rexue::ctl {

namespace {

namespace fs = std::filesystem;

struct Answer {
    int code;
    std::string out;
    std::string err;
};

template <typename Command>
Answer run(Command command, BenefitsOrder order) {
    order.assets = REXUE_SOURCE_DIR "/assets";
    order.on = base::parse_date("2026-06-15").value();
    std::ostringstream out;
    std::ostringstream err;
    const int code = command(order, out, err);
    return {.code = code, .out = out.str(), .err = err.str()};
}

std::string text_of(const fs::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// The export of Zibo as a file, with one text of it replaced.
fs::path exported(const fs::path& folder, const std::string& format, const std::string& what = "",
                  const std::string& by = "") {
    std::string text = run(export_benefits, {.place = "370300", .format = format}).out;
    if (!what.empty()) text.replace(text.find(what), what.size(), by);
    const fs::path file = folder / ("zibo." + format);
    std::ofstream(file) << text;
    return file;
}

} // namespace

TEST(BenefitsTest, AListByPlaceKindAndWords) {
    const Answer answer =
        run(list_benefits, {.place = "370300", .kind = "transport", .text = "公交线路"});
    EXPECT_EQ(answer.code, 0);
    EXPECT_TRUE(answer.out.starts_with(
        R"({"place":"370300","as_of":"2025-06-13","id":"zibo-buses","kind":"transport",)"))
        << answer.out;
    EXPECT_EQ(std::ranges::count(answer.out, '\n'), 1);
    EXPECT_EQ(run(list_benefits, {.place = "Zibo"}).err,
              "error: a place is six digits, such as 370300\n");
    EXPECT_EQ(run(list_benefits, {.kind = "cake"}).err, "error: cake is no kind\n");
}

TEST(BenefitsTest, WhatIsExportedIsImportedAsItWas) {
    const support::TestFolder folder;
    fs::create_directory(folder.path() / "out");
    for (const char* format : {"csv", "json"}) {
        const Answer answer = run(import_benefits, {.file = exported(folder.path(), format),
                                                    .out = folder.path() / "out"});
        EXPECT_EQ(answer.code, 0) << answer.err;
        EXPECT_EQ(answer.out, "370300.json: 3 benefits\n");
        EXPECT_EQ(text_of(folder.path() / "out" / "370300.json"),
                  run(export_benefits, {.place = "370300", .format = "json"}).out);
    }
}

TEST(BenefitsTest, ACheckSaysWhatIsWrongByLineAndColumn) {
    const support::TestFolder folder;
    EXPECT_EQ(run(check_benefits, {.file = exported(folder.path(), "csv")}).out,
              "370300: 3 benefits\n");
    const Answer table =
        run(check_benefits, {.file = exported(folder.path(), "csv", ",sights,", ",cake,")});
    EXPECT_EQ(table.code, 2);
    EXPECT_EQ(table.err, "error: line 3, column kind: not one of the known words\n");
    const Answer json =
        run(check_benefits, {.file = exported(folder.path(), "json", "\"sights\"", "\"cake\"")});
    EXPECT_EQ(json.code, 2);
    EXPECT_EQ(json.err, "error: /benefits/1/kind: not one of the known words\n");
}

TEST(BenefitsTest, NothingIsWrittenOfAFileWithAFault) {
    const support::TestFolder folder;
    const Answer answer =
        run(import_benefits,
            {.file = exported(folder.path(), "csv", "210", "all"), .out = folder.path()});
    EXPECT_EQ(answer.code, 2);
    EXPECT_EQ(answer.out, "");
    EXPECT_EQ(answer.err, "error: line 2, column count: a whole number in range is wanted\n");
    EXPECT_FALSE(fs::exists(folder.path() / "370300.json"));
}

TEST(BenefitsTest, ConditionsAndIdsAreHeldAgainstTheAssets) {
    const support::TestFolder folder;
    EXPECT_EQ(
        run(check_benefits, {.file = exported(folder.path(), "csv", "shandong-card", "gold")}).err,
        "error: zibo-buses, conditions: no award or card is named gold\n");
    EXPECT_EQ(run(check_benefits,
                  {.file = exported(folder.path(), "csv", "zibo-buses", "qingdao-sights")})
                  .err,
              "error: qingdao-sights, id: stands in 370200 too\n");
}

TEST(BenefitsTest, ArgumentsThatCannotBe) {
    const Answer nowhere = run(export_benefits, {.place = "999999"});
    EXPECT_EQ(nowhere.code, 2);
    EXPECT_TRUE(nowhere.err.starts_with("error: no file is of this place; there are 110000 "));
    EXPECT_EQ(run(export_benefits, {.place = "370300", .format = "xls"}).err,
              "error: a format is csv or json\n");
    EXPECT_EQ(run(check_benefits, {.file = "/nowhere.csv"}).code, 2);
    const support::TestFolder folder;
    std::ofstream(folder.path() / "a.txt") << "x";
    EXPECT_EQ(run(check_benefits, {.file = folder.path() / "a.txt"}).err,
              "error: a file of benefits ends in .csv or .json\n");
}

} // namespace rexue::ctl
