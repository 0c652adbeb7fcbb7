// A catalogue goes to a spreadsheet and comes back as it was; faults by line and column.
#include "kiosk/rules/honour/benefit_csv.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kiosk/rules/honour/csv.h"
#include "platform/base/utf8.h"
#include "tests/kiosk/rules/honour/people.h"

namespace rexue::honour {
namespace {

using testing::ElementsAre;

std::vector<std::string> faults(const std::string& text) {
    const auto book = read_benefit_csv(text);
    return book ? std::vector<std::string>() : book.error();
}

// The table of Zibo with one cell of its second benefit (line 3) changed.
std::string zibo_with(const std::string& column, const std::string& cell) {
    auto rows = read_csv(to_csv(*shipped().catalogue().of_place("370300"))).value();
    const auto names = rows[0].cells;
    rows[2].cells[static_cast<size_t>(std::ranges::find(names, column) - names.begin())] = cell;
    std::string text;
    for (const CsvRow& row : rows)
        text += csv_line(row.cells);
    return text;
}

std::string some_text() {
    const auto characters = *rc::gen::container<std::vector<char32_t>>(rc::gen::element<char32_t>(
        U'a', U'献', U',', U'"', U'\n', U'\r', U'=', U'\'', U'-', U' ', U'＝', U'\t', U';', U'🩸'));
    return "文" + base::encode_utf8(characters) + *rc::gen::element<std::string>("", "x");
}

Words some_words() {
    Words words{.zh_CN = some_text(), .en = some_text()};
    // Also at the start, where a formula would stand.
    if (*rc::gen::arbitrary<bool>()) words.en = "=" + words.en;
    return words;
}

Benefit some_benefit(int number) {
    Benefit one{
        .id = "benefit-" + std::to_string(number),
        .kind = *rc::gen::element(BenefitKind::transport, BenefitKind::sights, BenefitKind::clinic,
                                  BenefitKind::checkup, BenefitKind::partner, BenefitKind::service,
                                  BenefitKind::care),
        .title = some_words(),
        .gives = some_words(),
        .how = *rc::gen::element(std::vector<How>(), std::vector{How::show},
                                 std::vector{How::scan, How::show}),
        .limits = {},
        .valid_in = *rc::gen::element<std::string>("370300", "370302"),
        .count = {},
        .count_of = {},
        .conditions =
            *rc::gen::element(std::vector<std::string>(), std::vector<std::string>{"shandong-card"},
                              std::vector<std::string>{"a-1", "b"}),
        .source = some_text(),
        .verified = *rc::gen::arbitrary<bool>(),
        .effective_from = {},
        .effective_to = {}};
    if (*rc::gen::arbitrary<bool>()) one.limits = some_words();
    if (*rc::gen::arbitrary<bool>()) {
        one.count = *rc::gen::inRange(1, 2'000'000'000);
        one.count_of = some_words();
    }
    if (*rc::gen::arbitrary<bool>()) one.effective_from = day("2025-05-01");
    if (*rc::gen::arbitrary<bool>()) one.effective_to = day("2026-12-31");
    return one;
}

} // namespace

RC_GTEST_PROP(BenefitCsvPropertyTest, WhatIsExportedComesBackAsItWas, ()) {
    BenefitBook book{.place = "370300", .title = some_words(), .as_of = {}, .benefits = {}};
    if (*rc::gen::arbitrary<bool>()) book.as_of = day("2026-06-15");
    const int count = *rc::gen::inRange(1, 5);
    for (int i = 0; i < count; ++i)
        book.benefits.push_back(some_benefit(i));
    RC_ASSERT(check(book).has_value());
    const auto read = read_benefit_csv(to_csv(book));
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == book);
    RC_ASSERT(load_benefit_book(to_text(book)).value() == book);
}

TEST(BenefitCsvTest, TheShippedCataloguesComeBack) {
    for (const BenefitBook& book : shipped().catalogue().books()) {
        const auto read = read_benefit_csv(to_csv(book));
        ASSERT_TRUE(read) << book.place << ": " << read.error().front();
        EXPECT_EQ(*read, book) << book.place;
        EXPECT_EQ(load_benefit_book(to_text(book)).value(), book);
    }
}

TEST(BenefitCsvTest, FaultsByLineAndColumn) {
    struct Row {
        const char* column;
        const char* cell;
        const char* fault;
    };
    for (const Row& row : {
             Row{"kind", "cake", "line 3, column kind: not one of the known words"},
             Row{"kind", "", "line 3, column kind: is missing"},
             Row{"id", "Zibo Sights",
                 "line 3, column id: a name is of lower-case letters, digits and hyphens"},
             Row{"id", "zibo-buses", "line 3, column id: zibo-buses stands twice"},
             Row{"title_zh", "", "line 3, column title_zh: is missing"},
             Row{"title_en", " ", "line 3, column title_en: is empty"},
             Row{"gives_en", "", "line 3, column gives_en: is missing"},
             Row{"how", "show sing", "line 3, column how: not one of the known words"},
             Row{"limits_en", "", "line 3, column limits_en: is missing"},
             Row{"valid_in", "Zibo",
                 "line 3, column valid_in: a place is six digits, such as 370300"},
             Row{"valid_in", "370200", "line 3, column valid_in: lies outside the place"},
             Row{"count", "many", "line 3, column count: a whole number in range is wanted"},
             Row{"count", "11.5", "line 3, column count: a whole number in range is wanted"},
             Row{"count", "0", "line 3, column count: fewer than one"},
             Row{"count_of_zh", "", "line 3, column count_of_zh: is missing"},
             Row{"conditions", "shandong_card",
                 "line 3, column conditions: a name is of lower-case letters, digits and hyphens"},
             Row{"source", "", "line 3, column source: is missing"},
             Row{"verified", "maybe", "line 3, column verified: true or false is wanted"},
             Row{"effective_from", "2025/05/01",
                 "line 3, column effective_from: a date is YYYY-MM-DD"},
             Row{"place", "370200", "line 3, column place: is other than in the first row"},
             Row{"as_of", "2025-06-14", "line 3, column as_of: is other than in the first row"},
         }) {
        EXPECT_THAT(faults(zibo_with(row.column, row.cell)), ElementsAre(row.fault));
    }
}

TEST(BenefitCsvTest, AllFaultsAtOnce) {
    std::string text = zibo_with("kind", "cake");
    const size_t at = text.find("210");
    text.replace(at, 3, "all");
    EXPECT_THAT(faults(text), ElementsAre("line 2, column count: a whole number in range is wanted",
                                          "line 3, column kind: not one of the known words"));
}

TEST(BenefitCsvTest, Columns) {
    std::string text = to_csv(*shipped().catalogue().of_place("370300"));
    std::string renamed = text;
    renamed.replace(renamed.find("limits_zh"), 9, "Limits_zh");
    EXPECT_THAT(faults(renamed), ElementsAre("line 1, column limits_zh: is missing",
                                             "line 1, column Limits_zh: is not known here"));
    std::string twice = text;
    twice.replace(twice.find("limits_zh"), 9, "limits_en");
    EXPECT_THAT(faults(twice), ElementsAre("line 1, column limits_zh: is missing",
                                           "line 1, column limits_en: stands twice"));
    EXPECT_THAT(faults(""), ElementsAre("line 1: there are no columns"));
    EXPECT_THAT(faults(text.substr(0, text.find('\n') + 1)),
                ElementsAre("line 2: there are no benefits"));
    EXPECT_THAT(faults(text + "370300,more\n"), ElementsAre("line 5: 2 cells, 22 columns"));
}

TEST(BenefitCsvTest, ColumnsMayStandInAnyOrder) {
    const BenefitBook& zibo = *shipped().catalogue().of_place("370300");
    auto rows = read_csv(to_csv(zibo)).value();
    std::string text;
    for (CsvRow& row : rows) {
        std::ranges::reverse(row.cells);
        text += csv_line(row.cells);
    }
    EXPECT_EQ(read_benefit_csv(text).value(), zibo);
}

TEST(BenefitCsvTest, AnExportHasAByteOrderMarkAndNoFormula) {
    BenefitBook book = *shipped().catalogue().of_place("370300");
    book.benefits[0].title.zh_CN = "=HYPERLINK(\"http://示例\")";
    const std::string text = to_csv(book);
    EXPECT_TRUE(text.starts_with("\xEF\xBB\xBF"));
    EXPECT_NE(text.find("\"'=HYPERLINK(\"\"http://示例\"\")\""), std::string::npos);
    EXPECT_EQ(read_benefit_csv(text).value(), book);
}

TEST(BenefitCsvTest, NoMoreFaultsThanSomebodyCanRead) {
    std::string text = to_csv(*shipped().catalogue().of_place("370300"));
    for (int i = 0; i < 200; ++i)
        text += "x\n";
    EXPECT_EQ(faults(text).size(), max_csv_faults);
}

} // namespace rexue::honour
