// What is in a credential of this family (the EU's HC1 and its kin), whoever issued it.
#pragma once

#include <optional>
#include <string_view>

#include <boost/json.hpp>

#include "net/credential/verification_key.h"

namespace rexue::credential {

// {prefix, kid, alg, signature: valid|invalid|unchecked, issued, expires, payload}: `kid` in hex,
// `alg` as ES256, PS256, EdDSA or the number of another, of the protected header or else of the
// other one, times as RFC 3339; what is not there is null. A signature without an algorithm is
// unchecked. `payload` is the token as JSON. Form as lenient as Form::any. invalid_argument,
// limit_exceeded.
base::Result<boost::json::object> inspect(std::string_view text, const VerificationKey* key);

} // namespace rexue::credential
