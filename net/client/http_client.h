// HTTPS to the one server of this terminal: one thread, many requests, answers on that thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/client/line_switch.h"
#include "platform/base/date_text.h"
#include "platform/base/error.h"

namespace rexue::client {

enum class Method { get, post, put };

struct Header {
    std::string name;
    std::string value;
};

// Whom a 401 is meant for: this terminal and its certificate, or the person at its screen.
enum class Speaker { terminal, person };

struct Request {
    Method method = Method::get;
    std::string path;   // with a leading "/", after the server's base URL
    std::string body;   // JSON, sent when not a GET; wiped when the request ends
    std::string bearer; // a staff session's token, or empty
    Speaker speaker = Speaker::terminal;
    std::vector<Header> headers;
    // From start to last byte. Zero: no limit, for streams whose reader keeps its own deadline.
    std::chrono::milliseconds total_timeout = std::chrono::seconds(10);
    // A stream: a 2xx body arrives here piece by piece and Response::body stays empty.
    std::function<void(std::string_view)> on_data;
};

struct Response {
    int status = 0; // 2xx
    std::string content_type;
    std::string body;
};

// Whom to believe. With a fingerprint the certificate that has it, sent by the server as its own
// or as its issuer, is the only trust anchor; otherwise the CA file is. System CAs never count.
struct Trust {
    std::filesystem::path ca_file;
    std::string sha256_fingerprint; // 64 hex digits, colons allowed
};

// How an exchange with the server went: what the state of the link and the clock floor rest on.
struct Exchange {
    int status = 0; // 0: no answer
    Speaker speaker = Speaker::terminal;
    std::optional<base::Error> error;
    // The Date header. Only from answers whose sender has been proved by its certificate.
    std::optional<base::Instant> server_date;
};

struct HttpOptions {
    std::string base_url; // "https://server.example:8443"
    Trust trust;
    std::filesystem::path certificate_file; // both empty before enrolment
    std::filesystem::path key_file;
    std::string instance; // sent as Rexue-Instance, left out when empty
    std::chrono::milliseconds connect_timeout = std::chrono::seconds(5);
    size_t max_response_bytes = 2 * 1024 * 1024;
    LineSwitch* line = nullptr; // a cable that development pulls; null: the machine's own
    // The time that certificates are checked against: a clock with a floor, not the machine's.
    std::function<base::Instant()> now;
    // After every exchange, and when a stream's first bytes arrive. On the client thread.
    std::function<void(const Exchange&)> observe;
};

enum class RequestId : std::uint64_t {};
enum class TimerId : std::uint64_t {};

// Errors: unavailable (refused, unreachable, cut off), untrusted (wrong certificate, not our
// CA, no TLS 1.3), timeout, limit_exceeded (the answer is too long), cancelled, unauthenticated
// (our own certificate is not taken), or the server's own code out of its problem document.
class HttpClient {
  public:
    using Callback = std::function<void(base::Result<Response>)>;

    // Starts the thread. invalid_argument for a URL that is not https or a bad fingerprint.
    static base::Result<std::unique_ptr<HttpClient>> create(HttpOptions options);

    // Cancels what is under way and waits for the thread; callbacks get `cancelled`.
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    // Any thread. `done` is called exactly once, on the client thread.
    RequestId send(Request request, Callback done);

    // Any thread. The callback gets `cancelled`, unless it has been called already.
    void cancel(RequestId id);

    // Any thread: runs a task on the client thread.
    void post(std::function<void()> task);

    // Runs a task on the client thread and waits for its end; runs it at once when called there.
    void run(const std::function<void()>& task);

    // Client thread only.
    TimerId after(std::chrono::milliseconds delay, std::function<void()> task);
    void stop_timer(TimerId id);

  private:
    class Impl;
    explicit HttpClient(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace rexue::client
