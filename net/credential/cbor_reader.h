// CBOR from outside, with limits: what is read is one item, whole, and means one thing only.
#pragma once

#include <span>

#include "net/credential/cbor_value.h"
#include "platform/base/error.h"

namespace rexue::credential::cbor {

struct Limits {
    size_t max_bytes = 64 * 1024;
    int max_depth = 16; // an item that holds nothing has depth 1; a tag counts as a level
    size_t max_items = 2048;
};

enum class Form {
    any,           // other issuers' items: longer heads, keys in any order, floating-point numbers
    deterministic, // ours: only what cbor::write makes
};

// Both forms refuse indefinite lengths, a key that comes twice, text that is no UTF-8, simple
// values without a meaning, and bytes behind the item. invalid_argument with a fixed phrase,
// limit_exceeded; never a word of what was read.
base::Result<Value> read(std::span<const std::byte> bytes, Form form, const Limits& limits = {});

} // namespace rexue::credential::cbor
