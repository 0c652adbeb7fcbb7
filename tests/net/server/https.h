// A plain HTTPS client for tests: one request, one answer; or a stream until enough was seen.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "net/wire/enrolment.h"

namespace rexue::tests {

// Whom the client trusts and who it is. PEM; certificate and key may be empty.
struct Credentials {
    std::string ca_pem;
    std::string certificate_pem;
    std::string key_pem;
};

struct Answer {
    int status = 0;    // 0: no answer
    std::string error; // the client's own words when there was none
    std::string content_type;
    std::string body;
    std::map<std::string, std::string> headers; // names in lower case
};

struct Exchange {
    std::string method = "GET";
    std::string path;
    std::vector<std::string> headers;
    std::string body;
    // Called with all that has come so far; true ends the exchange. For streams.
    std::function<bool(const std::string&)> enough;
    std::chrono::milliseconds timeout{10'000};
};

Answer exchange(std::uint16_t port, const Credentials& credentials, const Exchange& what);

// An EC P-256 key as PEM, a signing request for it, an ES256 signature (DER) with it.
std::string make_key_pem();
std::string make_csr_pem(const std::string& key_pem);
std::string sign_es256(const std::string& key_pem, const std::string& text);

// Sealed with libsodium for a Base64 public key; Base64 again.
std::string seal_for(const std::string& public_key_base64, const std::string& text);

} // namespace rexue::tests
