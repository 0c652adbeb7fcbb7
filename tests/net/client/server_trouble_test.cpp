// A real server that is there and yet not right: under another name, or too slow. Nothing of the
// terminal's is lost by it, and all goes on when the server is itself again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "net/client/uploader.h"
#include "tests/net/client/house_server.h"
#include "tests/net/client/waiting.h"

namespace rexue::client {

namespace {

using base::ErrorCode;

class ServerTroubleTest : public testing::Test {
  protected:
    ~ServerTroubleTest() override { house_.go_on(); }

    static UploaderOptions quick_uploads() {
        return {.first_retry = std::chrono::milliseconds(20),
                .longest_retry = std::chrono::milliseconds(50)};
    }
    bool all_delivered() {
        return eventually([&] { return *donor_.outbox().counts() == outbox::OutboxCounts{}; });
    }
    size_t stored_check_ins() {
        const auto store = *server::SqliteStore::open(house_.data().database());
        return store->events_of_day(sample_house, donor_.today())->events.size();
    }

    HouseServer house_;
    TestTerminal donor_{house_};
};

// Misfortune: an operator has put another machine's certificate on the server.
TEST_F(ServerTroubleTest, ACertificateForAnotherNameIsUntrustedUntilItIsPutRight) {
    house_.rename({"another-house.example"});
    const auto link = donor_.link();
    EXPECT_TRUE(eventually([&] { return link->state().condition == LinkCondition::untrusted; }));
    ASSERT_TRUE(donor_.check_in());
    Mailbox<UploadReport> reports;
    auto uploads = quick_uploads();
    uploads.on_report = reports.putter();
    const Uploader uploader(*link, donor_.outbox(), uploads);
    EXPECT_EQ(reports.take().trouble->code, ErrorCode::untrusted);
    EXPECT_EQ(donor_.outbox().counts()->quarantined, 0u);
    EXPECT_EQ(stored_check_ins(), 0u);

    house_.rename({"localhost", "127.0.0.1"});
    EXPECT_TRUE(all_delivered());
    EXPECT_EQ(link->state().condition, LinkCondition::online);
    EXPECT_EQ(stored_check_ins(), 1u);
}

// Misfortune: the server takes every request and answers none in time.
TEST_F(ServerTroubleTest, AnAnswerAfterTheDeadlineIsNoAnswerAndHarmsNothing) {
    auto options = donor_.link_options();
    options.lookup_timeout = std::chrono::milliseconds(200);
    const auto link = std::move(*ServerLink::create(options, house_.clock()));
    ASSERT_TRUE(eventually([&] { return link->state().condition == LinkCondition::online; }));

    house_.stall();
    Mailbox<base::Result<wire::DonorBrief>> answers;
    link->look_up_donor({.document_number = "000000199206140019"}, answers.putter());
    EXPECT_EQ(answers.take().error().code, ErrorCode::timeout);
    EXPECT_EQ(link->state().condition, LinkCondition::offline);
    ASSERT_TRUE(donor_.check_in());
    Mailbox<UploadReport> reports;
    auto uploads = quick_uploads();
    uploads.on_report = reports.putter();
    const Uploader uploader(*link, donor_.outbox(), uploads);
    EXPECT_EQ(donor_.outbox().counts()->events, 1u);

    house_.go_on();
    EXPECT_TRUE(all_delivered());
    EXPECT_EQ(stored_check_ins(), 1u);
    EXPECT_TRUE(eventually([&] { return link->state().condition == LinkCondition::online; }));
    link->look_up_donor({.document_number = "000000199206140019"}, answers.putter());
    EXPECT_TRUE(answers.take());
}

// Misfortune: somebody at the desk has forgotten the PIN.
TEST_F(ServerTroubleTest, SixWrongPinsMakeTheDeskWaitAndLeaveTheLineAlone) {
    const TestTerminal staff(house_, wire::SurfaceKind::staff);
    const auto link = staff.link();
    ASSERT_TRUE(eventually([&] { return link->state().condition == LinkCondition::online; }));
    Mailbox<base::Result<wire::StaffSession>> sessions;
    const auto try_pin = [&](const char* pin) {
        link->sign_in({.staff = "1001", .pin = pin}, sessions.putter());
        return sessions.take().error().code;
    };
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(try_pin("000000"), ErrorCode::unauthenticated);
    EXPECT_EQ(try_pin("000000"), ErrorCode::too_many_requests);
    EXPECT_EQ(try_pin("246810"), ErrorCode::too_many_requests) << "not even the right one";
    EXPECT_EQ(link->state().condition, LinkCondition::online);
}

// Misfortune: an operator has revoked this terminal. The server is there, and not for it.
TEST_F(ServerTroubleTest, ARevokedTerminalIsNotOnline) {
    const auto link = donor_.link();
    ASSERT_TRUE(eventually([&] { return link->state().condition == LinkCondition::online; }));
    ASSERT_TRUE(server::revoke_terminal(house_.data(), donor_.profile().terminal, house_.clock()));
    Mailbox<base::Result<HouseAnswer>> houses;
    link->house(houses.putter());
    EXPECT_EQ(houses.take()->source, HouseSource::cache);
    EXPECT_EQ(link->state().condition, LinkCondition::untrusted);
}

} // namespace

} // namespace rexue::client
