#include "net/server/keys/authority.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <optional>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include "platform/base/random.h"
#include "platform/openssl/handles.h"

namespace rexue::server::keys {

namespace chr = std::chrono;
using base::ErrorCode;
using openssl::Bio;
using openssl::Certificate;
using openssl::Extension;
using openssl::FreedBy;
using openssl::is_p256;
using openssl::memory_bio;
using openssl::openssl_error;
using openssl::PrivateKey;
using openssl::SigningRequest;
using openssl::text_of;

namespace {

constexpr chr::years authority_life{20};
constexpr chr::years terminal_life{5};
constexpr chr::years server_life{2};
// Terminals without a clock battery wake up in the past: certificates begin long before any of
// them can have been made.
constexpr base::Date begin_of_validity = chr::year(2020) / chr::January / chr::day(1);

struct Holder {
    std::string common_name;
    std::string usage;        // extendedKeyUsage, empty for the authority
    std::string alternatives; // subjectAltName, may be empty
    chr::years life;
};

base::Result<PrivateKey> make_key() {
    PrivateKey key(EVP_EC_gen("P-256"));
    if (!key) return std::unexpected(openssl_error(ErrorCode::internal, "make a key"));
    return key;
}

base::Status add_extension(X509* certificate, X509* issuer, int id, const std::string& value) {
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, id, value.c_str()));
    if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1) {
        return std::unexpected(openssl_error(ErrorCode::invalid_argument, "certificate extension"));
    }
    return {};
}

base::Status add_extensions(X509* certificate, X509* issuer, const Holder& holder) {
    const bool is_authority = holder.usage.empty();
    struct Wanted {
        int id;
        std::string value;
    };
    std::vector<Wanted> wanted{
        {NID_basic_constraints, is_authority ? "critical,CA:TRUE,pathlen:0" : "critical,CA:FALSE"},
        {NID_key_usage,
         is_authority ? "critical,keyCertSign,cRLSign" : "critical,digitalSignature"},
        {NID_subject_key_identifier, "hash"},
    };
    if (!is_authority) {
        wanted.push_back({NID_authority_key_identifier, "keyid:always"});
        wanted.push_back({NID_ext_key_usage, holder.usage});
    }
    if (!holder.alternatives.empty()) {
        wanted.push_back({NID_subject_alt_name, holder.alternatives});
    }
    for (const Wanted& one : wanted) {
        if (const auto added = add_extension(certificate, issuer, one.id, one.value); !added) {
            return added;
        }
    }
    return {};
}

bool set_random_serial(X509* certificate) {
    std::array<std::byte, 16> bytes;
    base::fill_random(bytes);
    bytes[0] &= std::byte{0x7F}; // RFC 5280 §4.1.2.2: serial numbers are positive
    bytes[0] |= std::byte{0x40};
    const std::unique_ptr<BIGNUM, FreedBy<BN_free>> number(
        BN_bin2bn(reinterpret_cast<const unsigned char*>(bytes.data()),
                  static_cast<int>(bytes.size()), nullptr));
    return number &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

// The end counts from the machine's clock where that is later: TLS judges by it, whatever day a
// caller simulates.
bool set_validity(X509* certificate, base::Instant now, chr::years life) {
    const auto machine = chr::floor<chr::milliseconds>(chr::system_clock::now());
    const auto last_second = chr::floor<chr::seconds>(std::max(now, machine)) + life;
    const auto begin = chr::system_clock::to_time_t(chr::sys_days(begin_of_validity));
    const auto end = chr::system_clock::to_time_t(last_second);
    return ASN1_TIME_set(X509_getm_notBefore(certificate), begin) != nullptr &&
           ASN1_TIME_set(X509_getm_notAfter(certificate), end) != nullptr;
}

// `issuer` is null for the authority itself, which signs its own.
base::Result<Certificate> certify(EVP_PKEY* subject_key, const Holder& holder, X509* issuer,
                                  EVP_PKEY* issuer_key, base::Instant now) {
    Certificate certificate(X509_new());
    X509* const raw = certificate.get();
    X509_NAME* name = X509_get_subject_name(raw);
    const auto* common_name = reinterpret_cast<const unsigned char*>(holder.common_name.c_str());
    const bool made =
        X509_set_version(raw, X509_VERSION_3) == 1 && set_random_serial(raw) &&
        set_validity(raw, now, holder.life) &&
        X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_UTF8, common_name, -1, -1, 0) ==
            1 &&
        X509_set_issuer_name(raw, issuer != nullptr ? X509_get_subject_name(issuer) : name) == 1 &&
        X509_set_pubkey(raw, subject_key) == 1;
    if (!made) return std::unexpected(openssl_error(ErrorCode::internal, "make a certificate"));
    const auto extended = add_extensions(raw, issuer != nullptr ? issuer : raw, holder);
    if (!extended) return base::fail(extended);
    if (X509_sign(raw, issuer_key, EVP_sha256()) == 0) {
        return std::unexpected(openssl_error(ErrorCode::internal, "sign a certificate"));
    }
    return certificate;
}

