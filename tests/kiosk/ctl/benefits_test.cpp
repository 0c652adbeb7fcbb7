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

// How errors about a file of the folder begin.
std::string in_file(const support::TestFolder& folder, const std::string& name) {
    return "error: " + (folder.path() / name).string() + ": ";
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
    EXPECT_EQ(table.err,
              in_file(folder, "zibo.csv") + "line 3, column kind: not one of the known words\n");
    const Answer json =
        run(check_benefits, {.file = exported(folder.path(), "json", "\"sights\"", "\"cake\"")});
    EXPECT_EQ(json.code, 2);
    EXPECT_EQ(json.err, in_file(folder, "zibo.json") +
                            "line 39, /benefits/1/kind: not one of the known words\n");
}

TEST(BenefitsTest, NothingIsWrittenOfAFileWithAFault) {
    const support::TestFolder folder;
    const Answer answer =
        run(import_benefits,
            {.file = exported(folder.path(), "csv", "210", "all"), .out = folder.path()});
    EXPECT_EQ(answer.code, 2);
    EXPECT_EQ(answer.out, "");
    EXPECT_EQ(answer.err, in_file(folder, "zibo.csv") +
                              "line 2, column count: a whole number in range is wanted\n");
    EXPECT_FALSE(fs::exists(folder.path() / "370300.json"));
}

TEST(BenefitsTest, ConditionsAndIdsAreHeldAgainstTheAssets) {
    const support::TestFolder folder;
    const auto fault = [&](const std::string& format, const std::string& what,
                           const std::string& by) {
        const Answer answer =
            run(check_benefits, {.file = exported(folder.path(), format, what, by)});
        EXPECT_EQ(answer.code, 2);
        const std::string start = in_file(folder, "zibo." + format);
        EXPECT_TRUE(answer.err.starts_with(start)) << answer.err;
        return answer.err.substr(std::min(start.size(), answer.err.size()));
    };
    EXPECT_EQ(fault("csv", "shandong-card", "gold"),
              "line 2, column conditions: no award or card is named gold\n");
    EXPECT_EQ(fault("csv", "zibo-sights", "qingdao-sights"),
              "line 3, column id: qingdao-sights stands in 370200 too\n");
    EXPECT_EQ(fault("csv", "zibo-sights", "national-gold"),
              "line 3, column id: national-gold is an award or a card\n");
    EXPECT_EQ(fault("json", "shandong-card", "gold"),
              "line 30, /benefits/0/conditions/0: no award or card is named gold\n");
    EXPECT_EQ(fault("json", "zibo-sights", "qingdao-sights"),
              "line 38, /benefits/1/id: qingdao-sights stands in 370200 too\n");
    EXPECT_EQ(fault("json", "\"kind\": \"sights\",", ""),
              "line 37, /benefits/1/kind: is missing\n");
    EXPECT_EQ(fault("json", "\"kind\": \"sights\",", "\"id\": \"again\","),
              "line 39, /benefits/1/id: stands twice\n");
    EXPECT_TRUE(fault("json", "\"kind\": \"sights\",", "kind").starts_with("line 39, not JSON at"));
}

// What the repository keeps is what an export writes, so that a change shows nothing else.
TEST(BenefitsTest, AnExportIsTheFileOfTheAssets) {
    for (const auto& entry : fs::directory_iterator(REXUE_SOURCE_DIR "/assets/benefits")) {
        if (entry.path().extension() != ".json") continue;
        EXPECT_EQ(run(export_benefits, {.place = entry.path().stem(), .format = "json"}).out,
                  text_of(entry.path()))
            << entry.path();
    }
}

TEST(BenefitsTest, ArgumentsThatCannotBe) {
    const Answer nowhere = run(export_benefits, {.place = "999999"});
    EXPECT_EQ(nowhere.code, 2);
    EXPECT_TRUE(nowhere.err.starts_with("error: no file is of this place; there are 110000 "));
    EXPECT_EQ(run(export_benefits, {.place = "370300", .format = "xls"}).err,
              "error: a format is csv or json\n");
    const Answer missing = run(check_benefits, {.file = "/nowhere.csv"});
    EXPECT_EQ(missing.code, 2);
    EXPECT_EQ(missing.err, "error: /nowhere.csv: no such file\n");
    const support::TestFolder folder;
    std::ofstream(folder.path() / "a.txt") << "x";
    EXPECT_EQ(run(check_benefits, {.file = folder.path() / "a.txt"}).err,
              in_file(folder, "a.txt") + "a file of benefits ends in .csv or .json\n");
}

} // namespace rexue::ctl
