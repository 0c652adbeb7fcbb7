// Whether a document holds today: the day before, the day, the day after.
#include "kiosk/rules/identity/identity_document.h"

#include <gtest/gtest.h>

#include "kiosk/rules/identity/nation.h"

namespace rexue::identity {

using namespace std::chrono_literals;

TEST(IdentityDocumentTest, BothPrintedDaysBelongToThePeriod) {
    const IdentityDocument document{.valid_from = 2016y / 3 / 1, .valid_to = 2026y / 3 / 1};
    EXPECT_EQ(validity_on(document, 2016y / 2 / 29), Validity::not_yet);
    EXPECT_EQ(validity_on(document, 2016y / 3 / 1), Validity::valid);
    EXPECT_EQ(validity_on(document, 2026y / 3 / 1), Validity::valid);
    EXPECT_EQ(validity_on(document, 2026y / 3 / 2), Validity::expired);
}

TEST(IdentityDocumentTest, LongTermHasNoLastDay) {
    const IdentityDocument document{.valid_from = 2016y / 3 / 1, .valid_long_term = true};
    EXPECT_EQ(validity_on(document, 2016y / 2 / 29), Validity::not_yet);
    EXPECT_EQ(validity_on(document, 2099y / 1 / 1), Validity::valid);
}

TEST(IdentityDocumentTest, WithoutALastDayNobodyKnows) {
    EXPECT_EQ(validity_on({}, 2026y / 3 / 1), Validity::unknown);
    EXPECT_EQ(validity_on({.valid_from = 2016y / 3 / 1}, 2026y / 3 / 1), Validity::unknown);
}

TEST(NationTest, NamesByCode) {
    EXPECT_EQ(nation_name("01"), "汉");
    EXPECT_EQ(nation_name("05"), "维吾尔");
    EXPECT_EQ(nation_name("56"), "基诺");
    EXPECT_EQ(nation_name("97"), "其他");
    EXPECT_EQ(nation_name("98"), "外国血统中国籍人士");
    for (const char* code : {"", "00", "57", "96", "99", "1", "011", "汉"}) {
        EXPECT_EQ(nation_name(code), "") << code;
    }
}

} // namespace rexue::identity
