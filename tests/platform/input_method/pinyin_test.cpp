// Pinyin finds what is read so, learns nothing, writes nothing, and survives any letters.
#include "platform/input_method/pinyin.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/platform/input_method/engines.h"

namespace rexue::input_method {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

std::unique_ptr<Pinyin> a_pinyin() {
    auto made = Pinyin::create(installed_files().pinyin_dictionary);
    EXPECT_TRUE(made);
    return made ? std::move(*made) : nullptr;
}

TEST(Pinyin, FindsWordsAndThenCharactersOfTheFirstSyllable) {
    const auto pinyin = a_pinyin();
    const auto found = pinyin->look_up("ouyangxiu", 40);
    ASSERT_NE(find(found, "欧阳修"), nullptr);
    EXPECT_EQ(find(found, "欧阳修")->letters, 9U);
    EXPECT_EQ(find(found, "欧阳")->letters, 6U);
    EXPECT_EQ(find(found, "欧")->letters, 2U);
    EXPECT_EQ(found.front().text, "欧阳修");
}

TEST(Pinyin, KnowsTheLetterVAsTheTwoDots) {
    const auto pinyin = a_pinyin();
    EXPECT_NE(find(pinyin->look_up("lv", 40), "吕"), nullptr);
    EXPECT_EQ(find(pinyin->look_up("lu", 200), "吕"), nullptr);
}

TEST(Pinyin, TakesASignBetweenSyllables) {
    const auto pinyin = a_pinyin();
    EXPECT_EQ(pinyin->first_syllable("xian"), 4U);
    EXPECT_LT(pinyin->first_syllable("xi'an"), 4U);
    EXPECT_NE(find(pinyin->look_up("xi'an", 20), "西安"), nullptr);
}

TEST(Pinyin, AnswersNothingToWhatIsNoPinyin) {
    const auto pinyin = a_pinyin();
    for (const char* letters : {"", "'", "'a", "MA", "ma1", "ma ", "马", "i", "u", "v"}) {
        EXPECT_THAT(pinyin->look_up(letters, 10), IsEmpty()) << letters;
    }
}

TEST(Pinyin, RefusesMoreLettersThanTheLibrarySurvives) {
    const auto pinyin = a_pinyin();
    EXPECT_THAT(pinyin->look_up(std::string(Pinyin::max_letters + 1, 'z'), 10), IsEmpty());
    EXPECT_EQ(pinyin->first_syllable(std::string(64, 'z')), 0U);
}

// The library asserts on long rows of letters that begin many words.
TEST(Pinyin, SurvivesAnyLettersUpToTheLimit) {
    const auto pinyin = a_pinyin();
    constexpr std::string_view hard = "zcsjdhgxyblq'";
    std::mt19937 random(20'260'614);
    for (int round = 0; round < 1'500; ++round) {
        std::string letters(1 + random() % Pinyin::max_letters, 'z');
        const size_t choice = 1 + random() % hard.size();
        for (char& letter : letters)
            letter = hard[random() % choice];
        for (const Candidate& candidate : pinyin->look_up(letters, 400)) {
            ASSERT_FALSE(candidate.text.empty());
            ASSERT_GT(candidate.letters, 0U) << letters;
            ASSERT_LE(candidate.letters, letters.size()) << letters;
        }
    }
}

// What one donor chose again and again does not rank higher for the next.
TEST(Pinyin, LearnsNothing) {
    const auto pinyin = a_pinyin();
    const auto before = pinyin->look_up("shili", 60);
    const auto last = before.back().text;
    for (int times = 0; times < 500; ++times) {
        const auto found = pinyin->look_up("shili", 60);
        pinyin->look_up(std::string("shili").substr(find(found, last)->letters), 60);
    }
    pinyin->forget();
    EXPECT_EQ(pinyin->look_up("shili", 60), before);
}

TEST(Pinyin, AnswersTheNextProcessTheSame) {
    std::vector<Candidate> before;
    {
        const auto pinyin = a_pinyin();
        for (const char* letters : {"ceshi", "ren", "jia", "ceshirenjia"})
            pinyin->look_up(letters, 60);
        before = pinyin->look_up("ceshi", 60);
    }
    EXPECT_EQ(a_pinyin()->look_up("ceshi", 60), before);
}

// Every file this process has open for writing, by its link in /proc.
std::vector<std::string> files_open_for_writing() {
    std::vector<std::string> open;
    for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
        std::error_code failed;
        const fs::path target = fs::read_symlink(entry, failed);
        std::ifstream info("/proc/self/fdinfo/" + entry.path().filename().string());
        for (std::string word; info >> word;) {
            if (word != "flags:") continue;
            std::string flags;
            info >> flags;
            const bool writes = (std::stoi(flags, nullptr, 8) & 3) != 0;
            if (writes && fs::is_regular_file(target, failed)) open.push_back(target);
        }
    }
    std::ranges::sort(open);
    return open;
}

TEST(Pinyin, WritesNothingToDisk) {
    const fs::path folder = fs::path(testing::TempDir()) / ("pinyin-" + std::to_string(getpid()));
    fs::create_directories(folder);
    const fs::path before = fs::current_path();
    fs::current_path(folder);
    ASSERT_EQ(setenv("HOME", folder.c_str(), 1), 0);
    const auto dictionary = installed_files().pinyin_dictionary;
    const auto written = fs::last_write_time(dictionary);
    const auto open_before = files_open_for_writing();
    {
        const auto pinyin = a_pinyin();
        for (const char* letters : {"shi", "li", "jia", "shili"})
            pinyin->look_up(letters, 60);
        EXPECT_EQ(files_open_for_writing(), open_before);
        pinyin->forget();
    }
    EXPECT_TRUE(fs::is_empty(folder));
    EXPECT_EQ(fs::last_write_time(dictionary), written);
    fs::current_path(before);
    fs::remove_all(folder);
}

TEST(Pinyin, SaysThatTheDictionaryIsMissing) {
    const auto made = Pinyin::create("/nowhere/dict.dat");
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, base::ErrorCode::not_found);
}

TEST(Pinyin, SaysThatTheDictionaryIsDamaged) {
    const fs::path file = fs::path(testing::TempDir()) / "damaged-dictionary.dat";
    std::ofstream(file) << "no dictionary";
    const auto made = Pinyin::create(file);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, base::ErrorCode::corrupt);
    fs::remove(file);
    EXPECT_NE(a_pinyin(), nullptr) << "another can be opened afterwards";
}

TEST(Pinyin, IsOneAProcess) {
    auto first = a_pinyin();
    const auto second = Pinyin::create(installed_files().pinyin_dictionary);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, base::ErrorCode::already_exists);
    first.reset();
    EXPECT_NE(a_pinyin(), nullptr);
}

} // namespace
} // namespace rexue::input_method
