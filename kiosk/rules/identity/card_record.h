// The 256-byte text record of a card's chip: UTF-16LE, fields of fixed width, padded with spaces.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "kiosk/rules/identity/identity_document.h"
#include "platform/base/error.h"

namespace rexue::identity {

inline constexpr size_t card_record_bytes = 256;
using CardRecord = std::array<std::byte, card_record_bytes>;

// Byte 248 tells the layout: I, J, Y, anything else is a resident card. corrupt when the record is
// not 256 bytes, has no name or no number, holds control characters, or the number's check digit
// is wrong; the detail names the member only. A date that is no day is left empty: staff look at
// the card then.
base::Result<IdentityDocument> parse_card_record(std::span<const std::byte> record);

// The other way round, for simulators and tests: speaks the same layout, and lays out a number
// with a wrong check digit too. invalid_argument for kind `unknown` and for a text that does not
// fit its field. What an IdentityDocument does not hold (issue count, renewals …) stays padding.
base::Result<CardRecord> make_card_record(const IdentityDocument& document);

} // namespace rexue::identity
