// The four layouts of the chip, byte for byte and there and back; names that break other software.
#include "kiosk/rules/identity/card_record.h"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/base/utf8.h"

namespace rexue::identity {

namespace {

using namespace std::chrono_literals;

IdentityDocument a_resident() {
    return {.kind = DocumentKind::resident,
            .name = "示例甲",
            .english_name = "",
            .sex = Sex::female,
            .birth = 1949y / 12 / 31,
            .number = "11010519491231002X",
            .nation_code = "01",
            .nationality = "",
            .address = "示例市示例路1号",
            .authority = "示例市公安局",
            .valid_from = 2016y / 3 / 1,
            .valid_to = 2036y / 3 / 1,
            .valid_long_term = false,
            .permit_number = ""};
}

IdentityDocument an_hmt_resident() {
    IdentityDocument document = a_resident();
    document.kind = DocumentKind::hmt_resident;
    document.birth = 1994y / 8 / 23;
    document.number = "810000199408230021";
    document.nation_code = "";
    document.permit_number = "H01234567";
    document.issue_count = 2;
    return document;
}

IdentityDocument a_foreigner_of_2017() {
    return {.kind = DocumentKind::foreign_2017,
            .name = "示例乙",
            .english_name = "SAMPLE PERSON",
            .sex = Sex::male,
            .birth = 1980y / 1 / 1,
            .number = "PAK310080010103",
            .nation_code = "",
            .nationality = "PAK",
            .address = "",
            .authority = "",
            .valid_from = 2017y / 6 / 1,
            .valid_to = 2027y / 6 / 1,
            .valid_long_term = false,
            .permit_number = ""};
}

IdentityDocument a_foreigner_of_2023() {
    IdentityDocument document = a_foreigner_of_2017();
    document.kind = DocumentKind::foreign_2023;
    document.birth = 1985y / 1 / 1;
    document.number = "932682198501010017";
    document.nationality = "SAU";
    return document;
}

std::vector<IdentityDocument> all_kinds() {
    return {a_resident(), an_hmt_resident(), a_foreigner_of_2017(), a_foreigner_of_2023()};
}

std::string text_at(const CardRecord& record, size_t offset, size_t length) {
    return base::utf8_from_utf16le(std::span(record).subspan(offset, length));
}

void put_at(CardRecord& record, size_t offset, std::string_view text) {
    std::ranges::copy(base::utf16le_from_utf8(text),
                      record.begin() + static_cast<std::ptrdiff_t>(offset));
}

IdentityDocument there_and_back(const IdentityDocument& document) {
    const auto record = make_card_record(document);
    EXPECT_TRUE(record.has_value());
    const auto parsed = parse_card_record(*record);
    EXPECT_TRUE(parsed.has_value()) << (parsed ? "" : parsed.error().detail);
    return parsed.value_or(IdentityDocument{});
}

} // namespace

TEST(CardRecordTest, AllKindsGoThereAndBack) {
    for (const IdentityDocument& document : all_kinds()) {
        EXPECT_EQ(there_and_back(document), document);
    }
}

TEST(CardRecordTest, AnIssueCountThatIsNoNumberIsNoFaultOfTheCard) {
    auto record = *make_card_record(an_hmt_resident());
    for (const char* text : {"  ", "A1", "1 "}) {
        put_at(record, 238, text);
        const auto parsed = parse_card_record(record);
        ASSERT_TRUE(parsed.has_value());
        EXPECT_EQ(parsed->issue_count,
                  text == std::string_view("1 ") ? std::optional(1) : std::nullopt);
    }
}

TEST(CardRecordTest, ResidentBytesStandWhereTheChipHasThem) {
    const auto record = *make_card_record(a_resident());
    EXPECT_EQ(record[0], std::byte{0x3A}); // 示 is U+793A, low byte first
    EXPECT_EQ(record[1], std::byte{0x79});
    EXPECT_EQ(text_at(record, 0, 30), "示例甲            ");
    EXPECT_EQ(text_at(record, 30, 2), "2");
    EXPECT_EQ(text_at(record, 32, 4), "01");
    EXPECT_EQ(text_at(record, 36, 16), "19491231");
    EXPECT_EQ(text_at(record, 52, 18), "示例市示例路1号 ");
    EXPECT_EQ(text_at(record, 122, 36), "11010519491231002X");
    EXPECT_EQ(text_at(record, 158, 12), "示例市公安局");
    EXPECT_EQ(text_at(record, 188, 16), "20160301");
    EXPECT_EQ(text_at(record, 204, 16), "20360301");
    EXPECT_EQ(text_at(record, 220, 36), "                  ");
}

// Half of a pair, as a worn chip or a reader's library gives it: the name is still one to compare
// with the card, and to correct by staff.
TEST(CardRecordTest, AnUnpairedSurrogateInANameIsSpelledOut) {
    auto record = *make_card_record(a_resident());
    record[2] = std::byte{0x42};
    record[3] = std::byte{0xD8};
    const auto parsed = parse_card_record(record);
    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(parsed->name, "示〔U+D842〕甲");
}

TEST(CardRecordTest, OtherKindsAreToldApartByByte248) {
    const auto hmt = *make_card_record(an_hmt_resident());
    EXPECT_EQ(text_at(hmt, 32, 4), "  ");
    EXPECT_EQ(text_at(hmt, 220, 18), "H01234567");
    EXPECT_EQ(text_at(hmt, 238, 4), "02");
    EXPECT_EQ(text_at(hmt, 248, 2), "J");
    const auto old_foreign = *make_card_record(a_foreigner_of_2017());
    EXPECT_EQ(text_at(old_foreign, 0, 26), "SAMPLE PERSON");
    EXPECT_EQ(text_at(old_foreign, 120, 2), "1");
    EXPECT_EQ(text_at(old_foreign, 122, 30), "PAK310080010103");
    EXPECT_EQ(text_at(old_foreign, 152, 6), "PAK");
    EXPECT_EQ(text_at(old_foreign, 158, 6), "示例乙");
    EXPECT_EQ(text_at(old_foreign, 188, 48), "201706012027060119800101");
    EXPECT_EQ(text_at(old_foreign, 248, 2), "I");
    const auto foreign = *make_card_record(a_foreigner_of_2023());
    EXPECT_EQ(text_at(foreign, 0, 6), "示例乙");
    EXPECT_EQ(text_at(foreign, 36, 16), "19850101");
    EXPECT_EQ(text_at(foreign, 52, 26), "SAMPLE PERSON");
    EXPECT_EQ(text_at(foreign, 122, 36), "932682198501010017");
    EXPECT_EQ(text_at(foreign, 242, 6), "SAU");
    EXPECT_EQ(text_at(foreign, 248, 2), "Y");
}

TEST(CardRecordTest, AnUnknownTypeLetterIsAResident) {
    auto record = *make_card_record(a_resident());
    put_at(record, 248, "Q");
    EXPECT_EQ(parse_card_record(record)->kind, DocumentKind::resident);
}

TEST(CardRecordTest, LongTermValidity) {
    IdentityDocument document = a_resident();
    document.valid_to = std::nullopt;
    document.valid_long_term = true;
    EXPECT_EQ(text_at(*make_card_record(document), 204, 16), "长期      ");
    EXPECT_EQ(there_and_back(document), document);
}

TEST(CardRecordTest, RareCharactersStayWhole) {
    for (const char* name : {
             "示𠮷人",                         // outside the BMP: two UTF-16 units
             "示\U00030EDE",                   // 𰻞, extension G
             "示\uE863",                       // private use, as old cards have them
             "示\uE863\U000F0001",             // private use of plane 15
             "阿卜杜热合曼·阿卜杜克热",        // twelve characters with ·
             "一二三四五六七八九十一二三四五", // the field to its last unit
             "示葛\U000E0100",                 // with a variation selector
         }) {
        IdentityDocument document = a_resident();
        document.name = name;
        EXPECT_EQ(there_and_back(document).name, name);
    }
}

TEST(CardRecordTest, EnglishNamesUseBothFieldsOf2023) {
    for (const char* name : {
             "A",
             "ABCDEFGHIJKLMNOPQRSTUVWXYZ ABCDEFGH",            // 35
             "ABCDEFGHIJKLMNOPQRSTUVWXYZ ABCDEFGHI",           // 36
             "ABCDEFGHIJKLMNOPQRSTUVWXYZ ABCDEFGHIJKLMNOPQRS", // 46
             "ABCDEFGHIJKLMNOPQRSTUVWXYZ ABCDEFG IJKLMNOPQRS", // the gap is the 35th letter
             "ABCDEFGHIJKLMNOPQRSTUVWXYZ ABCDEFGH JKLMNOPQRS", // the gap is the 36th letter
         }) {
        IdentityDocument document = a_foreigner_of_2023();
        document.english_name = name;
        EXPECT_EQ(there_and_back(document).english_name, name);
    }
    IdentityDocument document = a_foreigner_of_2023();
    document.english_name = std::string(47, 'A');
    EXPECT_EQ(make_card_record(document).error().code, base::ErrorCode::invalid_argument);
}

TEST(CardRecordTest, PaddingBetweenTheEnglishFieldsIsOneGap) {
    auto record = *make_card_record(a_foreigner_of_2023());
    put_at(record, 52, "SAMPLE                             ");
    put_at(record, 220, "PERSON     ");
    EXPECT_EQ(parse_card_record(record)->english_name, "SAMPLE PERSON");
}

TEST(CardRecordTest, EnglishNameStandsForAMissingChineseOne) {
    for (IdentityDocument document : {a_foreigner_of_2017(), a_foreigner_of_2023()}) {
        document.name = document.english_name;
        EXPECT_EQ(there_and_back(document).name, "SAMPLE PERSON");
    }
}

TEST(CardRecordTest, NulPaddingIsPaddingToo) {
    auto record = *make_card_record(a_resident());
    std::fill(record.begin() + 6, record.begin() + 30, std::byte{0});
    EXPECT_EQ(parse_card_record(record)->name, "示例甲");
}

TEST(CardRecordTest, SexIsNeverGuessed) {
    for (const char* code : {"0", "9", " ", "男", "3"}) {
        auto record = *make_card_record(a_resident());
        put_at(record, 30, code);
        EXPECT_EQ(parse_card_record(record)->sex, Sex::unknown) << code;
    }
}

TEST(CardRecordTest, ADateThatIsNoDayIsLeftEmpty) {
    auto record = *make_card_record(a_resident());
    put_at(record, 36, "19491331");
    put_at(record, 204, "????????");
    const auto parsed = *parse_card_record(record);
    EXPECT_EQ(parsed.birth, std::nullopt);
    EXPECT_EQ(parsed.valid_to, std::nullopt);
    EXPECT_FALSE(parsed.valid_long_term);
}

TEST(CardRecordTest, LowerCaseCheckLetterIsRead) {
    auto record = *make_card_record(a_resident());
    put_at(record, 122, "11010519491231002x");
    EXPECT_EQ(parse_card_record(record)->number, "11010519491231002X");
}

TEST(CardRecordTest, CorruptRecordsNameTheMemberOnly) {
    struct Row {
        const char* what;
        size_t offset;
        const char* text;
    };
    constexpr Row rows[] = {
        {"name", 0, "               "},        {"name", 0, "示\u0007甲"},
        {"number", 122, "                  "}, {"number", 122, "110105194912310021"},
        {"number", 122, "110105491231002   "}, {"address", 52, "示例\u0085市"},
    };
    for (const Row& row : rows) {
        auto record = *make_card_record(a_resident());
        put_at(record, row.offset, row.text);
        const auto parsed = parse_card_record(record);
        ASSERT_FALSE(parsed.has_value()) << row.what;
        EXPECT_EQ(parsed.error().code, base::ErrorCode::corrupt);
        EXPECT_NE(parsed.error().detail.find(row.what), std::string::npos);
        EXPECT_EQ(parsed.error().detail.find("示"), std::string::npos);
        EXPECT_EQ(parsed.error().detail.find("1101"), std::string::npos);
    }
}

TEST(CardRecordTest, OnlyRecordsOf256Bytes) {
    const auto record = *make_card_record(a_resident());
    EXPECT_FALSE(parse_card_record(std::span(record).first(255)).has_value());
    EXPECT_FALSE(parse_card_record({}).has_value());
    EXPECT_FALSE(parse_card_record(std::vector<std::byte>(257)).has_value());
}

TEST(CardRecordTest, TextsThatDoNotFitAreRefused) {
    IdentityDocument document = a_resident();
    document.name = "一二三四五六七八九十一二三四五六";
    const auto record = make_card_record(document);
    ASSERT_FALSE(record.has_value());
    EXPECT_EQ(record.error().code, base::ErrorCode::invalid_argument);
    EXPECT_FALSE(make_card_record(IdentityDocument{}).has_value());
}

RC_GTEST_PROP(CardRecordTest, AnyBytesAreParsedOrRefused,
              (const std::array<std::uint8_t, 32>& some)) {
    // Thirty-two random bytes laid over a good record at a random place.
    const auto kinds = all_kinds();
    auto record = *make_card_record(kinds[*rc::gen::inRange<size_t>(0, 4)]);
    const auto at = *rc::gen::inRange<size_t>(0, 256 - 32);
    for (size_t i = 0; i < some.size(); ++i)
        record[at + i] = std::byte{some[i]};
    const auto parsed = parse_card_record(record);
    if (parsed) {
        RC_ASSERT(!parsed->name.empty());
        RC_ASSERT(base::is_valid_utf8(parsed->name));
        RC_ASSERT(base::is_valid_utf8(parsed->address));
    } else {
        RC_ASSERT(parsed.error().code == base::ErrorCode::corrupt);
    }
}

} // namespace rexue::identity
