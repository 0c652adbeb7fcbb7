#include "net/server/http/connection.h"

#include <array>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <fmt/format.h>

#include "net/server/handlers/event_follower.h"
#include "net/server/http/answer.h"
#include "net/server/http/http_date.h"
#include "net/server/http/tls_context.h"
#include "net/server/http/worker.h"
#include "platform/log/catalogue.h"

namespace rexue::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::awaitable;
using boost::system::error_code;

namespace {

// Errors come back as values: a dead client is no exception.
constexpr auto as_result = asio::as_tuple(asio::use_awaitable);

using Stream = asio::ssl::stream<beast::tcp_stream>;
using Parser = http::request_parser<http::string_body>;

Method method_of(http::verb verb) {
    switch (verb) {
        case http::verb::get:
            return Method::get;
        case http::verb::post:
            return Method::post;
        case http::verb::put:
            return Method::put;
        default:
            return Method::other;
    }
}

Request request_of(http::request<http::string_body>&& message, std::string fingerprint) {
    const auto header = [&](std::string_view name) -> std::string {
        return std::string(message[beast::string_view(name.data(), name.size())]);
    };
    const std::string target(message.target());
    const auto question = target.find('?');
    Request request;
    request.method = method_of(message.method());
    request.path = target.substr(0, question);
    if (question != std::string::npos) request.query = target.substr(question + 1);
    request.accept = header("Accept");
    request.authorization = header("Authorization");
    request.content_type = header("Content-Type");
    request.if_none_match = header("If-None-Match");
    request.last_event_id = header("Last-Event-ID");
    request.instance = header("Rexue-Instance");
    request.certificate_fingerprint = std::move(fingerprint);
    request.body = std::move(message.body());
    return request;
}

// A client that changed its mind, a port that was looked at, our own end: nothing has failed.
bool is_mere_close(const error_code& error) {
    return error == asio::error::eof || error == asio::error::connection_reset ||
           error == asio::error::operation_aborted || error == asio::error::broken_pipe ||
           error == asio::ssl::error::stream_truncated;
}

// Shared with the thread that publishes: it may still hold a wake when the stream has ended.
struct Wake {
    explicit Wake(const asio::any_io_executor& executor) : timer(executor) {}

    asio::steady_timer timer;
    bool pending = false;
};

class TlsConnection final : public Connection {
  public:
    TlsConnection(asio::ip::tcp::socket socket, asio::ssl::context& tls, Shared shared)
        : stream_(beast::tcp_stream(std::move(socket)), tls), shared_(shared) {}

    awaitable<void> run() override {
        if (!co_await shake_hands()) co_return;
        fingerprint_ = peer_fingerprint(stream_.native_handle());
        bool go_on = true;
        while (go_on && !stopping_)
            go_on = co_await serve_one();
        co_await close();
    }

    void stop() override {
        stopping_ = true;
        if (wake_) wake_->timer.cancel();
        if (!busy_) lowest().cancel();
    }

  private:
    beast::tcp_stream& lowest() { return beast::get_lowest_layer(stream_); }

    awaitable<bool> shake_hands() {
        error_code ignored;
        // Without it a keep-alive request waits 40 ms for a delayed acknowledgement.
        lowest().socket().set_option(asio::ip::tcp::no_delay(true), ignored);
        lowest().expires_after(shared_.options.handshake_timeout);
        const auto [error] =
            co_await stream_.async_handshake(asio::ssl::stream_base::server, as_result);
        if (!error) co_return true;
        if (is_mere_close(error)) co_return false;
        shared_.context.metrics.count(Counter::handshakes_failed);
        log::write(log::handshake_failed, {{"why", error.message()}});
        co_return false;
    }

    // True when another request may follow.
    awaitable<bool> serve_one() {
        Parser parser;
        parser.header_limit(max_header_bytes);
        parser.body_limit(max_body_bytes);
        lowest().expires_after(shared_.options.idle_timeout);
        auto [head_error, head_size] =
            co_await http::async_read_header(stream_, buffer_, parser, as_result);
        error_code error = head_error;
        if (!error && !parser.is_done()) error = co_await read_body(parser);
        if (error) co_return co_await refuse(error);

        busy_ = true;
        // What is not one of our methods may not want a body back (HEAD): answered and closed.
        const bool keep_alive =
            parser.get().keep_alive() && method_of(parser.get().method()) != Method::other;
        Request request = request_of(parser.release(), fingerprint_);
        const RouteMatch match = find_route(request.method, request.path);
        const bool hashing = match.route != nullptr && match.route->lane == Lane::hashing;
        auto work = [&context = shared_.context, match, request = std::move(request)]() mutable {
            return answer(context, match, std::move(request));
        };
        Response response =
            co_await run_on<Response>(hashing ? shared_.hashing_pool : shared_.store_pool,
                                      stream_.get_executor(), std::move(work));
        if (response.follow) {
            busy_ = false;
            co_await follow(std::move(*response.follow));
            co_return false;
        }
        const bool sent = co_await send(std::move(response), keep_alive && !stopping_);
        busy_ = false;
        co_return sent&& keep_alive;
    }

