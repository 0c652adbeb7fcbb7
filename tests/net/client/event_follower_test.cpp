// The house log arrives once and in order, whatever the stream does.
#include "net/client/event_follower.h"

#include <gtest/gtest.h>
#include <poll.h>

#include "platform/time/clock.h"
#include "tests/net/client/scripted_peer.h"
#include "tests/net/client/waiting.h"
#include "tests/support/test_folder.h"

namespace rexue::client {

namespace {

constexpr std::string_view stream_head =
    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";

std::string house_event(int sequence) {
    const auto number = std::to_string(sequence);
    return "id: " + number + "\nevent: house\ndata: {\"sequence\":" + number + ",\"event\":{}}\n\n";
}

std::string snapshot(int last) {
    return "event: snapshot\ndata: {\"events\":[],\"last\":" + std::to_string(last) + "}\n\n";
}

// What the sink was told: "snapshot 7", "event 8", "stream", "no stream: timeout".
class EventFollowerTest : public testing::Test {
  protected:
    // Each connection plays the next part; after the last one, it waits.
    using Part = std::function<void(PeerConnection&, const PeerRequest&)>;

    void play(std::vector<Part> parts, std::int64_t after = 0,
              std::chrono::milliseconds silence = generous) {
        peer_.emplace(Security::tls_1_3, authority_,
                      [this, parts = std::move(parts)](PeerConnection& connection) {
                          const auto request = connection.read_request();
                          if (!request) return;
                          requests_.put(*request);
                          const size_t turn = turn_++;
                          if (turn >= parts.size()) return connection.wait_for_end();
                          parts[turn](connection, *request);
                      });
        http_ = std::move(*HttpClient::create(
            {.base_url = peer_->url(), .trust = {.ca_file = authority_.ca_file}}));
        follower_.emplace(
            *http_,
            FollowerOptions{.house = wire::HouseId("h"),
                            .after = after,
                            .silence_limit = silence,
                            .first_retry = std::chrono::milliseconds(5),
                            .longest_retry = std::chrono::milliseconds(20)},
            FollowerSink{.on_snapshot =
                             [this](const wire::EventPage& page) {
                                 told_.put("snapshot " + std::to_string(page.last));
                             },
                         .on_event =
                             [this](const wire::SequencedEvent& event) {
                                 told_.put("event " + std::to_string(event.sequence));
                             },
                         .on_stream =
                             [this](const base::Status& status) {
                                 told_.put(status
                                               ? "stream"
                                               : "no stream: " +
                                                     std::string(to_string(status.error().code)));
                             }});
    }

    static Part streaming(std::string text) {
        return [text = std::move(text)](PeerConnection& connection, const PeerRequest&) {
            connection.write(std::string(stream_head) + text);
        };
    }

    static Part streaming_then_silent(std::string text) {
        return [text = std::move(text)](PeerConnection& connection, const PeerRequest&) {
            connection.write(std::string(stream_head) + text);
            connection.wait_for_end();
        };
    }

    void expect_told(std::initializer_list<std::string_view> lines) {
        for (const auto line : lines)
            EXPECT_EQ(told_.take(), line);
    }

    support::TestFolder folder_;
    TestAuthority authority_{folder_.path()};
    std::atomic<size_t> turn_ = 0;
    Mailbox<PeerRequest> requests_;
    Mailbox<std::string> told_;
    std::optional<ScriptedPeer> peer_;
    std::unique_ptr<HttpClient> http_;
    std::optional<EventFollower> follower_;
};

TEST_F(EventFollowerTest, DeliversASnapshotAndWhatFollows) {
    play({streaming_then_silent(snapshot(7) + house_event(8) + ":\n\n" + house_event(9))});
    expect_told({"stream", "snapshot 7", "event 8", "event 9"});
}

TEST_F(EventFollowerTest, ACutStreamGoesOnWhereItWas) {
    play({streaming(snapshot(1) + house_event(2) + "id: 3\nevent: house\nda"),
          streaming_then_silent(house_event(3))});
    expect_told({"stream", "snapshot 1", "event 2", "no stream: unavailable", "stream", "event 3"});
    EXPECT_EQ(requests_.take().headers.count("last-event-id"), 0);
    const auto again = requests_.take();
    EXPECT_EQ(again.headers.at("last-event-id"), "2");
    EXPECT_EQ(again.target, "/v1/houses/h/events?after=2");
}

TEST_F(EventFollowerTest, StartsAfterWhatTheCallerHas) {
    play({streaming_then_silent(house_event(6))}, 5);
    expect_told({"stream", "event 6"});
    EXPECT_EQ(requests_.take().headers.at("last-event-id"), "5");
}

TEST_F(EventFollowerTest, AnEventTwiceIsDeliveredOnce) {
    play({streaming_then_silent(house_event(1) + house_event(1) + house_event(2))});
    expect_told({"stream", "event 1", "event 2"});
}

TEST_F(EventFollowerTest, AGapIsNeverDeliveredOver) {
    play({streaming_then_silent(house_event(1) + house_event(3)),
          streaming_then_silent(house_event(2) + house_event(3))});
    expect_told({"stream", "event 1", "no stream: conflict", "stream", "event 2", "event 3"});
    requests_.take();
    EXPECT_EQ(requests_.take().headers.at("last-event-id"), "1");
}

TEST_F(EventFollowerTest, ASilentStreamIsLeft) {
    play({streaming_then_silent(house_event(1)), streaming_then_silent(house_event(2))}, 0,
         std::chrono::milliseconds(100));
    expect_told({"stream", "event 1", "no stream: timeout", "stream", "event 2"});
}

TEST_F(EventFollowerTest, HeartbeatsKeepAStreamAlive) {
    Mailbox<int> beats;
    play({[&](PeerConnection& connection, const PeerRequest&) {
             connection.write(std::string(stream_head));
             // Each beat comes before the limit, all together long after it.
             for (int i = 0; i < 12; ++i) {
                 connection.write(":\n\n");
                 poll(nullptr, 0, 50); // the server's own pace
             }
             connection.write(house_event(1));
             connection.wait_for_end();
         }},
         0, std::chrono::milliseconds(400));
    expect_told({"stream", "event 1"});
}

TEST_F(EventFollowerTest, NonsenseIsLeftAndTriedAgain) {
    play({streaming_then_silent("event: house\ndata: {\"sequence\":\n\n"),
          streaming_then_silent("event: snapshot\ndata: []\n\n"),
          streaming_then_silent("event: news\ndata: of a newer server\n\n" + house_event(1))});
    expect_told(
        {"stream", "no stream: corrupt", "stream", "no stream: corrupt", "stream", "event 1"});
}

TEST_F(EventFollowerTest, ARefusalIsTriedAgain) {
    play({[](PeerConnection& connection, const PeerRequest&) { connection.answer(503, "{}"); },
          streaming_then_silent(house_event(1))});
    expect_told({"stream", "event 1"});
}

TEST_F(EventFollowerTest, ARestoredServerStartsAnewFromALowerSnapshot) {
    play({streaming_then_silent(snapshot(3) + house_event(4))}, 90);
    expect_told({"stream", "snapshot 3", "event 4"});
}

TEST_F(EventFollowerTest, NothingIsToldAfterItsEnd) {
    play({streaming_then_silent(house_event(1)), streaming_then_silent(house_event(2))});
    expect_told({"stream", "event 1"});
    follower_.reset();
    peer_.reset();
    http_->run([] {});
    EXPECT_EQ(told_.size(), 0);
}

} // namespace

} // namespace rexue::client
