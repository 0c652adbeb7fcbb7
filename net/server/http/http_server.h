// The HTTPS listener: TLS 1.3, one Asio thread for all sockets, store and hashing threads for the
// handlers. Nothing of Boost.Beast shows here.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "net/server/context.h"
#include "platform/base/error.h"

namespace rexue::server {

struct HttpOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; // 0: any free one
    // PEM. The chain is the server's certificate with its authority behind it, so that a terminal
    // can pin the authority before it is enrolled.
    std::string certificate_chain;
    std::string private_key;
    std::string authority; // whose client certificates are taken

    size_t max_connections = 512;
    unsigned store_threads = 4;
    std::chrono::milliseconds handshake_timeout{10'000};
    std::chrono::milliseconds idle_timeout{60'000};  // for the next request's head
    std::chrono::milliseconds body_timeout{20'000};  // for the rest of a request
    std::chrono::milliseconds write_timeout{15'000}; // for an answer, or one piece of a stream
    std::chrono::milliseconds heartbeat{5'000};      // comment lines of a silent stream
};

inline constexpr std::uint32_t max_header_bytes = 16 * 1024;
inline constexpr std::uint64_t max_body_bytes = 1024 * 1024;

class HttpServer {
  public:
    // Listens when it returns. invalid_argument for a bad address, io when the port is taken,
    // corrupt for keys that do not fit. `context` must outlive the server.
    static base::Result<std::unique_ptr<HttpServer>> create(HttpOptions options, Context& context);

    // Takes no more connections, lets requests under way end (for a few seconds), then stops.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    std::uint16_t port() const;

  private:
    class Impl;
    explicit HttpServer(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

} // namespace rexue::server
