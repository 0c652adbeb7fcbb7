// What may be seen of a name and a number: characters are counted, not bytes.
#include "kiosk/rules/identity/masking.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "platform/base/utf8.h"

namespace rexue::identity {

struct Row {
    const char* whole;
    const char* masked;
};

TEST(MaskingTest, Names) {
    constexpr Row rows[] = {
        {"", ""},
        {"示", "*"},
        {"示人", "示*"},
        {"示例人", "示*人"},
        {"欧阳示例", "欧**例"},
        {"𠮷田𠮷", "𠮷*𠮷"},
        {"示\uE863人", "示*人"},
        {"葛\U000E0100示葛\U000E0100", "葛\U000E0100*葛\U000E0100"},
        {"示\u200D人", "示\u200D*"},
        {"示\u200C例\u200D人", "示\u200C*人"},
        {"阿卜杜热合曼·示例", "阿**·*例"},
        {"  示例人\u3000", "示*人"},
        {"示〔U+D842〕人", "示*人"},
        {"示例〔U+D842〕", "示*〔U+D842〕"},
        {"〔U+D842〕", "*"},
        {"示〔U+D842", "示*"},
        {"Ann Bob", "A** B**"},
        {"SAMPLE A PERSON", "S** * P**"},
        {"A B", "* *"},
        {"Zoë", "Z**"},
        {"Zoe\u0308", "Z**"},
        {"A  B", "*  *"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(mask_name(row.whole), row.masked);
}

TEST(MaskingTest, Numbers) {
    constexpr Row rows[] = {
        {"", ""},
        {"1", "*"},
        {"12", "**"},
        {"123", "*23"},
        {"H01234567", "*******67"},
        {"12345678901", "*********01"},
        {"123456789012", "1234****9012"},
        {"PAK310080010103", "PAK3*******0103"},
        {"11010519491231002X", "1101**********002X"},
    };
    for (const Row& row : rows)
        EXPECT_EQ(mask_number(row.whole), row.masked);
}

RC_GTEST_PROP(MaskingTest, SomethingIsAlwaysHidden, (const std::string& text)) {
    const std::string name = "示" + text;
    const std::string masked = mask_name(name);
    RC_ASSERT(masked.find('*') != std::string::npos);
    RC_ASSERT(base::is_valid_utf8(masked));
}

} // namespace rexue::identity
