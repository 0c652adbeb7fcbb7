// The server's own certificate authority: EC P-256, made at `init`, known to enrolled terminals
// alone. It signs the server's certificate and those of terminals.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/date_text.h"
#include "platform/base/error.h"

namespace rexue::server::keys {

struct CertifiedKey {
    std::string key_pem; // PKCS #8, not encrypted: belongs in a file of mode 0600
    std::string certificate_pem;
};

struct ServerNames {
    std::vector<std::string> hosts; // DNS names and IP addresses, at least one
};

// The shape of terminal ids is checked before they become common names.
inline constexpr size_t max_common_name_bytes = 64;

class Authority {
  public:
    static base::Result<CertifiedKey> make(base::Instant now);
    // corrupt when the two do not belong together or are not an authority of ours.
    static base::Result<Authority> load(const CertifiedKey& files);

    Authority(Authority&&) noexcept;
    Authority& operator=(Authority&&) noexcept;
    ~Authority();

    // A fresh key and a certificate good for all hosts. invalid_argument for a host that is
    // neither a name nor an address.
    base::Result<CertifiedKey> certify_server(const ServerNames& names, base::Instant now) const;

    // A client certificate for the key of a PKCS #10 request. Nothing but the key is taken from
    // the request. invalid_argument unless it is EC P-256 and signed with its own key.
    base::Result<std::string> certify_terminal(std::string_view csr_pem,
                                               std::string_view terminal_id,
                                               base::Instant now) const;

    // Whether the two belong together and this authority has signed the certificate.
    bool has_certified(const CertifiedKey& files) const;

    const std::string& certificate_pem() const;

  private:
    struct Impl;
    explicit Authority(std::unique_ptr<Impl> impl);

    std::unique_ptr<Impl> impl_;
};

// The hosts that a certificate of `certify_server` is good for. corrupt.
base::Result<ServerNames> names_of(std::string_view certificate_pem);

// True when `certificate_pem` is good for all of these hosts and for another 30 days.
bool still_serves(std::string_view certificate_pem, const ServerNames& names, base::Instant now);

} // namespace rexue::server::keys
