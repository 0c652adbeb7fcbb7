#include "tests/net/client/scripted_peer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <csignal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "platform/storage/file.h"

namespace rexue::client {

namespace {

base::Instant now() {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

X509* certificate_of(const std::string& pem) {
    BIO* memory = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    X509* certificate = PEM_read_bio_X509(memory, nullptr, nullptr, nullptr);
    BIO_free(memory);
    REXUE_ASSERT(certificate != nullptr);
    return certificate;
}

SSL_CTX* make_context(Security security, const TestAuthority& authority) {
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    X509* certificate = certificate_of(authority.server.certificate_pem);
    REXUE_ASSERT(SSL_CTX_use_certificate(context, certificate) == 1);
    X509_free(certificate);
    const std::string& pem = authority.server.key_pem;
    BIO* memory = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
    EVP_PKEY* key = PEM_read_bio_PrivateKey(memory, nullptr, nullptr, nullptr);
    BIO_free(memory);
    REXUE_ASSERT(SSL_CTX_use_PrivateKey(context, key) == 1);
    EVP_PKEY_free(key);
    if (security == Security::tls_1_2) SSL_CTX_set_max_proto_version(context, TLS1_2_VERSION);
    if (security == Security::tls_chain) {
        SSL_CTX_add_extra_chain_cert(context,
                                     certificate_of(authority.authority.certificate_pem()));
    }
    SSL_CTX_set_verify(context, SSL_VERIFY_PEER, [](int, X509_STORE_CTX*) { return 1; });
    const unsigned char session_name[] = "peer";
    SSL_CTX_set_session_id_context(context, session_name, sizeof(session_name));
    return context;
}

int listen_on(int port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    const int bound = ::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
    REXUE_ASSERT(bound == 0 && ::listen(socket, 16) == 0);
    return socket;
}

int port_of(int socket) {
    sockaddr_in address{};
    socklen_t length = sizeof(address);
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
    return ntohs(address.sin_port);
}

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

PeerRequest parse_head(std::string_view head) {
    PeerRequest request;
    const size_t first_space = head.find(' ');
    const size_t second_space = head.find(' ', first_space + 1);
    request.method = head.substr(0, first_space);
    request.target = head.substr(first_space + 1, second_space - first_space - 1);
    size_t at = head.find("\r\n") + 2;
    while (at < head.size()) {
        const size_t end = std::min(head.find("\r\n", at), head.size());
        const auto line = head.substr(at, end - at);
        const size_t colon = line.find(": ");
        if (colon != std::string_view::npos) {
            request.headers[lower(std::string(line.substr(0, colon)))] = line.substr(colon + 2);
        }
        at = end + 2;
    }
    return request;
}

} // namespace

TestAuthority::TestAuthority(const std::filesystem::path& folder, const std::string& host)
    : authority(std::move(*server::keys::Authority::load(*server::keys::Authority::make(now())))),
      server(*authority.certify_server({.hosts = {host}}, now())),
      ca_file(folder / "test-ca.pem") {
    const auto written =
        storage::write_file_atomically(ca_file, base::bytes_of(authority.certificate_pem()), 0600);
    REXUE_ASSERT(written.has_value());
}

long PeerConnection::read_some(char* buffer, size_t size) {
    if (ssl_ == nullptr) return ::recv(socket_, buffer, size, 0);
    return SSL_read(ssl_, buffer, static_cast<int>(size));
}

std::optional<PeerRequest> PeerConnection::read_request() {
    std::array<char, 16 * 1024> buffer{};
    const auto read_until = [&](auto&& enough) {
        while (!enough()) {
            const long got = read_some(buffer.data(), buffer.size());
            if (got <= 0) return false;
            read_ahead_.append(buffer.data(), static_cast<size_t>(got));
        }
        return true;
    };
    size_t head_end = 0;
    if (!read_until([&] {
            head_end = read_ahead_.find("\r\n\r\n");
            return head_end != std::string::npos;
        })) {
        return std::nullopt;
    }
    PeerRequest request = parse_head(std::string_view(read_ahead_).substr(0, head_end));
    read_ahead_.erase(0, head_end + 4);
    size_t length = 0;
    const std::string& text = request.headers["content-length"];
    std::from_chars(text.data(), text.data() + text.size(), length);
    if (!read_until([&] { return read_ahead_.size() >= length; })) return std::nullopt;
    request.body = read_ahead_.substr(0, length);
    read_ahead_.erase(0, length);
    return request;
}

bool PeerConnection::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const long sent = ssl_ != nullptr
                              ? SSL_write(ssl_, bytes.data(), static_cast<int>(bytes.size()))
                              : ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<size_t>(sent));
    }
    return true;
}

