// What a terminal verifies honour cards with: fetched, kept, believed, and what it cannot know
// alone.
#include "net/client/card_trust.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "net/server/keys/card_keys.h"
#include "platform/storage/database.h"
#include "platform/storage/file.h"
#include "tests/net/client/house_server.h"
#include "tests/net/client/waiting.h"

namespace rexue::client {
namespace {

using credential::Verdict;
using wire::SurfaceKind;

constexpr const char* forty_times = "000000196903030065";

class CardTrustTest : public testing::Test {
  protected:
    // One terminal, which can be started again.
    struct Tablet {
        explicit Tablet(const HouseServer& house)
            : terminal(house, SurfaceKind::volunteer), clock(house.clock()) {}

        void start() {
            stop();
            link = terminal.link();
            auto made = CardTrust::create(*link,
                                          {.cache = terminal.profile().card_trust_path(),
                                           .seen_codes = terminal.profile().seen_codes_path(),
                                           .first_retry = std::chrono::milliseconds(20),
                                           .on_change = [this] { ++changes; }},
                                          clock);
            ASSERT_TRUE(made) << made.error().detail;
            trust = std::move(*made);
        }
        void stop() {
            trust.reset();
            link.reset();
        }
        void start_and_hear() {
            start();
            ASSERT_TRUE(eventually([&] { return trust->as_of().revocations.has_value(); }));
        }
        Verdict verdict(const std::string& text) {
            return trust->verify(text, clock.wall()).verdict;
        }

        TestTerminal terminal;
        const time::Clock& clock;
        std::atomic<int> changes = 0;
        std::unique_ptr<ServerLink> link;
        std::unique_ptr<CardTrust> trust;
    };

    std::string issued() {
        const auto card = server::issue_card(
            house_.data(),
            {.document_number = forty_times, .house = {}, .assets = REXUE_SOURCE_DIR "/assets"},
            house_.clock());
        EXPECT_TRUE(card) << card.error().detail;
        number_ = card->number;
        return card->text;
    }
    // As the holder's telephone shows it now.
    std::string dynamic_code() {
        const auto step = *credential::step_at(house_.clock().wall());
        const auto card = std::stoull(number_);
        const auto master = *server::keys::card_codes_master(house_.data());
        return credential::make_dynamic_code(card, step, master.for_day(step.day).for_holder(card));
    }

    int codes_that_the_server_knows() {
        auto database = storage::Database::open(house_.data().database());
        auto count = database->prepare("SELECT count(*) FROM shown_codes");
        return count->step().value() ? count->column<int>(0) : 0;
    }

    HouseServer house_;
    std::string number_;
};

TEST_F(CardTrustTest, what_was_heard_is_good_without_a_line_and_after_a_restart) {
    Tablet tablet(house_);
    const auto text = issued();
    tablet.start_and_hear();
    EXPECT_EQ(tablet.verdict(text), Verdict::valid);
    EXPECT_GE(tablet.changes, 1);
    house_.stop();
    tablet.start();
    const auto found = tablet.trust->verify(text, house_.clock().wall());
    EXPECT_EQ(found.verdict, Verdict::valid);
    EXPECT_TRUE(found.remarks.empty());
    EXPECT_TRUE(tablet.trust->as_of().keys);
    EXPECT_TRUE(tablet.trust->as_of().revocations);
    EXPECT_EQ(tablet.verdict(dynamic_code()), Verdict::valid);
    struct stat status{};
    ASSERT_EQ(::stat(tablet.terminal.profile().card_trust_path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600); // day keys are secret
}

TEST_F(CardTrustTest, who_has_never_heard_knows_no_issuer) {
    Tablet tablet(house_);
    const auto text = issued();
    house_.stop();
    tablet.start();
    EXPECT_EQ(tablet.verdict(text), Verdict::unknown_issuer);
    EXPECT_FALSE(tablet.trust->as_of().keys);
}

TEST_F(CardTrustTest, a_damaged_file_is_as_none_until_the_server_answers) {
    Tablet tablet(house_);
    const auto text = issued();
    tablet.start_and_hear();
    tablet.stop();
    house_.stop();
    for (const char* damaged : {"", "{", R"({"keys_as_of":1})", "\xFF\xFE"}) {
        ASSERT_TRUE(storage::write_file_atomically(tablet.terminal.profile().card_trust_path(),
                                                   base::bytes_of(damaged), 0600));
        tablet.start();
        EXPECT_EQ(tablet.verdict(text), Verdict::unknown_issuer) << damaged;
    }
    house_.start();
    EXPECT_TRUE(eventually([&] { return tablet.verdict(text) == Verdict::valid; }));
}

TEST_F(CardTrustTest, a_card_is_revoked_from_the_next_list_on) {
    Tablet tablet(house_);
    const auto text = issued();
    tablet.start_and_hear();
    ASSERT_EQ(tablet.verdict(text), Verdict::valid);
    ASSERT_TRUE(server::revoke_card(house_.data(), number_, house_.clock()));
    EXPECT_EQ(tablet.verdict(text), Verdict::valid);
    const int before = tablet.changes;
    tablet.trust->refresh();
    EXPECT_TRUE(eventually([&] { return tablet.verdict(text) == Verdict::revoked; }));
    EXPECT_TRUE(eventually([&] { return tablet.changes > before; }));
}

TEST_F(CardTrustTest, cards_of_the_old_key_and_of_the_new_are_good) {
    Tablet tablet(house_);
    const auto old = issued();
    tablet.start_and_hear();
    const auto added =
        server::add_card_key(house_.data(), {}, std::chrono::hours(0), house_.clock());
    ASSERT_TRUE(added) << added.error().detail;
    ASSERT_TRUE(eventually([&] {
        const auto signer = server::keys::card_signer(house_.data(), house_.clock().wall());
        return base::hex_encode(signer->key.verification_key().id()) == *added;
    }));
    ASSERT_TRUE(server::revoke_card(house_.data(), number_, house_.clock()));
    const auto fresh = issued();
    EXPECT_EQ(tablet.verdict(fresh), Verdict::unknown_issuer);
    tablet.trust->refresh();
    EXPECT_TRUE(eventually([&] { return tablet.verdict(fresh) == Verdict::valid; }));
    EXPECT_TRUE(eventually([&] { return tablet.verdict(old) == Verdict::revoked; }));
}

TEST_F(CardTrustTest, a_code_is_seen_before_here_and_at_a_second_terminal_of_the_server) {
    Tablet here(house_);
    Tablet there(house_);
    issued();
    here.start_and_hear();
    there.start_and_hear();
    const auto code = dynamic_code();
    const auto now = house_.clock().wall();
    Mailbox<credential::Finding> no_word;
    Mailbox<credential::Finding> word;
    EXPECT_EQ(here.trust->verify(code, now, no_word.putter()).verdict, Verdict::valid);
    EXPECT_EQ(here.trust->verify(code, now, no_word.putter()).verdict, Verdict::seen_before);
    ASSERT_TRUE(eventually([&] { return codes_that_the_server_knows() == 1; }));
    here.start();
    EXPECT_EQ(here.trust->verify(code, now, no_word.putter()).verdict, Verdict::seen_before);
    EXPECT_EQ(there.trust->verify(code, now, word.putter()).verdict, Verdict::valid);
    const auto second = word.take();
    EXPECT_EQ(second.verdict, Verdict::seen_before);
    EXPECT_EQ(second.code_card_number->str(), number_);
    EXPECT_EQ(no_word.size(), 0U);
}

} // namespace
} // namespace rexue::client
