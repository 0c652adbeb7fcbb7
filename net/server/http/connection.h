// One client: TLS, then request after request, or a stream of events. Only for the sources of this
// folder. All of it runs on the Asio thread.
#pragma once

#include <memory>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/thread_pool.hpp>

#include "net/server/http/http_server.h"

namespace rexue::server {

// What all connections share.
struct Shared {
    const HttpOptions& options;
    Context& context;
    boost::asio::thread_pool& store_pool;
    boost::asio::thread_pool& hashing_pool;
};

class Connection {
  public:
    virtual ~Connection() = default;
    // Until the client is gone, has been silent too long, or `stop`. Call once.
    virtual boost::asio::awaitable<void> run() = 0;
    // Ends it: at once when idle or streaming, after the answer when a request is under way.
    virtual void stop() = 0;
};

std::shared_ptr<Connection> make_connection(boost::asio::ip::tcp::socket socket,
                                            boost::asio::ssl::context& tls, Shared shared);

} // namespace rexue::server
