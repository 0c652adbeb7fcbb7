#include "net/server/http/tls_context.h"

#include <array>

#include "platform/base/encoding.h"
#include "platform/openssl/handles.h"

namespace rexue::server {

namespace ssl = boost::asio::ssl;

base::Status configure_tls(ssl::context& tls, const HttpOptions& options) {
    boost::system::error_code error;
    const auto buffer = [](const std::string& text) { return boost::asio::buffer(text); };
    SSL_CTX* const native = tls.native_handle();
    // No resumption: a handshake is cheap at this scale, and a revoked or replaced certificate
    // must not live on in a ticket.
    SSL_CTX_set_session_cache_mode(native, SSL_SESS_CACHE_OFF);
    if (SSL_CTX_set_min_proto_version(native, TLS1_3_VERSION) != 1 ||
        SSL_CTX_set_num_tickets(native, 0) != 1) {
        return base::fail(base::ErrorCode::internal, "TLS 1.3 is not to be had");
    }
    tls.use_certificate_chain(buffer(options.certificate_chain), error);
    if (!error) tls.use_private_key(buffer(options.private_key), ssl::context::pem, error);
    if (!error) tls.add_certificate_authority(buffer(options.authority), error);
    // A certificate is asked for and must be good if it is given; whether one is needed is the
    // route's affair, because enrolment comes without.
    if (!error) tls.set_verify_mode(ssl::verify_peer, error);
    if (error) return base::fail(base::ErrorCode::corrupt, "TLS keys: " + error.message());
    return {};
}

std::string peer_fingerprint(SSL* connection) {
    const openssl::Certificate certificate(SSL_get1_peer_certificate(connection));
    if (!certificate) return {};
    std::array<std::byte, 32> digest;
    unsigned size = 0;
    if (X509_digest(certificate.get(), EVP_sha256(),
                    reinterpret_cast<unsigned char*>(digest.data()), &size) != 1) {
        return {};
    }
    return base::hex_encode(digest);
}

} // namespace rexue::server