    awaitable<error_code> read_body(Parser& parser) {
        lowest().expires_after(shared_.options.body_timeout);
        if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
            constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            const auto [error, size] =
                co_await asio::async_write(stream_, asio::buffer(go_on), as_result);
            if (error) co_return error;
        }
        const auto [error, size] = co_await http::async_read(stream_, buffer_, parser, as_result);
        co_return error;
    }

    // A request that could not be read: said why if anybody listens, then closed.
    awaitable<bool> refuse(error_code error) {
        std::optional<base::Error> why;
        if (error == http::error::body_limit || error == http::error::header_limit) {
            why = {.code = base::ErrorCode::limit_exceeded,
                   .detail = fmt::format("at most {} bytes of head and {} of body",
                                         max_header_bytes, max_body_bytes)};
        } else if (error.category() == error_code(http::error::bad_version).category() &&
                   error != http::error::end_of_stream && error != http::error::partial_message) {
            why = {.code = base::ErrorCode::invalid_argument,
                   .detail = "not HTTP: " + error.message()};
        }
        if (!why) co_return false;
        const bool sent = co_await send(problem_response(*why), false);
        if (sent) co_await discard();
        co_return false;
    }

    // Reads what an oversize sender still sends: closing at once would reset the connection
    // before the answer has been read.
    awaitable<void> discard() {
        std::array<char, 16 * 1024> thrown_away;
        constexpr size_t patience_bytes = 8 * max_body_bytes;
        lowest().expires_after(std::chrono::seconds(2));
        for (size_t total = 0; total < patience_bytes;) {
            const auto [error, size] =
                co_await stream_.async_read_some(asio::buffer(thrown_away), as_result);
            if (error) co_return;
            total += size;
        }
    }

    awaitable<bool> send(Response response, bool keep_alive) {
        http::response<http::string_body> message;
        message.version(11);
        message.result(static_cast<unsigned>(response.status));
        message.set(http::field::date, http_date(shared_.context.clock.wall()));
        message.set(http::field::server, "rexue");
        message.set(http::field::cache_control, "no-store");
        if (!response.content_type.empty()) {
            message.set(http::field::content_type, response.content_type);
        }
        for (const auto& [name, value] : response.headers)
            message.insert(name, value);
        message.body() = std::move(response.body);
        message.keep_alive(keep_alive);
        // A 204 has no body and no length (RFC 9110 §8.6); the length of a 304 would be that of
        // what is not sent.
        if (response.status != 204 && response.status != 304) message.prepare_payload();
        lowest().expires_after(shared_.options.write_timeout);
        const auto [error, size] = co_await http::async_write(stream_, message, as_result);
        co_return !error;
    }

    awaitable<void> follow(Follow follow) {
        const auto home = stream_.get_executor();
        wake_ = std::make_shared<Wake>(home);
        const auto subscription = shared_.context.followers.subscribe(
            follow.terminal.house, [home, weak = std::weak_ptr<Wake>(wake_)] {
                asio::post(home, [weak] {
                    const auto wake = weak.lock();
                    if (!wake) return;
                    wake->pending = true;
                    wake->timer.cancel();
                });
            });
        const auto follower = std::make_shared<EventFollower>(std::move(follow));
        std::string head = fmt::format(
            "HTTP/1.1 200 OK\r\nDate: {}\r\nServer: rexue\r\nContent-Type: text/event-stream\r\n"
            "Cache-Control: no-store\r\nConnection: close\r\n\r\n",
            http_date(shared_.context.clock.wall()));
        bool alive = co_await write_piece(std::move(head));
        while (alive && !stopping_)
            alive = co_await follow_once(follower);
    }

    // Sends what is new, or waits for news and sends a sign of life when there are none.
    awaitable<bool> follow_once(std::shared_ptr<EventFollower> follower) {
        wake_->pending = false;
        auto work = [&context = shared_.context, follower] { return follower->next(context); };
        auto text = co_await run_on<base::Result<std::string>>(
            shared_.store_pool, stream_.get_executor(), std::move(work));
        if (!text) co_return false;
        if (text->empty() && !wake_->pending && !stopping_) {
            wake_->timer.expires_after(shared_.options.heartbeat);
            const auto [woken] = co_await wake_->timer.async_wait(as_result);
            if (woken) co_return true;
            *text = ": heartbeat\n\n";
        }
        if (text->empty()) co_return true;
        co_return co_await write_piece(std::move(*text));
    }

    awaitable<bool> write_piece(std::string text) {
        lowest().expires_after(shared_.options.write_timeout);
        const auto [error, size] =
            co_await asio::async_write(stream_, asio::buffer(text), as_result);
        co_return !error;
    }

    awaitable<void> close() {
        lowest().expires_after(std::chrono::seconds(2));
        co_await stream_.async_shutdown(as_result);
        error_code ignored;
        lowest().socket().close(ignored);
    }

    Stream stream_;
    Shared shared_;
    beast::flat_buffer buffer_{max_header_bytes + 2 * max_body_bytes};
    std::string fingerprint_;
    std::shared_ptr<Wake> wake_;
    bool busy_ = false; // a request is with its handler or its answer is being written
    bool stopping_ = false;
};

} // namespace

std::shared_ptr<Connection> make_connection(asio::ip::tcp::socket socket, asio::ssl::context& tls,
                                            Shared shared) {
    return std::make_shared<TlsConnection>(std::move(socket), tls, shared);
}

} // namespace rexue::server
