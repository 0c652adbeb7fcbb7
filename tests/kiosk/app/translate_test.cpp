// What the record says of a donor however they came in: by it the server judges again.
#include "kiosk/app/translate.h"

#include <gtest/gtest.h>

namespace rexue::app {
namespace {

using std::chrono::August;
using std::chrono::June;

constexpr base::Date today = std::chrono::year(2026) / June / 14;
constexpr base::Date birth = std::chrono::year(1975) / August / 9;

wire::VisitRecord record_today(const flow::donor::Visit& visit) {
    return record_of(visit, {.visit = {},
                             .house = wire::HouseId("test-house"),
                             .ticket = "A001",
                             .at = {},
                             .today = today});
}

flow::donor::Visit a_typed_visit(const char* number) {
    flow::donor::Visit visit{.entry = flow::donor::Entry::typed_number};
    visit.typed.emplace();
    visit.typed->number = base::SecretText(std::string(number));
    visit.typed->birth = birth;
    return visit;
}

// What a physician decided before comes with the donor, by type; the rules do the rest.
TEST(KnownDonorOfABrief, has_the_deferrals_that_the_server_tells) {
    wire::DonorBrief brief;
    EXPECT_TRUE(known_donor_of(brief).deferrals.empty()) << "an older server tells none";
    brief.deferrals = {{.type = wire::DonationType::platelets, .until = today},
                       {.type = wire::DonationType::whole_blood, .until = {}}};
    const std::vector<donation::Deferral> told{
        {.type = donation::DonationType::platelets, .until = today},
        {.type = donation::DonationType::whole_blood, .until = {}}};
    EXPECT_EQ(known_donor_of(brief).deferrals, told);
}

TEST(RecordOfAVisit, by_honour_card_has_birth_and_sex_as_the_server_told_them) {
    flow::donor::Visit visit{.entry = flow::donor::Entry::honour_card};
    visit.card_number = base::SecretText(std::string("10100000000000001"));
    visit.donor.emplace();
    visit.donor->birth = birth;
    visit.donor->sex = identity::Sex::female;
    const auto record = record_today(visit);
    EXPECT_EQ(record.entry, wire::EntryKind::honour_card);
    EXPECT_EQ(record.birth, birth);
    EXPECT_EQ(record.sex, "female");
}

TEST(RecordOfAVisit, by_honour_card_of_nobody_known_has_neither) {
    flow::donor::Visit visit{.entry = flow::donor::Entry::honour_card};
    const auto record = record_today(visit);
    EXPECT_FALSE(record.birth);
    EXPECT_FALSE(record.sex);
}

TEST(RecordOfAVisit, by_typed_number_has_birth_and_sex_as_the_number_tells_them) {
    const auto man = record_today(a_typed_visit("000000197508090038"));
    EXPECT_EQ(man.entry, wire::EntryKind::typed_number);
    EXPECT_EQ(man.birth, birth);
    EXPECT_EQ(man.sex, "male");
    EXPECT_EQ(record_today(a_typed_visit("000000197508090046")).sex, "female");
}

TEST(RecordOfAVisit, by_document_says_what_the_document_says) {
    flow::donor::Visit visit;
    visit.document.emplace();
    visit.document->birth = birth;
    visit.document->sex = identity::Sex::male;
    const auto record = record_today(visit);
    EXPECT_EQ(record.birth, birth);
    EXPECT_EQ(record.sex, "male");
}

} // namespace
} // namespace rexue::app
