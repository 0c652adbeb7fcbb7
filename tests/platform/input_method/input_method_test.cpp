// One question, one answer: the dictionary first, and behind it every character read so.
#include "platform/input_method/input_method.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/platform/input_method/engines.h"

namespace rexue::input_method {
namespace {

using testing::Contains;
using testing::IsEmpty;

class InputMethodTest : public testing::Test {
  protected:
    std::vector<Candidate> ask(Query query) {
        query.number = ++number_;
        const auto answer = engines_.answer(query);
        EXPECT_TRUE(answer);
        if (!answer) return {};
        EXPECT_EQ(answer->number, number_);
        return answer->candidates;
    }
    std::vector<Candidate> read(std::string letters) {
        return ask({.kind = Query::Kind::pinyin, .letters = std::move(letters)});
    }

    InputMethod engines_{installed_files()};
    std::uint32_t number_ = 0;
};

TEST_F(InputMethodTest, OffersRareCharactersBehindTheDictionary) {
    const auto found = read("hong");
    EXPECT_EQ(found.front().text, "红");
    ASSERT_NE(find(found, "𬭎"), nullptr);
    EXPECT_EQ(find(found, "𬭎")->letters, 4U);
    EXPECT_NE(find(read("yan"), "䶮"), nullptr);
}

TEST_F(InputMethodTest, KnowsSyllablesThatTheDictionaryTakesForTwo) {
    const auto found = read("biang");
    ASSERT_NE(find(found, "𰻝"), nullptr);
    EXPECT_EQ(find(found, "𰻝")->letters, 5U);
    EXPECT_NE(find(found, "比"), nullptr);
}

TEST_F(InputMethodTest, OffersRareCharactersOfTheFirstSyllableOfMany) {
    const auto found = read("yanli");
    ASSERT_NE(find(found, "䶮"), nullptr);
    EXPECT_EQ(find(found, "䶮")->letters, 3U);
}

TEST_F(InputMethodTest, CountsTheSignBetweenSyllablesToTheOneBefore) {
    const auto found = read("yan'an");
    ASSERT_NE(find(found, "䶮"), nullptr);
    EXPECT_EQ(find(found, "䶮")->letters, find(found, "严")->letters);
}

TEST_F(InputMethodTest, OffersNoTextTwice) {
    auto all = texts(read("yi"));
    EXPECT_LE(all.size(), InputMethod::max_candidates);
    const size_t count = all.size();
    std::ranges::sort(all);
    all.erase(std::ranges::unique(all).begin(), all.end());
    EXPECT_EQ(all.size(), count);
}

TEST_F(InputMethodTest, NamesRadicalsAndTheirCharacters) {
    EXPECT_THAT(texts(ask({.kind = Query::Kind::radicals, .strokes = 5})), Contains("龙"));
    EXPECT_THAT(texts(ask({.kind = Query::Kind::characters, .radical = "龙", .strokes = 4})),
                Contains("䶮"));
    EXPECT_THAT(ask({.kind = Query::Kind::radicals, .strokes = 40}), IsEmpty());
}

TEST_F(InputMethodTest, ReadsHandwriting) {
    const std::vector<Stroke> one{{{0.1F, 0.5F}, {0.5F, 0.5F}, {0.9F, 0.5F}}};
    EXPECT_THAT(texts(ask({.kind = Query::Kind::handwriting, .ink = one})), Contains("一"));
}

TEST_F(InputMethodTest, AnswersTheNextVisitAsIfThereHadBeenNone) {
    const auto before = read("shili");
    for (const char* letters : {"ceshirenjia", "shilijia", "ren", "shili"})
        read(letters);
    engines_.forget();
    EXPECT_EQ(read("shili"), before);
}

TEST(InputMethod, GoesOnWithWhatIsInstalled) {
    InputMethod only_table({.han_table = REXUE_HAN_TABLE});
    const auto read = only_table.answer({.kind = Query::Kind::pinyin, .letters = "hong"});
    ASSERT_TRUE(read);
    EXPECT_NE(find(read->candidates, "𬭎"), nullptr);
    EXPECT_FALSE(only_table.answer({.kind = Query::Kind::handwriting, .ink = {{{0, 0}}}}));

    Files files = installed_files();
    files.han_table.clear();
    InputMethod only_dictionary(files);
    const auto words = only_dictionary.answer({.kind = Query::Kind::pinyin, .letters = "hong"});
    ASSERT_TRUE(words);
    EXPECT_EQ(words->candidates.front().text, "红");
    EXPECT_FALSE(
        only_dictionary.answer({.kind = Query::Kind::characters, .radical = "口", .strokes = 3}));
}

TEST(InputMethod, SaysThatNothingIsInstalled) {
    InputMethod nothing(Files{});
    const auto answer = nothing.answer({.kind = Query::Kind::pinyin, .letters = "hong"});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, base::ErrorCode::not_found);
}

TEST(Wipe, OverwritesWhatWasTyped) {
    Query query{.kind = Query::Kind::handwriting,
                .letters = "ceshi",
                .ink = {{{0.1F, 0.2F}}},
                .radical = "口",
                .strokes = 3,
                .number = 7};
    wipe(query);
    EXPECT_EQ(query, Query{});
}

} // namespace
} // namespace rexue::input_method
