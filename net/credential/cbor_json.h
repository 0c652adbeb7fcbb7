// CBOR as JSON, for people to read.
#pragma once

#include <boost/json.hpp>

#include "net/credential/cbor_value.h"

namespace rexue::credential {

// Bytes become hex, numbers as keys become text, tags fall away; integers past 64 bits with a sign
// and what JSON cannot say become text or null. Two keys that are then written alike keep the
// first. As deep and as large as the value.
boost::json::value to_json(const cbor::Value& value);

} // namespace rexue::credential
