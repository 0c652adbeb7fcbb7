// The signatures we know, by their names in COSE (RFC 9053).
#pragma once

#include <cstdint>
#include <optional>

#include <boost/describe.hpp>

namespace rexue::credential {

// We issue with es256; the others are read. A word that is not here (a MAC above all) is nothing
// we verify with, whatever key is at hand.
enum class Algorithm {
    es256, // -7: ECDSA on P-256 with SHA-256, r and s in 32 bytes each
    ps256, // -37: RSASSA-PSS with SHA-256, salt of 32 bytes
    eddsa, // -8: on Ed25519
};
BOOST_DESCRIBE_ENUM(Algorithm, es256, ps256, eddsa)

std::optional<Algorithm> algorithm_of(std::int64_t cose_number);
std::int64_t cose_number(Algorithm algorithm);

} // namespace rexue::credential