std::string pem_of(X509* certificate) {
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate);
    return text_of(*bio);
}

std::string pem_of(EVP_PKEY* key) {
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0, nullptr, nullptr);
    return text_of(*bio);
}

bool is_address(const std::string& host) {
    std::array<unsigned char, 16> bytes{};
    return ::inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 ||
           ::inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1;
}

bool is_host_name(std::string_view host) {
    return !host.empty() && host.size() <= 253 && std::ranges::all_of(host, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '.';
    });
}

base::Result<std::string> alternative_names(const ServerNames& names) {
    std::vector<std::string> entries;
    for (const std::string& host : names.hosts) {
        const bool address = is_address(host);
        if (!address && !is_host_name(host)) {
            return base::fail(ErrorCode::invalid_argument, "a host is no name and no address");
        }
        entries.push_back((address ? "IP:" : "DNS:") + host);
    }
    if (entries.empty()) return base::fail(ErrorCode::invalid_argument, "no host is given");
    return fmt::format("{}", fmt::join(entries, ","));
}

// One entry of a subjectAltName; none for what is neither a name nor an address.
std::optional<std::string> host_of(const GENERAL_NAME& entry) {
    int kind = 0;
    const void* value = GENERAL_NAME_get0_value(&entry, &kind);
    if (kind != GEN_DNS && kind != GEN_IPADD) return std::nullopt;
    const auto* text = static_cast<const ASN1_STRING*>(value);
    const unsigned char* bytes = ASN1_STRING_get0_data(text);
    const auto size = static_cast<size_t>(ASN1_STRING_length(text));
    if (kind == GEN_DNS) return std::string(reinterpret_cast<const char*>(bytes), size);
    std::array<char, INET6_ADDRSTRLEN> address{};
    if (size != sizeof(in_addr) && size != sizeof(in6_addr)) return std::nullopt;
    const int family = size == sizeof(in_addr) ? AF_INET : AF_INET6;
    if (::inet_ntop(family, bytes, address.data(), address.size()) == nullptr) return std::nullopt;
    return address.data();
}

base::Result<Certificate> read_certificate(std::string_view pem) {
    const Bio bio = memory_bio(pem);
    Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (!certificate) return std::unexpected(openssl_error(ErrorCode::corrupt, "certificate"));
    return certificate;
}

} // namespace

struct Authority::Impl {
    PrivateKey key;
    Certificate certificate;
    std::string certificate_pem;
};

