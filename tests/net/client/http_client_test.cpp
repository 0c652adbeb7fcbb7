// Requests over a real socket: what comes back, and what each misfortune is called.
#include "net/client/http_client.h"

#include <cstdlib>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "net/outbox/terminal_key.h"
#include "net/server/keys/signature.h"
#include "platform/storage/file.h"
#include "platform/time/clock.h"
#include "tests/net/client/scripted_peer.h"
#include "tests/net/client/waiting.h"
#include "tests/support/test_folder.h"

namespace rexue::client {

namespace {

using base::ErrorCode;
using testing::HasSubstr;

using Answer = base::Result<Response>;

class HttpClientTest : public testing::Test {
  protected:
    HttpOptions options(const std::string& url) const {
        return {.base_url = url,
                .trust = {.ca_file = authority_.ca_file},
                .connect_timeout = generous,
                .now = [this] { return clock_.wall(); }};
    }

    static Answer fetch(HttpOptions options, Request request) {
        auto http = HttpClient::create(std::move(options));
        if (!http) return base::fail(http);
        Mailbox<Answer> answers;
        (*http)->send(std::move(request), answers.putter());
        return answers.take();
    }

    Answer fetch(const ScriptedPeer& peer) const {
        return fetch(options(peer.url()), {.path = "/", .total_timeout = generous});
    }

    // The error of a GET from a peer that does this.
    ErrorCode error_from(Security security, ScriptedPeer::Script script,
                         std::chrono::milliseconds timeout = generous) const {
        const ScriptedPeer peer(security, authority_, std::move(script));
        const auto answer = fetch(options(peer.url()), {.path = "/", .total_timeout = timeout});
        EXPECT_FALSE(answer);
        return answer ? ErrorCode::internal : answer.error().code;
    }

