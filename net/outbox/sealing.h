// A visit's or booking's personal side, closed so that only the server can open it.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "net/outbox/terminal_key.h"
#include "net/wire/bookings.h"
#include "net/wire/visits.h"
#include "platform/base/error.h"

namespace rexue::outbox {

// The server's X25519 public key.
using SealingKey = std::array<std::byte, 32>;

// As it stands in wire::Enrolment: Base64 of 32 bytes. invalid_argument.
base::Result<SealingKey> parse_sealing_key(std::string_view base64);

// Sealed with libsodium's anonymous box (X25519, XSalsa20-Poly1305) and signed by the terminal.
// After it this terminal itself cannot read the record. The JSON in between is wiped from memory;
// `record` is the caller's to wipe. Any thread.
base::Result<wire::SealedRecord> seal(const wire::VisitRecord& record, int revision,
                                      const wire::TerminalId& terminal,
                                      const SealingKey& for_server, const TerminalKey& key);
base::Result<wire::SealedBooking> seal(const wire::BookingRecord& record,
                                       const wire::TerminalId& terminal,
                                       const SealingKey& for_server, const TerminalKey& key);

// Overwrites every text of the record and leaves it empty.
void wipe(wire::VisitRecord& record);
void wipe(wire::BookingRecord& record);

} // namespace rexue::outbox
