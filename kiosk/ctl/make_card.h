// rexuectl make-card: what a card reader would read, for the simulated reader.
#pragma once

#include <filesystem>
#include <ostream>

#include "kiosk/rules/identity/identity_document.h"
#include "platform/base/error.h"

namespace rexue::ctl {

// JSON with kind, name, number, sex, birth and, where the document has them, english_name,
// nation_code, nationality, address, authority, valid_from, valid_to (a date or "long_term"),
// permit_number.
base::Result<identity::IdentityDocument> read_document(const std::filesystem::path& json_file);

// Writes the 256-byte record of the document to `record_file`. 0, or 1 with a line on `err`.
int make_card(const std::filesystem::path& json_file, const std::filesystem::path& record_file,
              std::ostream& err);

} // namespace rexue::ctl
