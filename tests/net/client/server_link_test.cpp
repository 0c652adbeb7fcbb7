// One state of the link, and a house that is known without a server.
#include "net/client/server_link.h"

#include <gtest/gtest.h>

#include "platform/storage/file.h"
#include "tests/net/client/scripted_peer.h"
#include "tests/net/client/waiting.h"
#include "tests/support/test_folder.h"

namespace rexue::client {

namespace {

using base::ErrorCode;

constexpr std::string_view a_house =
    R"({"house":"h","name":"测试献血屋","name_en":"Test House","city":"青岛","city_en":"Qingdao",)"
    R"("slogan":"","utc_offset_minutes":480,"opens":"09:00","closes":"17:00","stages":[],)"
    R"("service_points":[],"blood_needed_today":[],"notices":[]})";

class ServerLinkTest : public testing::Test {
  protected:
    void serve(ScriptedPeer::Script script, int port = 0) {
        peer_.emplace(Security::tls_1_3, authority_, std::move(script), port);
    }

    static ScriptedPeer::Script serving_the_house() {
        return answering([](const PeerRequest& request, PeerConnection& connection) {
            if (request.target == "/v1/houses/h") return connection.answer(200, a_house);
            connection.answer(404, R"({"type":"urn:rexue:problem:not_found","title":"",)"
                                   R"("status":404,"detail":""})");
        });
    }

    std::unique_ptr<ServerLink> link(const std::string& url) {
        ServerLinkOptions options{.http = {.base_url = url,
                                           .trust = {.ca_file = authority_.ca_file},
                                           .instance = std::string(64, 'a')},
                                  .house = wire::HouseId("h"),
                                  .house_cache = folder_.path() / "house.json",
                                  .lookup_timeout = lookup_timeout_,
                                  .first_probe = std::chrono::milliseconds(10),
                                  .longest_probe = std::chrono::milliseconds(20),
                                  .on_state = states_.putter(),
                                  .on_server_date = [this](auto date) { dates_.put(date); }};
        return std::move(*ServerLink::create(options, clock_));
    }

    static std::string nowhere() { return "https://127.0.0.1:" + std::to_string(unused_port()); }

    support::TestFolder folder_;
    TestAuthority authority_{folder_.path()};
    time::SystemClock clock_;
    std::chrono::milliseconds lookup_timeout_ = std::chrono::seconds(20);
    std::optional<ScriptedPeer> peer_;
    Mailbox<LinkState> states_;
    Mailbox<base::Instant> dates_;
};

TEST_F(ServerLinkTest, TheHouseIsKeptForAStartWithoutAServer) {
    serve(serving_the_house());
    Mailbox<base::Result<HouseAnswer>> answers;
    {
        const auto online = link(peer_->url());
        EXPECT_EQ(online->cached_house().error().code, ErrorCode::not_found);
        online->house(answers.putter());
        const auto answer = answers.take();
        ASSERT_TRUE(answer);
        EXPECT_EQ(answer->source, HouseSource::server);
    }
    const auto offline = link(nowhere());
    EXPECT_EQ(offline->cached_house()->name, "测试献血屋");
    offline->house(answers.putter());
    const auto answer = answers.take();
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->source, HouseSource::cache);
    EXPECT_EQ(answer->house.name, "测试献血屋");
}

TEST_F(ServerLinkTest, ADamagedCacheIsNoHouse) {
    ASSERT_TRUE(storage::write_file_atomically(folder_.path() / "house.json",
                                               base::bytes_of("{\"house\":"), 0600));
    const auto offline = link(nowhere());
    EXPECT_EQ(offline->cached_house().error().code, ErrorCode::corrupt);
    Mailbox<base::Result<HouseAnswer>> answers;
    offline->house(answers.putter());
    EXPECT_EQ(answers.take().error().code, ErrorCode::unavailable);
}

TEST_F(ServerLinkTest, TellsWhenTheServerGoesAndComesBack) {
    serve(serving_the_house());
    const int port = peer_->port();
    const auto watched = link(peer_->url());
    EXPECT_EQ(states_.take().condition, LinkCondition::connecting);
    EXPECT_EQ(states_.take().condition, LinkCondition::online);
    peer_.reset();
    Mailbox<base::Result<HouseAnswer>> answers;
    watched->house(answers.putter());
    EXPECT_EQ(states_.take().condition, LinkCondition::offline);
    serve(serving_the_house(), port);
    EXPECT_EQ(states_.take().condition, LinkCondition::online) << "it asks again by itself";
}

TEST_F(ServerLinkTest, ANoOfTheServerIsNoTroubleOfTheLink) {
    serve(serving_the_house());
    const auto online = link(peer_->url());
    Mailbox<base::Result<wire::DonorBrief>> answers;
    online->look_up_donor({.card_number = "nobody"}, answers.putter());
    EXPECT_EQ(answers.take().error().code, ErrorCode::not_found);
    EXPECT_EQ(online->state().condition, LinkCondition::online);
}

TEST_F(ServerLinkTest, ALookUpDoesNotKeepADonorWaiting) {
    lookup_timeout_ = std::chrono::milliseconds(100);
    serve([](PeerConnection& connection) { connection.wait_for_end(); });
    const auto slow = link(peer_->url());
    Mailbox<base::Result<wire::DonorBrief>> answers;
    slow->look_up_donor({.card_number = "somebody"}, answers.putter());
    EXPECT_EQ(answers.take().error().code, ErrorCode::timeout);
    EXPECT_EQ(slow->state().condition, LinkCondition::offline);
}

TEST_F(ServerLinkTest, AnAnswerOfAnotherKindIsCorrupt) {
    serve(answering([](const PeerRequest&, PeerConnection& connection) {
        connection.answer(200, R"({"donor":7})");
    }));
    const auto online = link(peer_->url());
    Mailbox<base::Result<wire::DonorBrief>> answers;
    online->look_up_donor({.card_number = "somebody"}, answers.putter());
    EXPECT_EQ(answers.take().error().code, ErrorCode::corrupt);
}

TEST_F(ServerLinkTest, OnlyATrustedServersDateRaisesTheClock) {
    const auto dated = answering([](const PeerRequest&, PeerConnection& connection) {
        connection.answer(200, a_house, "Date: Sun, 14 Jun 2026 02:24:05 GMT\r\n");
    });
    const support::TestFolder other;
    const TestAuthority stranger(other.path());
    const ScriptedPeer liar(Security::tls_1_3, stranger, dated);
    const auto untrusting = link(liar.url());
    EXPECT_EQ(states_.take().condition, LinkCondition::connecting);
    EXPECT_EQ(states_.take().condition, LinkCondition::untrusted);
    EXPECT_EQ(dates_.size(), 0);

    serve(dated);
    const auto trusting = link(peer_->url());
    EXPECT_EQ(dates_.take(), base::parse_instant("2026-06-14T02:24:05.000Z"));
}

TEST_F(ServerLinkTest, AnInstanceThatIsNoneIsRefusedAtOnce) {
    EXPECT_EQ(ServerLink::create({.http = {.base_url = "https://127.0.0.1"}}, clock_).error().code,
              ErrorCode::invalid_argument);
}

} // namespace

} // namespace rexue::client
