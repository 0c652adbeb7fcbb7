// A cable pulled inside the program does what a cable does.
#include "net/client/line_switch.h"

#include <gtest/gtest.h>

#include "net/client/http_client.h"
#include "platform/time/clock.h"
#include "tests/net/client/scripted_peer.h"
#include "tests/net/client/waiting.h"
#include "tests/support/test_folder.h"

namespace rexue::client {

namespace {

using Answer = base::Result<Response>;

class LineSwitchTest : public testing::Test {
  protected:
    std::unique_ptr<HttpClient> client(const ScriptedPeer& peer) {
        return std::move(*HttpClient::create({.base_url = peer.url(),
                                              .trust = {.ca_file = authority_.ca_file},
                                              .line = &line_,
                                              .now = [this] { return clock_.wall(); }}));
    }

    Answer fetch(HttpClient& http) {
        http.send({.path = "/", .total_timeout = generous}, answers_.putter());
        return answers_.take();
    }

    support::TestFolder folder_;
    TestAuthority authority_{folder_.path()};
    time::SystemClock clock_;
    LineSwitch line_;
    Mailbox<Answer> answers_;
};

TEST_F(LineSwitchTest, NothingNewGetsThroughUntilItIsWholeAgain) {
    const ScriptedPeer peer(Security::tls_1_3, authority_, hello());
    const auto http = client(peer);
    line_.set(Line::cut);
    const Answer refused = fetch(*http);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::unavailable);
    EXPECT_EQ(peer.connections(), 0);
    line_.set(Line::whole);
    EXPECT_TRUE(fetch(*http));
}

TEST_F(LineSwitchTest, AConnectionThatWasKeptIsCutToo) {
    const ScriptedPeer peer(Security::tls_1_3, authority_, hello());
    const auto http = client(peer);
    EXPECT_TRUE(fetch(*http));
    line_.set(Line::cut);
    EXPECT_FALSE(fetch(*http));
    line_.set(Line::whole);
    EXPECT_TRUE(fetch(*http));
    EXPECT_EQ(peer.connections(), 2);
}

TEST_F(LineSwitchTest, AStreamBreaksOffAtOnce) {
    const ScriptedPeer peer(Security::tls_1_3, authority_, [](PeerConnection& connection) {
        if (!connection.read_request()) return;
        connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: hello\n\n");
        connection.wait_for_end();
    });
    Mailbox<std::string> heard;
    const auto http = client(peer);
    http->send({.path = "/",
                .total_timeout = std::chrono::milliseconds(0),
                .on_data = [&](std::string_view bytes) { heard.put(std::string(bytes)); }},
               answers_.putter());
    heard.take();
    line_.set(Line::cut);
    // An answer without a length ends where its line does: whoever follows sees the end.
    (void)answers_.take();
}

} // namespace

} // namespace rexue::client
