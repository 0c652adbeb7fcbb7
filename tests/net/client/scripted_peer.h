// The other end of the line, doing exactly what a test tells it to: the misfortunes of a network.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "net/server/keys/authority.h"

using SSL = struct ssl_st;
using SSL_CTX = struct ssl_ctx_st;

namespace rexue::client {

// A certificate authority of a test's own, and a server certificate by it.
struct TestAuthority {
    explicit TestAuthority(const std::filesystem::path& folder,
                           const std::string& host = "127.0.0.1");

    server::keys::Authority authority;
    server::keys::CertifiedKey server;
    std::filesystem::path ca_file; // written into the folder
};

enum class Security {
    none,      // bytes as they come
    tls_1_2,   // too old for us
    tls_1_3,   // asks for a client certificate and takes any
    tls_chain, // the same, and sends its authority's certificate along
};

struct PeerRequest {
    std::string method;
    std::string target;
    std::map<std::string, std::string> headers; // names in lower case
    std::string body;
};

// One accepted connection, on a thread of its own.
class PeerConnection {
  public:
    PeerConnection(int socket, SSL* ssl) : socket_(socket), ssl_(ssl) {}

    // Nothing when the client has gone.
    std::optional<PeerRequest> read_request();
    bool write(std::string_view bytes);
    void answer(int status, std::string_view body, std::string_view extra_headers = "");
    // Says nothing until the client goes or the peer is stopped.
    void wait_for_end();
    // The common name of the client's certificate, empty without one.
    std::string client_name() const;

  private:
    long read_some(char* buffer, size_t size);

    const int socket_;
    SSL* const ssl_;
    std::string read_ahead_;
};

class ScriptedPeer {
  public:
    // Run once for each connection; the connection closes when it returns.
    using Script = std::function<void(PeerConnection&)>;

    // Listens on 127.0.0.1; port 0 takes a free one.
    ScriptedPeer(Security security, const TestAuthority& authority, Script script, int port = 0);
    // Hangs up on everybody.
    ~ScriptedPeer();
    ScriptedPeer(const ScriptedPeer&) = delete;
    ScriptedPeer& operator=(const ScriptedPeer&) = delete;

    int port() const { return port_; }
    std::string url() const { return "https://127.0.0.1:" + std::to_string(port_); }
    int connections() const { return connections_; }

  private:
    void accept_all();
    void serve(int socket);

    const Script script_;
    SSL_CTX* context_ = nullptr;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<int> connections_ = 0;
    std::mutex mutex_;
    bool stopping_ = false;
    std::list<int> sockets_;
    std::list<std::thread> threads_;
    std::thread acceptor_;
};

// A script that answers one request after the other.
ScriptedPeer::Script answering(std::function<void(const PeerRequest&, PeerConnection&)> handler);

// Answers everything with "hello", as JSON.
ScriptedPeer::Script hello();

// A port on which nobody listens.
int unused_port();

} // namespace rexue::client
