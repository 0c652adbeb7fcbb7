// What the card commands read: a time, a text that may be in a picture, a folder of keys.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "net/credential/key_set.h"
#include "net/credential/signing_key.h"

namespace rexue::ctl {

// RFC 3339 with or without a fraction, Z or an offset.
base::Result<base::Instant> parse_time(std::string text);

// A file that is there is a picture, and the code in it is meant; anything else is the text itself,
// but for what looks like a picture's name or a path. not_found when there is no such file, and
// when the picture shows no code; errors name the file.
base::Result<std::string> scanned_text(const std::string& text_or_file);

// Every *.json is a key set, every *.pem a public key or certificate; private keys are stepped
// over. not_found when there is none.
base::Result<credential::KeySet> read_keys(const std::filesystem::path& folder);

base::Result<credential::SigningKey> read_signing_key(const std::filesystem::path& file);

} // namespace rexue::ctl