Authority::Authority(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Authority::Authority(Authority&&) noexcept = default;
Authority& Authority::operator=(Authority&&) noexcept = default;
Authority::~Authority() = default;

base::Result<CertifiedKey> Authority::make(base::Instant now) {
    auto key = make_key();
    if (!key) return base::fail(key);
    const Holder self{.common_name = "Rexue terminal authority",
                      .usage = {},
                      .alternatives = {},
                      .life = authority_life};
    const auto certificate = certify(key->get(), self, nullptr, key->get(), now);
    if (!certificate) return base::fail(certificate);
    return CertifiedKey{.key_pem = pem_of(key->get()),
                        .certificate_pem = pem_of(certificate->get())};
}

base::Result<Authority> Authority::load(const CertifiedKey& files) {
    auto impl = std::make_unique<Impl>();
    const Bio bio = memory_bio(files.key_pem);
    impl->key.reset(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    auto certificate = read_certificate(files.certificate_pem);
    if (!certificate) return base::fail(certificate);
    impl->certificate = std::move(*certificate);
    if (!is_p256(impl->key.get()) ||
        X509_check_private_key(impl->certificate.get(), impl->key.get()) != 1 ||
        X509_check_ca(impl->certificate.get()) != 1) {
        return std::unexpected(
            openssl_error(ErrorCode::corrupt, "the authority's key and certificate do not match"));
    }
    impl->certificate_pem = files.certificate_pem;
    return Authority(std::move(impl));
}

base::Result<CertifiedKey> Authority::certify_server(const ServerNames& names,
                                                     base::Instant now) const {
    const auto alternatives = alternative_names(names);
    if (!alternatives) return base::fail(alternatives);
    const auto key = make_key();
    if (!key) return base::fail(key);
    const Holder holder{.common_name = "Rexue server",
                        .usage = "serverAuth",
                        .alternatives = *alternatives,
                        .life = server_life};
    const auto certificate =
        certify(key->get(), holder, impl_->certificate.get(), impl_->key.get(), now);
    if (!certificate) return base::fail(certificate);
    return CertifiedKey{.key_pem = pem_of(key->get()),
                        .certificate_pem = pem_of(certificate->get())};
}

base::Result<std::string> Authority::certify_terminal(std::string_view csr_pem,
                                                      std::string_view terminal_id,
                                                      base::Instant now) const {
    const Bio bio = memory_bio(csr_pem);
    const SigningRequest request(PEM_read_bio_X509_REQ(bio.get(), nullptr, nullptr, nullptr));
    if (!request) {
        return std::unexpected(
            openssl_error(ErrorCode::invalid_argument, "/csr_pem: not a signing request"));
    }
    EVP_PKEY* const key = X509_REQ_get0_pubkey(request.get());
    if (!is_p256(key)) {
        return base::fail(ErrorCode::invalid_argument, "/csr_pem: the key is not EC P-256");
    }
    if (X509_REQ_verify(request.get(), key) != 1) {
        return std::unexpected(
            openssl_error(ErrorCode::invalid_argument, "/csr_pem: not signed with its own key"));
    }
    const Holder holder{.common_name = std::string(terminal_id),
                        .usage = "clientAuth",
                        .alternatives = {},
                        .life = terminal_life};
    const auto certificate = certify(key, holder, impl_->certificate.get(), impl_->key.get(), now);
    if (!certificate) return base::fail(certificate);
    return pem_of(certificate->get());
}

bool Authority::has_certified(const CertifiedKey& files) const {
    const Bio bio = memory_bio(files.key_pem);
    const PrivateKey key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
    const auto certificate = read_certificate(files.certificate_pem);
    return key && certificate && X509_check_private_key(certificate->get(), key.get()) == 1 &&
           X509_verify(certificate->get(), X509_get0_pubkey(impl_->certificate.get())) == 1;
}

const std::string& Authority::certificate_pem() const {
    return impl_->certificate_pem;
}

base::Result<ServerNames> names_of(std::string_view certificate_pem) {
    const auto certificate = read_certificate(certificate_pem);
    if (!certificate) return base::fail(certificate);
    const std::unique_ptr<GENERAL_NAMES, FreedBy<GENERAL_NAMES_free>> all(
        static_cast<GENERAL_NAMES*>(
            X509_get_ext_d2i(certificate->get(), NID_subject_alt_name, nullptr, nullptr)));
    ServerNames names;
    for (int i = 0; i < sk_GENERAL_NAME_num(all.get()); ++i) {
        if (auto host = host_of(*sk_GENERAL_NAME_value(all.get(), i))) {
            names.hosts.push_back(std::move(*host));
        }
    }
    if (names.hosts.empty()) return base::fail(ErrorCode::corrupt, "a certificate without a host");
    return names;
}

bool still_serves(std::string_view certificate_pem, const ServerNames& names, base::Instant now) {
    const auto certificate = read_certificate(certificate_pem);
    if (!certificate) return false;
    const auto soon = chr::system_clock::to_time_t(chr::floor<chr::seconds>(now) + chr::days(30));
    if (ASN1_TIME_cmp_time_t(X509_get0_notAfter(certificate->get()), soon) < 0) return false;
    return std::ranges::all_of(names.hosts, [&](const std::string& host) {
        X509* const raw = certificate->get();
        return is_address(host) ? X509_check_ip_asc(raw, host.c_str(), 0) == 1
                                : X509_check_host(raw, host.data(), host.size(), 0, nullptr) == 1;
    });
}

} // namespace rexue::server::keys
