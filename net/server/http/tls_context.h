// How this server speaks TLS. Only for the sources of this folder: it names Asio.
#pragma once

#include <string>

#include <boost/asio/ssl/context.hpp>
#include <openssl/ssl.h>

#include "net/server/http/http_server.h"

namespace rexue::server {

// corrupt for keys or certificates that do not fit.
base::Status configure_tls(boost::asio::ssl::context& tls, const HttpOptions& options);

// SHA-256 of the verified client certificate in hex; empty when the client sent none.
std::string peer_fingerprint(SSL* connection);

} // namespace rexue::server
