// Every pack can say every text of the catalogue with every kind of value, every number, ticket,
// time and date, and the places of the sample houses; and every clip is a sound.
#include <fstream>
#include <iterator>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "kiosk/rules/donation/rulebook.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/speech/numbers.h"
#include "kiosk/ui/strings.h"
#include "platform/devices/speaker/sound_file.h"
#include "platform/json/parse.h"
#include "tests/assets/voice/packs.h"

namespace rexue::ui::speech {
namespace {

constexpr const char* languages[] = {"zh_CN", "en"};

std::string content_of(const std::string& name) {
    std::ifstream in(std::string(REXUE_SOURCE_DIR) + "/assets/" + name);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string unquoted(std::string_view line) {
    std::string text;
    const size_t begin = line.find('"') + 1;
    for (size_t i = begin; i < line.rfind('"'); ++i) {
        if (line[i] == '\\') {
            ++i;
            text += line[i] == 'n' ? '\n' : line[i];
        } else {
            text += line[i];
        }
    }
    return text;
}

// The texts a screen in this language shows, places unfilled.
std::vector<std::string> catalogue(std::string_view language) {
    std::vector<std::string> texts;
    std::istringstream lines(content_of("strings/zh_CN.po"));
    bool wanted = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("msg")) {
            wanted = line.starts_with(language == "en" ? "msgid" : "msgstr");
            if (wanted) texts.emplace_back();
        }
        if (wanted && line.find('"') != std::string::npos) texts.back() += unquoted(line);
        if (line.empty()) wanted = false;
    }
    texts.erase(texts.begin()); // the header
    return texts;
}

std::string filled(std::string text, const std::string& value) {
    for (size_t at = text.find('{'); at != std::string::npos; at = text.find('{'))
        text.replace(at, text.find('}', at) - at + 1, value);
    return text;
}

class WithStrings : public testing::Test {
  protected:
    static void SetUpTestSuite() { ASSERT_TRUE(load_strings(REXUE_STRINGS_DIR)); }
    static void TearDownTestSuite() { ASSERT_TRUE(set_language("en")); }
};
using VoicePack = WithStrings;

TEST_F(VoicePack, says_the_reason_of_every_rule) {
    for (const char* file : {"gb18467-2011.json", "draft-law-2025.json"}) {
        const auto book = donation::Rulebook::load(content_of(std::string("rulebooks/") + file));
        ASSERT_TRUE(book) << file;
        for (const donation::Rule& rule : book->rules()) {
            for (const char* language : languages)
                expect_sayable(language, std::string(book->reason_words(rule, language)));
        }
    }
}

TEST_F(VoicePack, holds_every_clip_it_names_and_each_is_a_sound) {
    for (const char* language : languages) {
        const Voice& voice = voice_of(language);
        EXPECT_TRUE(voice.absent.empty()) << language << ": " << voice.absent.size();
        EXPECT_GT(voice.paths.size(), 300U) << language;
        for (const auto& [file, path] : voice.paths) {
            const auto sound = devices::read_sound(path);
            ASSERT_TRUE(sound) << language << ' ' << file;
            // Shorter than a tenth of a second is no syllable; this also sees a silent clip.
            EXPECT_GT(sound->size(), size_t{devices::sound_rate_hz / 10}) << file;
        }
    }
}

TEST_F(VoicePack, says_every_text_of_the_catalogue_with_every_kind_of_value) {
    for (const char* language : languages) {
        const auto texts = catalogue(language);
        EXPECT_GT(texts.size(), 150U);
        const bool english = std::string_view(language) == "en";
        for (const std::string& text : texts) {
            for (const std::string value :
                 {"0", "1", "2", "15", "400", "9999", "10:24", "A012", "AB"})
                expect_sayable(language, filled(text, value));
            expect_sayable(language, filled(text, english ? "Pre-donation test" : "初筛"));
            expect_sayable(language, filled(text, english ? "Collection chair 2" : "2号采血位"));
        }
    }
}

TEST_F(VoicePack, says_every_number) {
    for (int number = 0; number <= largest_number; ++number) {
        expect_sayable("zh_CN", std::to_string(number));
        expect_sayable("zh_CN", std::to_string(number) + " 位");
        expect_sayable("en", std::to_string(number));
    }
}

TEST_F(VoicePack, says_every_minute_of_the_day) {
    for (int minute = 0; minute < 24 * 60; ++minute) {
        for (const char* language : languages)
            expect_sayable(language, screens::clock_time(std::chrono::minutes(minute)));
    }
}

TEST_F(VoicePack, says_every_day_of_a_hundred_years) {
    using namespace std::chrono;
    for (const char* language : languages) {
        ASSERT_TRUE(set_language(language));
        for (auto day = sys_days(year(1960) / 1 / 1); day < sys_days(year(2060) / 1 / 1);
             day += days(13)) {
            expect_sayable(language, screens::full_date(day));
            expect_sayable(language, screens::day_and_weekday(day));
        }
    }
}

TEST_F(VoicePack, says_every_ticket_of_every_terminal) {
    for (char letter = 'A'; letter <= 'Z'; ++letter) {
        for (const int count : {1, 12, 345, 678, 990, 999, 1000, 9999}) {
            for (const char* language : languages)
                expect_sayable(language, fmt::format("{}{:03}", letter, count));
        }
    }
}

TEST_F(VoicePack, says_the_places_and_words_of_the_sample_houses) {
    const auto houses = json::parse(content_of("sample/houses.json"));
    ASSERT_TRUE(houses);
    int places = 0;
    for (const auto& house : houses->as_array()) {
        for (const auto& point : house.at("service_points").as_array()) {
            expect_sayable("zh_CN", std::string(point.at("name").as_string()));
            expect_sayable("en", std::string(point.at("name_en").as_string()));
            ++places;
        }
        for (const char* key : {"name", "city", "slogan"})
            expect_sayable("zh_CN", std::string(house.at(key).as_string()));
        for (const char* key : {"name_en", "city_en", "slogan"})
            expect_sayable("en", std::string(house.at(key).as_string()));
        for (const auto& notice : house.at("notices").as_array())
            expect_sayable("zh_CN", std::string(notice.as_string()));
    }
    EXPECT_GT(places, 3);
    // A house with more of them says so by number.
    for (int number = 1; number <= 30; ++number) {
        expect_sayable("zh_CN", fmt::format("{}号采血位", number));
        expect_sayable("zh_CN", fmt::format("{}号窗口", number));
        expect_sayable("en", fmt::format("Desk {}", number));
    }
}

TEST_F(VoicePack, says_its_own_words_and_a_call) {
    for (const char* language : languages) {
        const ClipPack& pack = voice_of(language).pack;
        const PackWords& words = pack.words();
        for (const auto* word : {&words.button, &words.choice, &words.list_item, &words.field,
                                 &words.selected, &words.unavailable, &words.range, &words.step,
                                 &words.step_of, &words.call, &words.call_to})
            EXPECT_NE(pack.file_of(*word), nullptr) << language << ' ' << *word;
        EXPECT_FALSE(pack.chime().empty());
        const char* place = std::string_view(language) == "en" ? "Collection chair 2" : "2号采血位";
        EXPECT_TRUE(announce_call(pack, "A012", place).missing.empty());
    }
}

// The test can fail: what nobody has recorded is missed.
TEST_F(VoicePack, cannot_say_a_name) {
    EXPECT_EQ(missing_in("zh_CN", "示例甲").size(), 1U);
    EXPECT_EQ(missing_in("en", "Example Person").size(), 1U);
}

} // namespace
} // namespace rexue::ui::speech
