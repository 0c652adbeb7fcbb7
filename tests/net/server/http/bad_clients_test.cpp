// Clients that send too much, too little, nonsense, or nothing at all.
#include <thread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/net/server/running_server.h"

namespace rexue::tests {
namespace {

using wire::SurfaceKind;

const std::string events_path = "/v1/houses/test-house/events";

class BadClients : public RunningServer {};

// A bare TCP connection that never says a word of TLS unless told to.
class BareSocket {
  public:
    explicit BareSocket(std::uint16_t port) : number_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        EXPECT_EQ(::connect(number_, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
        const timeval patience{.tv_sec = 10, .tv_usec = 0};
        ::setsockopt(number_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    BareSocket(const BareSocket&) = delete;
    BareSocket& operator=(const BareSocket&) = delete;
    ~BareSocket() { ::close(number_); }

    void send(std::string_view text) const {
        EXPECT_EQ(::send(number_, text.data(), text.size(), MSG_NOSIGNAL),
                  static_cast<ssize_t>(text.size()));
    }
    int number() const { return number_; }
    // True when the other end has closed or reset.
    bool is_closed() const {
        char byte = 0;
        ssize_t got = 1;
        while (got > 0)
            got = ::recv(number_, &byte, 1, 0);
        return got == 0 || errno == ECONNRESET;
    }

  private:
    int number_;
};

// What a health check or a port scan does is no failure worth an operator's eyes.
TEST_F(BadClients, one_who_hangs_up_before_tls_is_no_failed_handshake) {
    start();
    testing::internal::CaptureStderr();
    for (int i = 0; i < 10; ++i)
        const BareSocket passing_by(server_->port());
    EXPECT_TRUE(ask({.path = "/metrics"}).body.contains("rexue_handshakes_failed_total 0"));
    const std::string log = testing::internal::GetCapturedStderr();
    EXPECT_FALSE(log.contains("handshake_failed")) << log;
}

TEST_F(BadClients, one_who_speaks_something_else_is) {
    start();
    const BareSocket stranger(server_->port());
    stranger.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
    EXPECT_TRUE(stranger.is_closed());
    EXPECT_TRUE(ask({.path = "/metrics"}).body.contains("rexue_handshakes_failed_total 1"));
}

TEST_F(BadClients, a_malformed_body_is_told_where) {
    start();
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const std::vector<std::pair<std::string, std::string>> rows{
        {"{", "not JSON"},
        {"[]", R"(\"\": an object is wanted)"},
        {"{}", "/events: is missing"},
        {R"({"events":{}})", "/events: a list is wanted"},
        {R"({"events":[{}]})", "/events/0/id: a string is wanted"},
        {R"({"events":[{"id":"x"}]})", "/events/0/id: "},
        {std::string(100, '['), "not JSON"},
    };
    for (const auto& [body, detail] : rows) {
        const auto answer = terminal.post_text(events_path, body);
        EXPECT_FALSE(problem_code(answer).empty()) << body;
        EXPECT_TRUE(answer.status == 400 || answer.status == 413) << answer.status;
        EXPECT_TRUE(answer.status == 413 || answer.body.contains(detail)) << answer.body;
    }
}

TEST_F(BadClients, a_body_of_another_type_is_unsupported) {
    start();
    const auto answer = ask({.method = "POST",
                             .path = "/v1/enrolments",
                             .headers = {"Content-Type: text/plain"},
                             .body = "{}"});
    EXPECT_EQ(problem_code(answer), "unsupported");
}

TEST_F(BadClients, an_oversize_body_is_refused_and_the_next_request_is_not) {
    start();
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto answer = terminal.post_text(events_path, std::string(3 * 1024 * 1024, ' '));
    EXPECT_EQ(problem_code(answer), "limit_exceeded") << answer.status << answer.error;
    EXPECT_EQ(terminal.check_in("A001").status, 200);
}

TEST_F(BadClients, a_batch_of_more_than_a_hundred_is_refused) {
    start();
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const boost::json::array many(101, boost::json::value(1));
    EXPECT_EQ(problem_code(terminal.post(events_path, {{"events", many}})), "limit_exceeded");
}

TEST_F(BadClients, an_oversize_head_is_refused) {
    start();
    const auto answer =
        ask({.path = "/healthz", .headers = {"X-Long: " + std::string(20'000, 'a')}});
    EXPECT_EQ(answer.status, 413);
}

TEST_F(BadClients, who_says_nothing_is_put_out_and_harms_nobody) {
    start({.idle_timeout = std::chrono::milliseconds(300)});
    const BareSocket silent(server_->port());
    const BareSocket babbling(server_->port());
    babbling.send("this is not TLS at all, and goes on for a while\r\n\r\n");
    EXPECT_TRUE(babbling.is_closed());
    EXPECT_EQ(ask({.path = "/healthz"}).status, 200);
    EXPECT_TRUE(silent.is_closed());
}

TEST_F(BadClients, more_connections_than_allowed_are_closed_and_come_in_later) {
    start({.max_connections = 2});
    {
        const BareSocket first(server_->port());
        const BareSocket second(server_->port());
        const BareSocket third(server_->port());
        EXPECT_TRUE(third.is_closed());
    }
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    int status = 0;
    while (status != 200 && std::chrono::steady_clock::now() < deadline) {
        status = ask({.path = "/healthz"}).status;
    }
    EXPECT_EQ(status, 200);
    EXPECT_TRUE(ask({.path = "/metrics"}).body.contains("rexue_connections_refused_total"));
}

TEST_F(BadClients, TLS_1_2_is_not_spoken) {
    start();
    const BareSocket socket(server_->port());
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(
        SSL_CTX_new(TLS_client_method()), SSL_CTX_free);
    SSL_CTX_set_max_proto_version(context.get(), TLS1_2_VERSION);
    const std::unique_ptr<SSL, decltype(&SSL_free)> tls(SSL_new(context.get()), SSL_free);
    SSL_set_fd(tls.get(), socket.number());
    EXPECT_NE(SSL_connect(tls.get()), 1);
}

TEST_F(BadClients, a_server_that_stops_does_not_wait_for_idle_and_following_clients) {
    start();
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const BareSocket silent(server_->port());
    std::atomic<bool> following = false;
    std::thread follower([&] {
        terminal.follow("", [&](const std::string&) {
            following = true;
            return false;
        });
    });
    while (!following)
        std::this_thread::yield();
    const auto begin = std::chrono::steady_clock::now();
    server_.reset();
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(4));
    follower.join();
}

} // namespace
} // namespace rexue::tests
