// Catalogues are read strictly: what is cut, crooked or strange is refused, and nothing is read
// outside the file.
#include "kiosk/ui/catalogue.h"

#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

namespace rexue::ui {
namespace {

constexpr const char* plain_header = "Plural-Forms: nplurals=2; plural=(n != 1);\n";

struct Entry {
    std::string original;
    std::string translation;
};

void put(std::string& bytes, std::uint32_t value) {
    for (int i = 0; i < 4; ++i)
        bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
}

// A .mo file with these entries, as the gettext manual describes it.
std::string a_file(const std::vector<Entry>& entries) {
    const auto count = static_cast<std::uint32_t>(entries.size());
    std::string tables;
    std::string pool;
    const std::uint32_t pool_start = 28 + count * 16;
    for (const bool translations : {false, true}) {
        for (const Entry& entry : entries) {
            const std::string& text = translations ? entry.translation : entry.original;
            put(tables, static_cast<std::uint32_t>(text.size()));
            put(tables, pool_start + static_cast<std::uint32_t>(pool.size()));
            pool += text;
            pool += '\0';
        }
    }
    std::string file;
    for (const std::uint32_t word : {0x950412DEU, 0U, count, 28U, 28U + count * 8, 0U, 0U}) {
        put(file, word);
    }
    return file + tables + pool;
}

std::string a_good_file() {
    using namespace std::string_literals;
    return a_file({{"", plain_header}, {"Continue", "继续"}, {"one\0many"s, "一\0多"s}});
}

base::Result<Catalogue> parse(const std::string& file) {
    return Catalogue::parse(std::as_bytes(std::span(file.data(), file.size())));
}

TEST(Catalogue, FindsWhatIsInIt) {
    const auto catalogue = parse(a_good_file());
    ASSERT_TRUE(catalogue);
    EXPECT_EQ(catalogue->find("Continue"), "继续");
    EXPECT_EQ(catalogue->find("Back"), "");
    EXPECT_EQ(catalogue->find("one", 1), "一");
    EXPECT_EQ(catalogue->find("one", 2), "多");
    EXPECT_EQ(catalogue->find("one", 0), "多");
}

TEST(Catalogue, ReadsBigEndianFiles) {
    std::string file = a_good_file();
    for (size_t i = 0; i + 3 < 28 + 3 * 16; i += 4) {
        std::swap(file[i], file[i + 3]);
        std::swap(file[i + 1], file[i + 2]);
    }
    const auto catalogue = parse(file);
    ASSERT_TRUE(catalogue);
    EXPECT_EQ(catalogue->find("Continue"), "继续");
}

TEST(Catalogue, RefusesAFileCutAtAnyByte) {
    const std::string file = a_good_file();
    for (size_t length = 0; length < file.size(); ++length) {
        EXPECT_FALSE(parse(file.substr(0, length))) << length;
    }
}

TEST(Catalogue, NeverReadsOutsideWhateverWordIsWrong) {
    const std::string file = a_good_file();
    for (size_t word = 0; word < 28 + 3 * 16; word += 4) {
        for (const char byte : {'\x7F', '\xFF', '\x80', '\x01'}) {
            std::string wrong = file;
            for (size_t i = 0; i < 4; ++i)
                wrong[word + i] = byte;
            const auto read = parse(wrong); // AddressSanitizer watches
            EXPECT_TRUE(read || read.error().code == base::ErrorCode::corrupt);
        }
    }
}

TEST(Catalogue, RefusesWhatIsNotUtf8) {
    EXPECT_FALSE(parse(a_file({{"Continue", "\xFF\xFE"}})));
}

TEST(Catalogue, RefusesTooManyEntries) {
    std::string file = a_good_file();
    file[8] = file[9] = file[10] = '\x7F';
    EXPECT_FALSE(parse(file));
}

TEST(PluralRule, KnowsTheUsualForms) {
    const auto rule = [](std::string_view forms) {
        return parse_plural_rule("Language: xx\nPlural-Forms: " + std::string(forms) + "\n");
    };
    EXPECT_EQ(*rule("nplurals=1; plural=0;"), PluralRule::one_form);
    EXPECT_EQ(*rule("nplurals=2; plural=(n != 1);"), PluralRule::other_than_one);
    EXPECT_EQ(*rule("nplurals=2; plural=n!=1"), PluralRule::other_than_one);
    EXPECT_EQ(*rule("nplurals=2; plural=(n > 1);"), PluralRule::more_than_one);
    EXPECT_EQ(plural_form(PluralRule::more_than_one, 0), 0U);
    EXPECT_EQ(plural_form(PluralRule::more_than_one, 2), 1U);
}

TEST(PluralRule, RefusesTheOthers) {
    const auto russian = parse_plural_rule(
        "Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 ? 1 : 2);\n");
    ASSERT_FALSE(russian);
    EXPECT_EQ(russian.error().code, base::ErrorCode::invalid_argument);
    EXPECT_FALSE(parse(a_file({{"", "Plural-Forms: nplurals=2; plural=system(1);\n"}})));
}

} // namespace
} // namespace rexue::ui
