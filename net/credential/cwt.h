// CBOR Web Token (RFC 8392): who says it, when, until when, under which id.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "net/credential/cbor_reader.h"

namespace rexue::credential {

struct Cwt {
    std::optional<std::string> issuer;
    std::optional<std::int64_t> expires_s; // seconds since 1970, as all times here
    std::optional<std::int64_t> not_before_s;
    std::optional<std::int64_t> issued_s;
    std::optional<base::Bytes> id;
    cbor::Map others; // what else is said, as it stands
};

// Form::any takes times with a fraction (cut off) or with tag 1 as well. invalid_argument for a
// claim of the wrong kind and for times before 1970 or past the year 9999.
base::Result<Cwt> read_cwt(std::span<const std::byte> bytes, cbor::Form form,
                           const cbor::Limits& limits = {});

base::Bytes write_cwt(const Cwt& cwt);

} // namespace rexue::credential