    support::TestFolder folder_;
    TestAuthority authority_{folder_.path()};
    time::SystemClock clock_;
};

TEST_F(HttpClientTest, BringsTheAnswer) {
    const ScriptedPeer peer(Security::tls_1_3, authority_, hello());
    const auto answer = fetch(peer);
    ASSERT_TRUE(answer) << answer.error().detail;
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->content_type, "application/json");
    EXPECT_EQ(answer->body, "\"hello\"");
}

TEST_F(HttpClientTest, SendsWhatItWasGiven) {
    Mailbox<PeerRequest> requests;
    const ScriptedPeer peer(Security::tls_1_3, authority_,
                            answering([&](const PeerRequest& request, PeerConnection& connection) {
                                requests.put(request);
                                connection.answer(204, "");
                            }));
    auto with_instance = options(peer.url());
    with_instance.instance = "0a1b";
    const auto answer = fetch(with_instance, {.method = Method::put,
                                              .path = "/v1/visits/1/record",
                                              .body = "{}",
                                              .bearer = "secret",
                                              .headers = {{"Last-Event-ID", "4"}}});
    ASSERT_TRUE(answer);
    const auto seen = requests.take();
    EXPECT_EQ(seen.method, "PUT");
    EXPECT_EQ(seen.target, "/v1/visits/1/record");
    EXPECT_EQ(seen.body, "{}");
    EXPECT_EQ(seen.headers.at("rexue-instance"), "0a1b");
    EXPECT_EQ(seen.headers.at("authorization"), "Bearer secret");
    EXPECT_EQ(seen.headers.at("content-type"), "application/json");
    EXPECT_EQ(seen.headers.at("last-event-id"), "4");
}

TEST_F(HttpClientTest, KeepsTheConnectionForTheNextRequest) {
    const ScriptedPeer peer(Security::tls_1_3, authority_, hello());
    const auto http = std::move(*HttpClient::create(options(peer.url())));
    Mailbox<Answer> answers;
    for (int i = 0; i < 5; ++i) {
        http->send({.path = "/"}, answers.putter());
        EXPECT_TRUE(answers.take());
    }
    EXPECT_EQ(peer.connections(), 1);
}

TEST_F(HttpClientTest, ShowsTheTerminalsCertificate) {
    const auto key = outbox::TerminalKey::generate();
    const auto certificate = authority_.authority.certify_terminal(
        *key->signing_request_pem(), "qd-test-donor-1", clock_.wall());
    auto with_certificate = options("");
    with_certificate.certificate_file = folder_.path() / "terminal.pem";
    with_certificate.key_file = folder_.path() / "terminal.key";
    ASSERT_TRUE(storage::write_file_atomically(with_certificate.certificate_file,
                                               base::bytes_of(*certificate), 0600));
    ASSERT_TRUE(storage::write_file_atomically(with_certificate.key_file,
                                               base::bytes_of(*key->to_pem()), 0600));
    const ScriptedPeer peer(Security::tls_1_3, authority_,
                            answering([](const PeerRequest&, PeerConnection& connection) {
                                connection.answer(200, connection.client_name());
                            }));
    with_certificate.base_url = peer.url();
    EXPECT_EQ(fetch(with_certificate, {.path = "/"})->body, "qd-test-donor-1");
}

TEST_F(HttpClientTest, AProblemDocumentIsTheServersCode) {
    const ScriptedPeer peer(Security::tls_1_3, authority_,
                            answering([](const PeerRequest&, PeerConnection& connection) {
                                connection.answer(
                                    409, R"({"type":"urn:rexue:problem:conflict","title":"x",)"
                                         R"("status":409,"detail":"moved on"})");
                            }));
    EXPECT_EQ(fetch(peer), base::fail(ErrorCode::conflict, "moved on"));
}

TEST_F(HttpClientTest, AStatusWithoutAProblemIsToldApartByItsClass) {
    const auto saying = [](int status) {
        return answering([status](const PeerRequest&, PeerConnection& connection) {
            connection.answer(status, "<html>");
        });
    };
    EXPECT_EQ(error_from(Security::tls_1_3, saying(502)), ErrorCode::unavailable);
    EXPECT_EQ(error_from(Security::tls_1_3, saying(418)), ErrorCode::invalid_argument);
}

TEST_F(HttpClientTest, ARedirectionIsNotFollowed) {
    const auto elsewhere = answering([](const PeerRequest& request, PeerConnection& connection) {
        connection.answer(request.target == "/" ? 302 : 200, "", "Location: /other\r\n");
    });
    EXPECT_EQ(error_from(Security::tls_1_3, elsewhere), ErrorCode::invalid_argument);
}

TEST_F(HttpClientTest, AProxyOfTheEnvironmentIsNotUsed) {
    const ScriptedPeer peer(Security::tls_1_3, authority_, hello());
    ::setenv("https_proxy", ("http://127.0.0.1:" + std::to_string(unused_port())).c_str(), 1);
    EXPECT_TRUE(fetch(peer));
    ::unsetenv("https_proxy");
}

// Misfortunes of trust.

TEST_F(HttpClientTest, AStrangersCertificateIsUntrusted) {
    const support::TestFolder other;
    const TestAuthority stranger(other.path());
    const ScriptedPeer peer(Security::tls_1_3, stranger, hello());
    EXPECT_EQ(fetch(peer).error().code, ErrorCode::untrusted);
}

TEST_F(HttpClientTest, ACertificateForAnotherHostIsUntrusted) {
    const support::TestFolder other;
    const TestAuthority elsewhere(other.path(), "elsewhere.example");
    const ScriptedPeer peer(Security::tls_1_3, elsewhere, hello());
    auto trusting = options(peer.url());
    trusting.trust.ca_file = elsewhere.ca_file;
    EXPECT_EQ(fetch(trusting, {.path = "/"}).error().code, ErrorCode::untrusted);
}

TEST_F(HttpClientTest, OldTlsIsUntrusted) {
    EXPECT_EQ(error_from(Security::tls_1_2, hello()), ErrorCode::untrusted);
}

TEST_F(HttpClientTest, APlainAnswerIsUntrusted) {
    EXPECT_EQ(error_from(Security::none,
                         [](PeerConnection& connection) {
                             connection.write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                             connection.wait_for_end();
                         }),
              ErrorCode::untrusted);
}

TEST_F(HttpClientTest, ACertificateIsCheckedAgainstOurClockNotTheMachines) {
    const ScriptedPeer peer(Security::tls_1_3, authority_, hello());
    const time::SimulatedClock woken_in_1970(base::Instant{});
    auto early = options(peer.url());
    early.now = [&] { return woken_in_1970.wall(); };
    const auto answer = fetch(early, {.path = "/"});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::untrusted);
    EXPECT_THAT(answer.error().detail, HasSubstr("not yet valid"));
}

TEST_F(HttpClientTest, AMissingCaFileIsUntrustedAndNeverTheSystems) {
    const ScriptedPeer peer(Security::tls_1_3, authority_, hello());
    auto none = options(peer.url());
    none.trust.ca_file = folder_.path() / "missing.pem";
    EXPECT_EQ(fetch(none, {.path = "/"}).error().code, ErrorCode::untrusted);
}

