#include "net/server/http/http_server.h"

#include <set>
#include <thread>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <fmt/format.h>

#include "net/server/http/connection.h"
#include "net/server/http/tls_context.h"
#include "platform/log/catalogue.h"

namespace rexue::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr std::chrono::seconds patience_at_stop{5};

} // namespace

class HttpServer::Impl {
  public:
    Impl(HttpOptions options, Context& context)
        : options_(std::move(options)),
          store_pool_(options_.store_threads),
          hashing_pool_(1),
          shared_{options_, context, store_pool_, hashing_pool_} {}

    ~Impl() {
        asio::post(io_, [this] { begin_stop(); });
        if (thread_.joinable()) thread_.join();
        store_pool_.join();
        hashing_pool_.join();
    }

    base::Status listen() {
        if (const auto configured = configure_tls(tls_, options_); !configured) return configured;
        error_code error;
        const auto address = asio::ip::make_address(options_.address, error);
        if (error) {
            return base::fail(base::ErrorCode::invalid_argument,
                              "not an IP address: " + options_.address);
        }
        const tcp::endpoint endpoint(address, options_.port);
        (void)acceptor_.open(endpoint.protocol(), error);
        if (!error) (void)acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
        if (!error) (void)acceptor_.bind(endpoint, error);
        if (!error) (void)acceptor_.listen(asio::socket_base::max_listen_connections, error);
        if (error) {
            return base::fail(base::ErrorCode::io,
                              fmt::format("listen on {} port {}: {}", options_.address,
                                          options_.port, error.message()));
        }
        port_ = acceptor_.local_endpoint(error).port();
        return {};
    }

    void start() {
        asio::co_spawn(io_, accept_all(), [](const std::exception_ptr& thrown) {
            if (thrown) std::rethrow_exception(thrown);
        });
        thread_ = std::thread([this] { io_.run(); });
    }

    std::uint16_t port() const { return port_; }

  private:
    asio::awaitable<void> accept_all() {
        constexpr auto as_result = asio::as_tuple(asio::use_awaitable);
        while (acceptor_.is_open()) {
            auto [error, socket] = co_await acceptor_.async_accept(as_result);
            // Also who was let in before the door was shut, and is taken up after: nobody would
            // end that connection any more.
            if (stopping_ || error == asio::error::operation_aborted) co_return;
            if (error) {
                // Out of descriptors, mostly: those who are in go on, the rest wait a little.
                pause_.expires_after(std::chrono::milliseconds(100));
                co_await pause_.async_wait(as_result);
                continue;
            }
            admit(std::move(socket));
        }
    }

    void admit(tcp::socket socket) {
        if (connections_.size() >= options_.max_connections) {
            shared_.context.metrics.count(Counter::connections_refused);
            log::write(log::connection_limit_reached, {{"open", connections_.size()}});
            return;
        }
        const auto connection = make_connection(std::move(socket), tls_, shared_);
        connections_.insert(connection);
        shared_.context.metrics.set_connections(connections_.size());
        asio::co_spawn(io_, connection->run(),
                       [this, connection](const std::exception_ptr& thrown) {
                           // One client's misfortune stays its own.
                           if (thrown) log::write(log::request_failed, describe(thrown));
                           connections_.erase(connection);
                           shared_.context.metrics.set_connections(connections_.size());
                           if (stopping_ && connections_.empty()) give_up_.cancel();
                       });
    }

    static base::Error describe(const std::exception_ptr& thrown) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::exception& exception) {
            return {.code = base::ErrorCode::internal, .detail = exception.what()};
        } catch (...) {
            return {.code = base::ErrorCode::internal, .detail = "an unknown exception"};
        }
    }

    void begin_stop() {
        stopping_ = true;
        error_code ignored;
        (void)acceptor_.close(ignored);
        pause_.cancel();
        for (const auto& connection : connections_)
            connection->stop();
        if (connections_.empty()) return;
        give_up_.expires_after(patience_at_stop);
        give_up_.async_wait([this](error_code error) {
            if (!error) io_.stop();
        });
    }

    const HttpOptions options_;
    asio::io_context io_{1};
    asio::ssl::context tls_{asio::ssl::context::tls_server};
    tcp::acceptor acceptor_{io_};
    asio::steady_timer pause_{io_};
    asio::steady_timer give_up_{io_};
    std::set<std::shared_ptr<Connection>> connections_;
    asio::thread_pool store_pool_;
    asio::thread_pool hashing_pool_;
    Shared shared_;
    std::uint16_t port_ = 0;
    bool stopping_ = false;
    std::thread thread_;
};

base::Result<std::unique_ptr<HttpServer>> HttpServer::create(HttpOptions options,
                                                             Context& context) {
    auto impl = std::make_unique<Impl>(std::move(options), context);
    if (const auto listening = impl->listen(); !listening) return base::fail(listening);
    impl->start();
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
}

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const {
    return impl_->port();
}

} // namespace rexue::server
