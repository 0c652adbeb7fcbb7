// POST /v1/enrolments: a one-time code and a signing request for a client certificate.
#pragma once

#include <string>

#include <boost/describe.hpp>

#include "net/wire/identifiers.h"

namespace rexue::wire {

enum class SurfaceKind { donor, board, staff, volunteer };
BOOST_DESCRIBE_ENUM(SurfaceKind, donor, board, staff, volunteer)

struct EnrolmentRequest {
    std::string code;    // one-time, 12 letters and digits in groups of four, case ignored
    std::string csr_pem; // PKCS #10 with an EC P-256 key that never leaves the terminal
};
BOOST_DESCRIBE_STRUCT(EnrolmentRequest, (), (code, csr_pem))

struct Enrolment {
    TerminalId terminal;
    HouseId house;
    SurfaceKind surface = SurfaceKind::donor;
    std::string ticket_letter;   // "A" … "Z": this terminal's own series; empty if it gives none
    std::string certificate_pem; // client certificate for the key in the CSR
    std::string ca_pem;          // what the terminal trusts from now on
    std::string sealing_key;     // Base64, 32 bytes X25519: sealed records are for this key
};
BOOST_DESCRIBE_STRUCT(Enrolment, (),
                      (terminal, house, surface, ticket_letter, certificate_pem, ca_pem,
                       sealing_key))

} // namespace rexue::wire