std::string fingerprint_of(const std::string& certificate_pem) {
    return *server::keys::fingerprint(certificate_pem);
}

class FingerprintTest : public HttpClientTest {
  protected:
    Answer fetch_pinned(Security security, const std::string& fingerprint) const {
        const ScriptedPeer peer(security, authority_, hello());
        auto pinned = options(peer.url());
        pinned.trust = {.sha256_fingerprint = fingerprint};
        return fetch(pinned, {.path = "/", .total_timeout = generous});
    }
};

TEST_F(FingerprintTest, OfTheServersOwnCertificateIsEnough) {
    EXPECT_TRUE(fetch_pinned(Security::tls_1_3, fingerprint_of(authority_.server.certificate_pem)));
}

TEST_F(FingerprintTest, OfTheAuthorityWorksWhenItIsSentAlong) {
    const auto fingerprint = fingerprint_of(authority_.authority.certificate_pem());
    EXPECT_TRUE(fetch_pinned(Security::tls_chain, fingerprint));
    EXPECT_EQ(fetch_pinned(Security::tls_1_3, fingerprint).error().code, ErrorCode::untrusted);
}

TEST_F(FingerprintTest, OfAnythingElseIsUntrusted) {
    EXPECT_EQ(fetch_pinned(Security::tls_chain, std::string(64, 'a')).error().code,
              ErrorCode::untrusted);
}

TEST_F(FingerprintTest, OfAnAuthorityThatDidNotSignIsUntrusted) {
    // A thief sends the right authority along with a certificate of his own.
    const support::TestFolder other;
    TestAuthority thief(other.path());
    std::swap(thief.authority, authority_.authority);
    const ScriptedPeer peer(Security::tls_chain, thief, hello());
    auto pinned = options(peer.url());
    pinned.trust = {.sha256_fingerprint = fingerprint_of(thief.authority.certificate_pem())};
    EXPECT_EQ(fetch(pinned, {.path = "/"}).error().code, ErrorCode::untrusted);
}

TEST_F(FingerprintTest, ThatIsNoneIsRefusedAtOnce) {
    auto pinned = options("https://127.0.0.1:1");
    pinned.trust = {.sha256_fingerprint = "12:34"};
    EXPECT_EQ(HttpClient::create(pinned).error().code, ErrorCode::invalid_argument);
}

TEST_F(HttpClientTest, OnlyHttpsIsSpoken) {
    EXPECT_EQ(HttpClient::create(options("http://127.0.0.1")).error().code,
              ErrorCode::invalid_argument);
}

// Misfortunes of the line.

TEST_F(HttpClientTest, NobodyListeningIsUnavailable) {
    const auto url = "https://127.0.0.1:" + std::to_string(unused_port());
    EXPECT_EQ(fetch(options(url), {.path = "/"}).error().code, ErrorCode::unavailable);
}

TEST_F(HttpClientTest, APeerThatAcceptsAndSaysNothingIsATimeout) {
    EXPECT_EQ(error_from(
                  Security::none, [](PeerConnection& connection) { connection.wait_for_end(); },
                  std::chrono::milliseconds(150)),
              ErrorCode::timeout);
}

TEST_F(HttpClientTest, AnAnswerThatDoesNotComeIsATimeout) {
    EXPECT_EQ(error_from(
                  Security::tls_1_3, [](PeerConnection& connection) { connection.wait_for_end(); },
                  std::chrono::milliseconds(500)),
              ErrorCode::timeout);
}

TEST_F(HttpClientTest, AHandshakeCutOffIsUnavailable) {
    EXPECT_EQ(error_from(Security::none, [](PeerConnection&) {}), ErrorCode::unavailable);
}

TEST_F(HttpClientTest, AnAnswerCutOffInTheMiddleIsUnavailable) {
    const auto cut = [](PeerConnection& connection) {
        connection.read_request();
        connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly a bit");
    };
    EXPECT_EQ(error_from(Security::tls_1_3, cut), ErrorCode::unavailable);
}

TEST_F(HttpClientTest, AnAnswerCutOffBeforeItBeganIsUnavailable) {
    EXPECT_EQ(error_from(Security::tls_1_3,
                         [](PeerConnection& connection) { connection.read_request(); }),
              ErrorCode::unavailable);
}

