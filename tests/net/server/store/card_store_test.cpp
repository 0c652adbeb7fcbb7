// Honour cards in every store: places in the revocation list, numbers, and codes that were shown.
#include <gtest/gtest.h>

#include "tests/net/server/samples.h"
#include "tests/net/server/store/store_kinds.h"
#include "tests/platform/storage/temporary_folder.h"

namespace rexue::server {
namespace {

using base::ErrorCode;
using tests::noon;

class CardStore : public testing::TestWithParam<tests::StoreKind> {
  protected:
    void SetUp() override {
        ASSERT_TRUE(store_);
        ASSERT_TRUE(store_->put_donor({.id = donor_,
                                       .name = "示例甲",
                                       .document_number = "000000199206140019",
                                       .mobile = "",
                                       .donations = {}},
                                      std::nullopt));
    }

    base::Result<IssuedCard> issue(base::Instant at, const std::string& fresh) {
        return store_->issue_card(
            donor_, at - std::chrono::hours(12), fresh,
            [&](std::uint32_t index, const std::string& number) {
                return base::Result<IssuedCard>({.index = index,
                                                 .number = number,
                                                 .donor = donor_,
                                                 .issued = at,
                                                 .expires = at + std::chrono::hours(1000),
                                                 .revoked_at = std::nullopt,
                                                 .text = "text " + std::to_string(index)});
            });
    }

    tests::TemporaryFolder folder_;
    std::unique_ptr<Store> store_ = GetParam().open(folder_.path());
    const wire::DonorId donor_{"d-1"};
};
INSTANTIATE_TEST_SUITE_P(Databases, CardStore, tests::all_stores(), tests::store_name);

TEST_P(CardStore, places_are_given_once_and_a_number_stays_the_donors) {
    EXPECT_EQ(issue(noon, "1")->index, 0U);
    EXPECT_EQ(issue(noon + std::chrono::hours(1), "2")->text, "text 0");
    const auto next = issue(noon + std::chrono::hours(24), "3");
    EXPECT_EQ(next->index, 1U);
    EXPECT_EQ(next->number, "1");
    EXPECT_EQ(store_->donor_by_card("1")->id, donor_);
    const auto all = store_->cards();
    ASSERT_EQ(all->size(), 2U);
    EXPECT_EQ(all->front().issued, noon);
    EXPECT_EQ(all->front().text, "text 0");
}

TEST_P(CardStore, a_card_that_could_not_be_made_takes_no_number) {
    const auto failed = store_->issue_card(
        donor_, noon, "1", [](std::uint32_t, const std::string&) -> base::Result<IssuedCard> {
            return base::fail(ErrorCode::unavailable, "no key");
        });
    EXPECT_EQ(failed.error().code, ErrorCode::unavailable);
    EXPECT_FALSE(store_->donor_by_card("1"));
    EXPECT_TRUE(store_->cards()->empty());
}

TEST_P(CardStore, revoked_is_every_card_of_the_number_and_for_good) {
    ASSERT_TRUE(issue(noon, "1"));
    ASSERT_TRUE(issue(noon + std::chrono::hours(24), ""));
    EXPECT_EQ(store_->revoke_card("9", noon).error().code, ErrorCode::not_found);
    EXPECT_EQ(store_->revoke_card("1", noon), (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(store_->revoked_cards(), (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(store_->revoke_card("1", noon).error().code, ErrorCode::already_exists);
    EXPECT_EQ(store_->cards()->front().revoked_at, noon);
    const auto next = issue(noon, "2");
    EXPECT_EQ(next->number, "2");
    EXPECT_EQ(next->index, 2U);
}

TEST_P(CardStore, a_shown_code_is_another_terminals_until_it_is_old) {
    const auto note = [&](const std::string& terminal, std::int64_t oldest) {
        return store_->note_shown_code(
            {.card_number = "1", .step = 100, .terminal = wire::TerminalId(terminal)}, oldest);
    };
    EXPECT_EQ(note("t-1", 40), true);
    EXPECT_EQ(note("t-2", 40), false);
    EXPECT_EQ(note("t-1", 100), true);
    EXPECT_EQ(store_->note_shown_code(
                  {.card_number = "2", .step = 200, .terminal = wire::TerminalId("t-2")}, 101),
              true);
    EXPECT_EQ(note("t-2", 40), true); // forgotten meanwhile
}

} // namespace
} // namespace rexue::server
