#include "tests/net/server/https.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <curl/curl.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <sodium.h>

#include "platform/base/encoding.h"
#include "platform/openssl/handles.h"

namespace rexue::tests {

namespace {

using openssl::Bio;
using openssl::FreedBy;
using Key = openssl::PrivateKey;
using Curl = std::unique_ptr<CURL, FreedBy<curl_easy_cleanup>>;
using List = std::unique_ptr<curl_slist, FreedBy<curl_slist_free_all>>;

curl_blob blob_of(const std::string& text) {
    return {.data = const_cast<char*>(text.data()), .len = text.size(), .flags = CURL_BLOB_COPY};
}

struct Receiver {
    Answer answer;
    const Exchange* what;
    bool had_enough = false;
};

size_t on_body(char* data, size_t size, size_t count, void* user) {
    auto& receiver = *static_cast<Receiver*>(user);
    receiver.answer.body.append(data, size * count);
    if (receiver.what->enough && receiver.what->enough(receiver.answer.body)) {
        receiver.had_enough = true;
        return 0;
    }
    return size * count;
}

size_t on_header(char* data, size_t size, size_t count, void* user) {
    auto& receiver = *static_cast<Receiver*>(user);
    std::string line(data, size * count);
    const auto colon = line.find(':');
    if (colon != std::string::npos) {
        std::string name = line.substr(0, colon);
        std::ranges::transform(name, name.begin(), [](char c) {
            return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        });
        const auto begin = line.find_first_not_of(' ', colon + 1);
        const auto end = line.find_last_not_of("\r\n");
        receiver.answer.headers[name] =
            begin <= end ? line.substr(begin, end - begin + 1) : std::string();
    }
    return size * count;
}

void set_credentials(CURL* curl, const Credentials& credentials) {
    curl_blob ca = blob_of(credentials.ca_pem);
    curl_easy_setopt(curl, CURLOPT_CAINFO_BLOB, &ca);
    if (credentials.certificate_pem.empty()) return;
    curl_blob certificate = blob_of(credentials.certificate_pem);
    curl_blob key = blob_of(credentials.key_pem);
    curl_easy_setopt(curl, CURLOPT_SSLCERT_BLOB, &certificate);
    curl_easy_setopt(curl, CURLOPT_SSLKEY_BLOB, &key);
}

Key read_key(const std::string& pem) {
    const Bio bio = openssl::memory_bio(pem);
    return Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

} // namespace

Answer exchange(std::uint16_t port, const Credentials& credentials, const Exchange& what) {
    static const auto started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK) std::abort();
    const Curl curl(curl_easy_init());
    Receiver receiver{.answer = {}, .what = &what};
    List headers;
    for (const auto& header : what.headers) {
        headers.reset(curl_slist_append(headers.release(), header.c_str()));
    }
    const std::string url = "https://localhost:" + std::to_string(port) + what.path;
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, what.method.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(what.timeout.count()));
    curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &receiver);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERFUNCTION, on_header);
    curl_easy_setopt(curl.get(), CURLOPT_HEADERDATA, &receiver);
    if (what.method != "GET") {
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, what.body.data());
        curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(what.body.size()));
    }
    set_credentials(curl.get(), credentials);
    const CURLcode code = curl_easy_perform(curl.get());
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    receiver.answer.status = static_cast<int>(status);
    if (code != CURLE_OK && !receiver.had_enough) {
        receiver.answer.error = curl_easy_strerror(code);
    }
    receiver.answer.content_type = receiver.answer.headers["content-type"];
    return std::move(receiver.answer);
}

std::string make_key_pem() {
    const Key key(EVP_EC_gen("P-256"));
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return openssl::text_of(*bio);
}

std::string make_csr_pem(const std::string& key_pem) {
    const Key key = read_key(key_pem);
    const openssl::SigningRequest request(X509_REQ_new());
    X509_REQ_set_pubkey(request.get(), key.get());
    X509_REQ_sign(request.get(), key.get(), EVP_sha256());
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509_REQ(bio.get(), request.get());
    return openssl::text_of(*bio);
}

std::string sign_es256(const std::string& key_pem, const std::string& text) {
    const Key key = read_key(key_pem);
    const openssl::DigestContext context(EVP_MD_CTX_new());
    std::string signature(128, '\0');
    size_t size = signature.size();
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get());
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size,
                   reinterpret_cast<const unsigned char*>(text.data()), text.size());
    signature.resize(size);
    return signature;
}

std::string seal_for(const std::string& public_key_base64, const std::string& text) {
    if (sodium_init() < 0) std::abort();
    const auto key = base::base64_decode(public_key_base64).value();
    base::Bytes sealed(text.size() + crypto_box_SEALBYTES);
    crypto_box_seal(reinterpret_cast<unsigned char*>(sealed.data()),
                    reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                    reinterpret_cast<const unsigned char*>(key.data()));
    return base::base64_encode(sealed);
}

} // namespace rexue::tests