void PeerConnection::answer(int status, std::string_view body, std::string_view extra_headers) {
    const std::string_view type = status < 400 ? "application/json" : "application/problem+json";
    std::string text = "HTTP/1.1 " + std::to_string(status) + " Scripted\r\n";
    if (status != 204) {
        text.append("Content-Type: ").append(type).append("\r\nContent-Length: ");
        text.append(std::to_string(body.size())).append("\r\n");
    }
    text.append(extra_headers).append("\r\n").append(body);
    write(text);
}

void PeerConnection::wait_for_end() {
    std::array<char, 1024> buffer{};
    while (read_some(buffer.data(), buffer.size()) > 0) {
    }
}

std::string PeerConnection::client_name() const {
    X509* certificate = ssl_ == nullptr ? nullptr : SSL_get1_peer_certificate(ssl_);
    if (certificate == nullptr) return "";
    std::array<char, 128> name{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name.data(),
                              name.size());
    X509_free(certificate);
    return name.data();
}

ScriptedPeer::ScriptedPeer(Security security, const TestAuthority& authority, Script script,
                           int port)
    : script_(std::move(script)) {
    // Its clients hang up in the middle of things: that is an error to read, not a signal.
    std::signal(SIGPIPE, SIG_IGN);
    if (security != Security::none) context_ = make_context(security, authority);
    listener_ = listen_on(port);
    port_ = port_of(listener_);
    acceptor_ = std::thread([this] { accept_all(); });
}

ScriptedPeer::~ScriptedPeer() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        for (const int socket : sockets_)
            ::shutdown(socket, SHUT_RDWR);
    }
    ::shutdown(listener_, SHUT_RDWR);
    acceptor_.join();
    for (auto& thread : threads_)
        thread.join();
    ::close(listener_);
    SSL_CTX_free(context_);
}

void ScriptedPeer::accept_all() {
    while (true) {
        const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0) return;
        const std::lock_guard lock(mutex_);
        if (stopping_) {
            ::close(socket);
            return;
        }
        ++connections_;
        sockets_.push_back(socket);
        threads_.emplace_back([this, socket] { serve(socket); });
    }
}

void ScriptedPeer::serve(int socket) {
    SSL* ssl = nullptr;
    bool ready = true;
    if (context_ != nullptr) {
        ssl = SSL_new(context_);
        SSL_set_fd(ssl, socket);
        ready = SSL_accept(ssl) == 1;
    }
    if (ready) {
        PeerConnection connection(socket, ssl);
        script_(connection);
    }
    SSL_free(ssl);
    const std::lock_guard lock(mutex_);
    sockets_.remove(socket);
    ::close(socket);
}

ScriptedPeer::Script answering(std::function<void(const PeerRequest&, PeerConnection&)> handler) {
    return [handler = std::move(handler)](PeerConnection& connection) {
        while (const auto request = connection.read_request())
            handler(*request, connection);
    };
}

ScriptedPeer::Script hello() {
    return answering([](const PeerRequest&, PeerConnection& connection) {
        connection.answer(200, "\"hello\"");
    });
}

int unused_port() {
    const int socket = listen_on(0);
    const int port = port_of(socket);
    ::close(socket);
    return port;
}

} // namespace rexue::client
