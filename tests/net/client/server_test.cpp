// The terminal's side against the real server: enrol, look up, send, follow, through its
// restarts.
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "net/client/event_follower.h"
#include "net/client/uploader.h"
#include "tests/net/client/house_server.h"
#include "tests/net/client/waiting.h"

namespace rexue::client {

namespace {

using base::ErrorCode;
using testing::SizeIs;

// What a follower was told, as the house log it stands for.
class FollowedLog {
  public:
    FollowerSink sink() {
        return {.on_snapshot =
                    [this](const wire::EventPage& page) {
                        const std::lock_guard lock(mutex_);
                        events_.clear();
                        for (const auto& event : page.events)
                            add(event);
                    },
                .on_event =
                    [this](const wire::SequencedEvent& event) {
                        const std::lock_guard lock(mutex_);
                        add(event);
                    },
                .on_stream = [this](const base::Status& status) { streams_.put(status); }};
    }

    std::vector<std::string> tickets() const {
        const std::lock_guard lock(mutex_);
        return events_;
    }
    Mailbox<base::Status>& streams() { return streams_; }

  private:
    void add(const wire::SequencedEvent& event) {
        events_.emplace_back(event.event.at("ticket").as_string());
    }

    mutable std::mutex mutex_;
    std::vector<std::string> events_;
    Mailbox<base::Status> streams_;
};

FollowerOptions quick(FollowerOptions options = {}) {
    options.house = sample_house;
    options.silence_limit = std::chrono::seconds(5);
    options.first_retry = std::chrono::milliseconds(20);
    options.longest_retry = std::chrono::milliseconds(50);
    return options;
}

UploaderOptions quick_uploads() {
    return {.first_retry = std::chrono::milliseconds(20),
            .longest_retry = std::chrono::milliseconds(50)};
}

class ServerTest : public testing::Test {
  protected:
    HouseServer house_;
};

TEST_F(ServerTest, AnEnrolledTerminalLooksUpADonor) {
    const TestTerminal terminal(house_);
    EXPECT_EQ(terminal.profile().house, sample_house);
    EXPECT_EQ(terminal.profile().ticket_letter, "A");
    const auto link = terminal.link();
    Mailbox<base::Result<wire::DonorBrief>> answers;
    link->look_up_donor({.document_number = "000000199206140019"}, answers.putter());
    const auto brief = answers.take();
    ASSERT_TRUE(brief) << brief.error().detail;
    EXPECT_THAT(brief->donations, SizeIs(4));
    EXPECT_EQ(link->state().condition, LinkCondition::online);

    link->look_up_donor({.document_number = "000000190001010000"}, answers.putter());
    EXPECT_EQ(answers.take().error().code, ErrorCode::not_found);
}

TEST_F(ServerTest, AnEnrolmentCodeWorksOnce) {
    const support::TestFolder folder;
    auto plan = house_.plan(folder.path() / "one");
    ASSERT_TRUE(enrol(plan, house_.clock()));
    plan.folder = folder.path() / "two";
    EXPECT_EQ(enrol(plan, house_.clock()).error().code, ErrorCode::unauthenticated);
    EXPECT_FALSE(is_enrolled(plan.folder));
}

TEST_F(ServerTest, EnrolsByTheFingerprintOfItsCertificate) {
    const support::TestFolder folder;
    auto plan = house_.plan(folder.path() / "profile");
    plan.trust = {.sha256_fingerprint = *server::authority_fingerprint(house_.data())};
    const auto profile = enrol(plan, house_.clock());
    ASSERT_TRUE(profile) << profile.error().detail;
    EXPECT_TRUE(load_profile(plan.folder));
}

TEST_F(ServerTest, AVisitReachesTheServerAndEveryFollower) {
    TestTerminal donor(house_);
    const TestTerminal board(house_, wire::SurfaceKind::board);
    const auto donor_link = donor.link();
    const auto board_link = board.link();
    FollowedLog log;
    const EventFollower follower(board_link->http(), quick(), log.sink());
    const Uploader uploader(*donor_link, donor.outbox(), quick_uploads());
    ASSERT_TRUE(donor.check_in());
    ASSERT_TRUE(donor.check_in());
    EXPECT_TRUE(eventually([&] { return log.tickets().size() == 2; }));
    EXPECT_EQ(log.tickets(), (std::vector<std::string>{"A001", "A002"}));
    EXPECT_TRUE(eventually([&] { return *donor.outbox().counts() == outbox::OutboxCounts{}; }));
}

TEST_F(ServerTest, StaffSeeWhoStandsBehindATicketAndCallIt) {
    TestTerminal donor(house_);
    const TestTerminal staff(house_, wire::SurfaceKind::staff);
    const auto donor_link = donor.link();
    const auto staff_link = staff.link();
    const Uploader uploader(*donor_link, donor.outbox(), quick_uploads());
    ASSERT_TRUE(donor.check_in());
    ASSERT_TRUE(eventually([&] { return *donor.outbox().counts() == outbox::OutboxCounts{}; }));

    Mailbox<base::Result<wire::StaffSession>> sessions;
    staff_link->sign_in({.staff = "1001", .pin = "000000"}, sessions.putter());
    EXPECT_EQ(sessions.take().error().code, ErrorCode::unauthenticated);
    EXPECT_EQ(staff_link->state().condition, LinkCondition::online)
        << "a wrong PIN is no trouble of the link";
    staff_link->sign_in({.staff = "1001", .pin = "246810"}, sessions.putter());
    const auto session = sessions.take();
    ASSERT_TRUE(session);

    Mailbox<base::Result<wire::VisitBriefs>> briefs;
    staff_link->visit_briefs(session->token, briefs.putter());
    const auto seen = briefs.take();
    ASSERT_TRUE(seen);
    ASSERT_THAT(seen->visits, SizeIs(1));
    EXPECT_EQ(seen->visits[0].ticket, "A001");

    Mailbox<base::Result<wire::CallDecision>> decisions;
    staff_link->call({.id = base::make_uuid_v7(house_.clock().wall()),
                      .command = wire::CallCommand::next,
                      .service_point = "w1"},
                     session->token, decisions.putter());
    const auto decision = decisions.take();
    ASSERT_TRUE(decision) << decision.error().detail;
    EXPECT_EQ(decision->decided.event.at("ticket").as_string(), "A001");
}

// Misfortune: the server goes away and comes back in the middle of things.
TEST_F(ServerTest, EveryVisitArrivesExactlyOnceThroughRestarts) {
    constexpr int visits = 30;
    TestTerminal donor(house_);
    const auto link = donor.link();
    FollowedLog log;
    const EventFollower follower(link->http(), quick(), log.sink());
    const Uploader uploader(*link, donor.outbox(), quick_uploads());
    for (int i = 0; i < visits; ++i) {
        if (i == 8 || i == 18) house_.stop();
        if (i == 12 || i == 24) house_.start();
        ASSERT_TRUE(donor.check_in());
    }
    ASSERT_TRUE(eventually([&] { return *donor.outbox().counts() == outbox::OutboxCounts{}; }));
    ASSERT_TRUE(eventually([&] { return log.tickets().size() >= visits; }));
    const auto tickets = log.tickets();
    EXPECT_THAT(tickets, SizeIs(visits));
    EXPECT_THAT(std::set(tickets.begin(), tickets.end()), SizeIs(visits));
}

TEST_F(ServerTest, AnAnswerThatWasLostStoresNothingTwice) {
    TestTerminal donor(house_);
    ASSERT_TRUE(donor.check_in());
    const auto link = donor.link();
    // The first program sends and is killed before it notes the answer: the items are still there.
    const auto events = donor.outbox().lease(outbox::ItemKind::event);
    Mailbox<base::Result<Response>> answers;
    link->http().send({.method = Method::post,
                       .path = "/v1/houses/qd-wusi/events",
                       .body = R"({"events":[)" + events->front().item.body + "]}"},
                      answers.putter());
    ASSERT_TRUE(answers.take());
    donor.outbox().release(std::array{events->front().number});

    FollowedLog log;
    const Uploader uploader(*link, donor.outbox(), quick_uploads());
    ASSERT_TRUE(eventually([&] { return *donor.outbox().counts() == outbox::OutboxCounts{}; }));
    const EventFollower follower(link->http(), quick(), log.sink());
    ASSERT_TRUE(eventually([&] { return !log.tickets().empty(); }));
    EXPECT_THAT(log.tickets(), SizeIs(1));
}

TEST_F(ServerTest, WhatTheServerRefusesIsQuarantinedAndTheRestGoes) {
    TestTerminal donor(house_);
    ASSERT_TRUE(donor.check_in());
    outbox::Item foreign{.id = base::make_uuid_v7(house_.clock().wall()), .day = donor.today()};
    foreign.body = R"({"id":")" + foreign.id.to_string() + R"(","kind":"nonsense"})";
    outbox::Item broken{.id = base::make_uuid_v7(house_.clock().wall()), .day = donor.today()};
    broken.body = "this is not JSON";
    ASSERT_TRUE(donor.outbox().append(std::array{foreign, broken}));
    ASSERT_TRUE(donor.check_in());
    const auto link = donor.link();
    const Uploader uploader(*link, donor.outbox(), quick_uploads());
    ASSERT_TRUE(eventually(
        [&] { return *donor.outbox().counts() == outbox::OutboxCounts{.quarantined = 2}; }));
    const auto kept = *donor.outbox().list();
    ASSERT_THAT(kept, SizeIs(2));
    EXPECT_EQ(kept[0].id, foreign.id);
    EXPECT_EQ(kept[0].refusal, "malformed");
    EXPECT_EQ(kept[1].id, broken.id);
}

// Misfortune: somebody has copied the profile to a second machine.
TEST_F(ServerTest, ACopiedProfileIsADuplicateTerminal) {
    TestTerminal donor(house_);
    const auto link = donor.link();
    ASSERT_TRUE(eventually([&] { return link->state().condition == LinkCondition::online; }));
    auto options = donor.link_options("fedcba9876543210fedcba9876543210");
    const auto copy = std::move(*ServerLink::create(options, house_.clock()));
    EXPECT_TRUE(
        eventually([&] { return copy->state().condition == LinkCondition::duplicate_terminal; }));
    EXPECT_EQ(link->state().condition, LinkCondition::online);

    // Nothing of a duplicate is quarantined: it waits until somebody has sorted things out.
    ASSERT_TRUE(donor.check_in());
    Mailbox<UploadReport> reports;
    auto uploads = quick_uploads();
    uploads.on_report = reports.putter();
    {
        const Uploader uploader(*copy, donor.outbox(), uploads);
        for (int i = 0; i < 5; ++i)
            EXPECT_TRUE(reports.take().trouble);
    }
    EXPECT_EQ(donor.outbox().counts()->events, 1);
    EXPECT_EQ(donor.outbox().counts()->records, 1);
    EXPECT_EQ(donor.outbox().counts()->quarantined, 0);
}

TEST_F(ServerTest, ARevokedTerminalKeepsWhatItHas) {
    TestTerminal donor(house_);
    ASSERT_TRUE(donor.check_in());
    ASSERT_TRUE(server::revoke_terminal(house_.data(), donor.profile().terminal, house_.clock()));
    const auto link = donor.link();
    Mailbox<UploadReport> reports;
    auto uploads = quick_uploads();
    uploads.on_report = reports.putter();
    const Uploader uploader(*link, donor.outbox(), uploads);
    EXPECT_EQ(reports.take().trouble->code, ErrorCode::unauthenticated);
    EXPECT_EQ(donor.outbox().counts()->quarantined, 0);
}

TEST_F(ServerTest, AStrangersServerIsUntrusted) {
    TestTerminal donor(house_);
    const HouseServer stranger(Keys::of_a_stranger);
    auto options = donor.link_options();
    options.http.base_url = stranger.url();
    const auto link = std::move(*ServerLink::create(options, house_.clock()));
    EXPECT_TRUE(eventually([&] { return link->state().condition == LinkCondition::untrusted; }));
}

} // namespace

} // namespace rexue::client
