// Tables as spreadsheets write them, and what no spreadsheet may take for a formula.
#include "kiosk/rules/honour/csv.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/base/utf8.h"

namespace rexue::honour {
namespace {

using testing::ElementsAre;

using Cells = std::vector<std::string>;

std::vector<Cells> rows(std::string_view text) {
    std::vector<Cells> list;
    const auto read = read_csv(text).value();
    for (const CsvRow& row : read)
        list.push_back(row.cells);
    return list;
}

std::string fault(std::string_view text) {
    const auto read = read_csv(text);
    return read ? "" : read.error().detail;
}

} // namespace

TEST(CsvTest, CellsRowsAndLineEnds) {
    EXPECT_THAT(rows("a,b\r\nc,\r\n"), ElementsAre(Cells{"a", "b"}, Cells{"c", ""}));
    EXPECT_THAT(rows("a,b\nc,d"), ElementsAre(Cells{"a", "b"}, Cells{"c", "d"}));
    EXPECT_THAT(rows("\xEF\xBB\xBF"
                     "a\n"),
                ElementsAre(Cells{"a"}));
    EXPECT_THAT(rows("a\n\n\r\nb\n"), ElementsAre(Cells{"a"}, Cells{"b"}));
    EXPECT_THAT(rows(""), ElementsAre());
}

TEST(CsvTest, Quotes) {
    EXPECT_THAT(rows(R"("a,b","say ""hi""","")"
                     "\n"),
                ElementsAre(Cells{"a,b", "say \"hi\"", ""}));
    EXPECT_THAT(rows("\"two\r\nlines\",x\n"), ElementsAre(Cells{"two\r\nlines", "x"}));
}

TEST(CsvTest, LinesAreCountedThroughCellsOfSeveralLines) {
    const auto read = read_csv("a,b\n\"1\n2\n3\",x\ny,z\n").value();
    ASSERT_EQ(read.size(), 3u);
    EXPECT_EQ(read[0].line, 1);
    EXPECT_EQ(read[1].line, 2);
    EXPECT_EQ(read[2].line, 5);
}

TEST(CsvTest, FaultsHaveTheirLine) {
    EXPECT_EQ(fault("a\nb,\"c\nd\n"), "line 2: a quote is never closed");
    EXPECT_EQ(fault("a\nb,c\"d\n"), "line 2: a quote inside a cell without quotes");
    EXPECT_EQ(fault("\"a\"b\n"), "line 1: something stands after a closing quote");
    EXPECT_EQ(fault("a\nb\nc\xB9\xAB\n"), "line 3: is not UTF-8"); // saved as GBK
    std::string long_table;
    for (size_t i = 0; i <= max_csv_rows; ++i)
        long_table += "a\n";
    EXPECT_EQ(fault(long_table), "the table is too long");
}

TEST(CsvTest, NoCellIsAFormula) {
    for (const char* cell : {"=1+1", "+86", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1",
                             "－1", "＠x", "'=1"}) {
        EXPECT_EQ(disarmed(cell), "'" + std::string(cell));
        EXPECT_EQ(armed(disarmed(cell)), cell);
    }
    for (const char* cell : {"", "a=b", "'tis", "1-2", "免费"}) {
        EXPECT_EQ(disarmed(cell), cell);
        EXPECT_EQ(armed(cell), cell);
    }
    EXPECT_EQ(armed("=1+1"), "=1+1"); // typed by hand
}

RC_GTEST_PROP(CsvPropertyTest, DisarmedCellsComeBack, ()) {
    const auto cell = *rc::gen::container<std::string>(rc::gen::element('\'', '=', '+', 'a', '@'));
    RC_ASSERT(armed(disarmed(cell)) == cell);
    const std::string safe = disarmed(cell);
    RC_ASSERT(safe.empty() || std::string("=+@").find(safe[0]) == std::string::npos);
}

RC_GTEST_PROP(CsvPropertyTest, WhatIsWrittenIsRead, ()) {
    const auto cell = rc::gen::container<std::string>(
        rc::gen::element('a', ',', '"', '\r', '\n', ' ', ';', '\''));
    auto cells = *rc::gen::container<Cells>(cell);
    cells.emplace_back("end"); // a row of one empty cell is no row
    const auto read = read_csv(csv_line(cells) + csv_line(cells));
    RC_ASSERT(read.has_value());
    RC_ASSERT(read->size() == 2u);
    RC_ASSERT(read->at(0).cells == cells);
    RC_ASSERT(read->at(1).cells == cells);
}

RC_GTEST_PROP(CsvPropertyTest, AnyBytesAreReadOrRefused, (const std::string& text)) {
    const auto read = read_csv(text);
    RC_ASSERT(read.has_value() || !read.error().detail.empty());
}

} // namespace rexue::honour
