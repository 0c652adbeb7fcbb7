#include "net/client/curl_transfer.h"

#include <utility>

#include <fmt/format.h>

#include "net/client/tls_trust.h"
#include "net/wire/problem.h"
#include "platform/base/secret_text.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"

namespace rexue::client {

namespace {

void add_header(curl_slist*& list, const std::string& line) {
    curl_slist* longer = curl_slist_append(list, line.c_str());
    REXUE_ASSERT(longer != nullptr);
    list = longer;
}

} // namespace

CurlTransfer::CurlTransfer(const Shared& shared, RequestId id, Request request,
                           HttpClient::Callback done)
    : shared_(shared),
      id_(id),
      request_(std::move(request)),
      done_(std::move(done)),
      handle_(curl_easy_init()) {
    REXUE_ASSERT(handle_ != nullptr);
    set_up_trust();
    set_up_request();
}

CurlTransfer::~CurlTransfer() {
    curl_easy_cleanup(handle_);
    curl_slist_free_all(headers_);
    base::wipe(request_.body);
    base::wipe(body_);
}

void CurlTransfer::set_up_trust() {
    const HttpOptions& options = shared_.options;
    curl_easy_setopt(handle_, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(handle_, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_3);
    curl_easy_setopt(handle_, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(handle_, CURLOPT_SSL_VERIFYHOST, 2L);
    // Debian's libcurl has the system's CAs built in as defaults: take them away by name.
    curl_easy_setopt(handle_, CURLOPT_CAPATH, nullptr);
    const bool pinned = !shared_.fingerprint.empty();
    curl_easy_setopt(handle_, CURLOPT_CAINFO, pinned ? nullptr : options.trust.ca_file.c_str());
    if (!options.certificate_file.empty()) {
        curl_easy_setopt(handle_, CURLOPT_SSLCERT, options.certificate_file.c_str());
        curl_easy_setopt(handle_, CURLOPT_SSLKEY, options.key_file.c_str());
    }
    curl_easy_setopt(handle_, CURLOPT_SSL_CTX_FUNCTION, &on_ssl_context);
    curl_easy_setopt(handle_, CURLOPT_SSL_CTX_DATA, this);
}

void CurlTransfer::set_up_request() {
    const HttpOptions& options = shared_.options;
    curl_easy_setopt(handle_, CURLOPT_PRIVATE, this);
    curl_easy_setopt(handle_, CURLOPT_ERRORBUFFER, error_text_.data());
    curl_easy_setopt(handle_, CURLOPT_NOSIGNAL, 1L);
    // A proxy variable in somebody's environment must not see a terminal's traffic.
    curl_easy_setopt(handle_, CURLOPT_PROXY, "");
    curl_easy_setopt(handle_, CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1);
    // Without it a kept-alive request waits 40 ms for a delayed acknowledgement.
    curl_easy_setopt(handle_, CURLOPT_TCP_NODELAY, 1L);
    curl_easy_setopt(handle_, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(handle_, CURLOPT_CONNECTTIMEOUT_MS, long{options.connect_timeout.count()});
    curl_easy_setopt(handle_, CURLOPT_TIMEOUT_MS, long{request_.total_timeout.count()});
    curl_easy_setopt(handle_, CURLOPT_URL, (options.base_url + request_.path).c_str());
    curl_easy_setopt(handle_, CURLOPT_WRITEFUNCTION, &on_write);
    curl_easy_setopt(handle_, CURLOPT_WRITEDATA, this);
    if (options.line != nullptr) set_up_line(*options.line);
    if (request_.method != Method::get) {
        curl_easy_setopt(handle_, CURLOPT_POSTFIELDS, request_.body.data());
        curl_easy_setopt(handle_, CURLOPT_POSTFIELDSIZE_LARGE,
                         static_cast<curl_off_t>(request_.body.size()));
        add_header(headers_, "Content-Type: application/json");
        // A body of ours is small: asking first ("100-continue") would cost a round trip.
        add_header(headers_, "Expect:");
    }
    if (request_.method == Method::put) curl_easy_setopt(handle_, CURLOPT_CUSTOMREQUEST, "PUT");
    if (!options.instance.empty()) add_header(headers_, "Rexue-Instance: " + options.instance);
    if (!request_.bearer.empty()) {
        add_header(headers_, "Authorization: Bearer " + request_.bearer);
    }
    for (const Header& header : request_.headers) {
        add_header(headers_, header.name + ": " + header.value);
    }
    curl_easy_setopt(handle_, CURLOPT_HTTPHEADER, headers_);
}

void CurlTransfer::set_up_line(LineSwitch& line) {
    curl_easy_setopt(handle_, CURLOPT_OPENSOCKETFUNCTION, &on_open_socket);
    curl_easy_setopt(handle_, CURLOPT_OPENSOCKETDATA, &line);
    curl_easy_setopt(handle_, CURLOPT_CLOSESOCKETFUNCTION, &on_close_socket);
    curl_easy_setopt(handle_, CURLOPT_CLOSESOCKETDATA, &line);
}

curl_socket_t CurlTransfer::on_open_socket(void* line, curlsocktype, curl_sockaddr* address) {
    const int socket = static_cast<LineSwitch*>(line)->open_socket(
        address->family, address->socktype, address->protocol);
    return socket < 0 ? CURL_SOCKET_BAD : socket;
}

int CurlTransfer::on_close_socket(void* line, curl_socket_t socket) {
    return static_cast<LineSwitch*>(line)->close_socket(socket);
}

CURLcode CurlTransfer::on_ssl_context(CURL*, void* context, void* self) {
    const auto& transfer = *static_cast<CurlTransfer*>(self);
    auto* ssl = static_cast<SSL_CTX*>(context);
    if (transfer.shared_.options.now) verify_at(ssl, transfer.shared_.options.now());
    if (!transfer.shared_.fingerprint.empty()) pin_fingerprint(ssl, transfer.shared_.fingerprint);
    return CURLE_OK;
}

size_t CurlTransfer::on_write(char* data, size_t size, size_t count, void* self) {
    const size_t bytes = size * count;
    return static_cast<CurlTransfer*>(self)->take({data, bytes}) ? bytes : 0;
}

bool CurlTransfer::take(std::string_view bytes) {
    const Exchange so_far = exchange();
    if (request_.on_data && so_far.status / 100 == 2) {
        // A stream ends hours from now, if ever: its first bytes say that the link is there.
        if (!std::exchange(streaming_, true) && shared_.options.observe) {
            shared_.options.observe(so_far);
        }
        request_.on_data(bytes);
        return true;
    }
    overlong_ = body_.size() + bytes.size() > shared_.options.max_response_bytes;
    if (!overlong_) body_ += bytes;
    return !overlong_;
}

Exchange CurlTransfer::exchange() const {
    Exchange exchange{.speaker = request_.speaker};
    long status = 0;
    curl_easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
    exchange.status = static_cast<int>(status);
    curl_header* date = nullptr;
    if (curl_easy_header(handle_, "Date", 0, CURLH_HEADER, -1, &date) == CURLHE_OK) {
        const time_t seconds = curl_getdate(date->value, nullptr);
        if (seconds > 0) exchange.server_date = base::Instant(std::chrono::seconds(seconds));
    }
    return exchange;
}

void CurlTransfer::finish(CURLcode code) {
    auto result = outcome(code);
    if (shared_.options.observe) {
        Exchange seen = exchange();
        if (!result) seen.error = result.error();
        if (code != CURLE_OK) seen.status = 0;
        shared_.options.observe(seen);
    }
    std::exchange(done_, {})(std::move(result));
}

void CurlTransfer::give_up(base::Error error) {
    std::exchange(done_, {})(std::unexpected(std::move(error)));
}

base::Result<Response> CurlTransfer::outcome(CURLcode code) {
    if (code != CURLE_OK) return std::unexpected(transport_error(code));
    const int status = exchange().status;
    if (status / 100 != 2) return std::unexpected(server_error(status));
    Response response{.status = status};
    const char* type = nullptr;
    curl_easy_getinfo(handle_, CURLINFO_CONTENT_TYPE, &type);
    if (type != nullptr) response.content_type = type;
    response.body = std::move(body_);
    return response;
}

base::Error CurlTransfer::server_error(int status) const {
    wire::Problem problem{.status = status, .detail = fmt::format("HTTP status {}", status)};
    if (const auto parsed = json::parse(body_)) {
        if (auto read = json::from_json<wire::Problem>(*parsed)) problem = std::move(*read);
    }
    return wire::error_of(problem);
}

base::Error CurlTransfer::transport_error(CURLcode code) const {
    using base::ErrorCode;
    const std::string_view said = error_text_.data();
    const auto error = [&](ErrorCode ours) {
        return base::Error{
            ours, said.empty() ? std::string(curl_easy_strerror(code)) : std::string(said)};
    };
    if (overlong_) return {ErrorCode::limit_exceeded, "the answer is too long"};
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return error(ErrorCode::timeout);
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_SSL_INVALIDCERTSTATUS:
            return error(ErrorCode::untrusted);
        case CURLE_SSL_CACERT_BADFILE:
            return error(ErrorCode::untrusted);
        case CURLE_SSL_CERTPROBLEM:
            return error(ErrorCode::unauthenticated);
        case CURLE_OUT_OF_MEMORY:
        case CURLE_URL_MALFORMAT:
        case CURLE_UNSUPPORTED_PROTOCOL:
            return error(ErrorCode::internal);
        default:
            break;
    }
    // TLS alerts about *our* certificate come after the handshake, as a failed read.
    const bool alert = said.find("alert") != std::string_view::npos;
    if (alert && said.find("certificate") != std::string_view::npos) {
        return error(ErrorCode::unauthenticated);
    }
    if (code != CURLE_SSL_CONNECT_ERROR) return error(ErrorCode::unavailable);
    // A handshake that was cut off is a bad line; one that was answered wrongly is a stranger.
    const bool cut_off = said.find("SSL_ERROR_SYSCALL") != std::string_view::npos ||
                         said.find("unexpected eof") != std::string_view::npos ||
                         said.find("reset by peer") != std::string_view::npos;
    return error(cut_off ? ErrorCode::unavailable : ErrorCode::untrusted);
}

} // namespace rexue::client
