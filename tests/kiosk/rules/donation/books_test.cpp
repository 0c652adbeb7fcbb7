// The shipped books: complete, worded, sourced, and marked as the list of facts marks them.
#include "tests/kiosk/rules/donation/books.h"

#include <algorithm>
#include <iterator>
#include <set>

#include <gtest/gtest.h>

#include "kiosk/rules/donation/bookshelf.h"
#include "tests/kiosk/rules/donation/rule_rows.h"

namespace rexue::donation {
namespace {

const RuleRow* row_of(const std::string& id) {
    const auto* found =
        std::ranges::find_if(rule_rows, [&](const RuleRow& row) { return id == row.id; });
    return found == std::end(rule_rows) ? nullptr : found;
}

TEST(ShippedBooks, HoldEveryRuleOfTheList) {
    for (const RuleRow& row : rule_rows) {
        EXPECT_NE(book_of_2011().find(row.id), nullptr) << row.id;
        if (std::string_view(row.id) == "L02") continue;
        EXPECT_NE(draft_book().find(row.id), nullptr) << row.id;
    }
}

TEST(ShippedBooks, AreMarkedAndSourcedAsTheList) {
    for (const Rulebook* book : {&book_of_2011(), &draft_book()}) {
        for (const Rule& rule : book->rules()) {
            const RuleRow* row = row_of(rule.id);
            ASSERT_NE(row, nullptr) << rule.id << " has no row";
            EXPECT_EQ(rule.verified, row->verified) << rule.id;
            EXPECT_EQ(rule.decision == Decision::refer, row->refers) << rule.id;
            const bool is_changed = book == &draft_book() && (rule.id == "L01" || rule.id == "N01");
            EXPECT_NE(rule.source.find(is_changed ? "P1" : row->source), std::string::npos)
                << rule.id << ": " << rule.source;
        }
    }
}

TEST(ShippedBooks, NeverBlameAnybody) {
    for (const Rulebook* book : {&book_of_2011(), &draft_book()}) {
        for (const Rule& rule : book->rules()) {
            for (const char* word : {"不合格", "不符合", "拒绝"})
                EXPECT_EQ(rule.words.zh_CN.find(word), std::string::npos) << rule.id;
            for (const char* word : {"unfit", "fail", "reject", "not allowed", "ineligible"})
                EXPECT_EQ(rule.words.en.find(word), std::string::npos) << rule.id;
        }
    }
}

TEST(ShippedBooks, KeepWhatIsPrivateFromTheDonorsScreen) {
    std::set<std::string> hidden;
    for (const Rule& rule : book_of_2011().rules()) {
        const auto words = book_of_2011().reason_words(rule, "zh_CN");
        if (is_hidden_from_donors(rule)) {
            hidden.insert(rule.id);
            EXPECT_EQ(words, "感谢您，请与工作人员沟通。");
            EXPECT_EQ(book_of_2011().reason_words(rule, "en"),
                      "Thank you. Please speak with our staff.");
            EXPECT_NE(staff_words(rule, "zh_CN"), words);
        } else {
            EXPECT_EQ(words, staff_words(rule, "zh_CN"));
        }
    }
    EXPECT_EQ(hidden, (std::set<std::string>{"L18", "P14", "P19", "P22", "P23", "T15"}));
}

TEST(ShippedBooks, TheDraftDiffersInWhatTheDraftChangesAlone) {
    EXPECT_EQ(draft_book().find("L02"), nullptr);
    for (const Rule& rule : draft_book().rules()) {
        const Rule& now = *book_of_2011().find(rule.id);
        auto as_now = rule;
        as_now.effective_from = now.effective_from;
        const bool is_same = json::to_json(as_now) == json::to_json(now);
        EXPECT_EQ(is_same, rule.id != "L01" && rule.id != "L03" && rule.id != "N01") << rule.id;
    }
}

TEST(Shelf, FindsTheBookOfADayAndTheDraftByNameAlone) {
    const auto shelf = Bookshelf::create({draft_book(), book_of_2011()});
    ASSERT_TRUE(shelf.has_value());
    EXPECT_EQ(shelf->in_force(2012y / 6 / 30), nullptr);
    ASSERT_NE(shelf->in_force(2012y / 7 / 1), nullptr);
    EXPECT_EQ(shelf->in_force(2012y / 7 / 1)->id(), "gb18467-2011");
    EXPECT_EQ(shelf->in_force(2090y / 1 / 1)->id(), "gb18467-2011");
    EXPECT_EQ(shelf->named("draft-law-2025")->id(), "draft-law-2025");
    EXPECT_EQ(shelf->named("draft"), nullptr);
}

TEST(Shelf, RefusesTwoBooksOfOneNameOrOneDay) {
    EXPECT_EQ(Bookshelf::create({book_of_2011(), book_of_2011()}).error().code,
              base::ErrorCode::already_exists);
    auto text = book_text("gb18467-2011");
    text.replace(text.find("gb18467-2011"), 12, "gb18467-2027");
    EXPECT_EQ(Bookshelf::create({book_of_2011(), *Rulebook::load(text)}).error().code,
              base::ErrorCode::conflict);
}

} // namespace
} // namespace rexue::donation
