// One request on its way: a libcurl easy handle and what it has brought so far.
// Lives and dies on the client thread.
#pragma once

#include <array>
#include <memory>

#include <curl/curl.h>

#include "net/client/http_client.h"
#include "platform/base/encoding.h"

namespace rexue::client {

class CurlTransfer {
  public:
    // What all transfers of a client share; outlives them.
    struct Shared {
        HttpOptions options;
        base::Bytes fingerprint; // empty without pinning
    };

    CurlTransfer(const Shared& shared, RequestId id, Request request, HttpClient::Callback done);
    ~CurlTransfer();
    CurlTransfer(const CurlTransfer&) = delete;
    CurlTransfer& operator=(const CurlTransfer&) = delete;

    CURL* handle() const { return handle_; }
    RequestId id() const { return id_; }

    // libcurl is done with it: tells the observer and the callback.
    void finish(CURLcode code);
    // Tells the callback alone.
    void give_up(base::Error error);

  private:
    void set_up_trust();
    void set_up_request();
    void set_up_line(LineSwitch& line);
    Exchange exchange() const;
    base::Result<Response> outcome(CURLcode code);
    base::Error transport_error(CURLcode code) const;
    base::Error server_error(int status) const;
    bool take(std::string_view bytes);

    static size_t on_write(char* data, size_t size, size_t count, void* self);
    static curl_socket_t on_open_socket(void* line, curlsocktype, curl_sockaddr* address);
    static int on_close_socket(void* line, curl_socket_t socket);
    static CURLcode on_ssl_context(CURL* handle, void* context, void* self);

    const Shared& shared_;
    const RequestId id_;
    Request request_;
    HttpClient::Callback done_;
    CURL* handle_;
    curl_slist* headers_ = nullptr;
    std::string body_;
    bool overlong_ = false;
    bool streaming_ = false;
    std::array<char, CURL_ERROR_SIZE> error_text_{};
};

} // namespace rexue::client
