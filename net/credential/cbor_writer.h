// CBOR as bytes, the same bytes for the same value: RFC 8949, section 4.2 (core deterministic).
#pragma once

#include "net/credential/cbor_value.h"

namespace rexue::credential::cbor {

// Definite lengths, shortest heads, map keys in the order of their bytes whatever the order in
// `value`. Floating-point numbers are for reading others only: they end the program.
base::Bytes write(const Value& value);

} // namespace rexue::credential::cbor