TEST_F(HttpClientTest, AnAnswerThatIsTooLongIsRefused) {
    const ScriptedPeer peer(Security::tls_1_3, authority_,
                            answering([](const PeerRequest&, PeerConnection& connection) {
                                connection.answer(200, std::string(5000, 'x'));
                            }));
    auto small = options(peer.url());
    small.max_response_bytes = 4999;
    EXPECT_EQ(fetch(small, {.path = "/"}).error().code, ErrorCode::limit_exceeded);
    small.max_response_bytes = 5000;
    EXPECT_TRUE(fetch(small, {.path = "/"}));
}

TEST_F(HttpClientTest, ARequestCanBeCancelledOnce) {
    const ScriptedPeer peer(Security::tls_1_3, authority_,
                            [](PeerConnection& connection) { connection.wait_for_end(); });
    const auto http = std::move(*HttpClient::create(options(peer.url())));
    Mailbox<Answer> answers;
    const auto id = http->send({.path = "/"}, answers.putter());
    http->cancel(id);
    http->cancel(id);
    EXPECT_EQ(answers.take().error().code, ErrorCode::cancelled);
    http->run([] {});
    EXPECT_EQ(answers.size(), 0);
}

TEST_F(HttpClientTest, WhatIsUnderWayIsCancelledAtTheEnd) {
    const ScriptedPeer peer(Security::tls_1_3, authority_,
                            [](PeerConnection& connection) { connection.wait_for_end(); });
    Mailbox<Answer> answers;
    {
        const auto http = std::move(*HttpClient::create(options(peer.url())));
        http->send({.path = "/"}, answers.putter());
        http->send({.path = "/"}, answers.putter());
    }
    EXPECT_EQ(answers.take().error().code, ErrorCode::cancelled);
    EXPECT_EQ(answers.take().error().code, ErrorCode::cancelled);
}

// What is observed.

TEST_F(HttpClientTest, TheDateOfATrustedAnswerIsTold) {
    const ScriptedPeer peer(Security::tls_1_3, authority_,
                            answering([](const PeerRequest&, PeerConnection& connection) {
                                connection.answer(200, "",
                                                  "Date: Sun, 14 Jun 2026 02:24:05 GMT\r\n");
                            }));
    Mailbox<Exchange> seen;
    auto observed = options(peer.url());
    observed.observe = seen.putter();
    ASSERT_TRUE(fetch(observed, {.path = "/"}));
    const auto exchange = seen.take();
    EXPECT_EQ(exchange.status, 200);
    EXPECT_FALSE(exchange.error);
    EXPECT_EQ(exchange.server_date, base::parse_instant("2026-06-14T02:24:05.000Z"));
}

TEST_F(HttpClientTest, AStreamComesInPiecesAndIsSeenAtItsStart) {
    Mailbox<int> go_on;
    const ScriptedPeer peer(Security::tls_1_3, authority_, [&](PeerConnection& connection) {
        connection.read_request();
        connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\none");
        go_on.take();
        connection.write("two");
    });
    Mailbox<Exchange> seen;
    Mailbox<std::string> pieces;
    auto observed = options(peer.url());
    observed.observe = seen.putter();
    const auto http = std::move(*HttpClient::create(observed));
    Mailbox<Answer> answers;
    http->send({.path = "/",
                .total_timeout = std::chrono::milliseconds(0),
                .on_data = [&](std::string_view piece) { pieces.put(std::string(piece)); }},
               answers.putter());
    EXPECT_EQ(pieces.take(), "one");
    EXPECT_EQ(seen.take().status, 200);
    EXPECT_EQ(answers.size(), 0);
    go_on.put(1);
    EXPECT_EQ(pieces.take(), "two");
    const auto end = answers.take();
    ASSERT_TRUE(end);
    EXPECT_EQ(end->body, "");
}

TEST_F(HttpClientTest, TimersRunInTheOrderOfTheirTimes) {
    const auto http = std::move(*HttpClient::create(options("https://127.0.0.1:1")));
    Mailbox<int> fired;
    http->run([&] {
        http->after(std::chrono::milliseconds(30), [&] { fired.put(2); });
        const auto stopped = http->after(std::chrono::milliseconds(1), [&] { fired.put(99); });
        http->after(std::chrono::milliseconds(5), [&] { fired.put(1); });
        http->stop_timer(stopped);
    });
    EXPECT_EQ(fired.take(), 1);
    EXPECT_EQ(fired.take(), 2);
}

} // namespace

} // namespace rexue::client
