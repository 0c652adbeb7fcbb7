// rexuectl make-code: a QR code as a picture, for the simulated camera or for printing.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>

namespace rexue::ctl {

// A 16-digit card number becomes the text of that honour card; anything else is encoded as it is.
// 0, or 1 with a line on `err`.
int make_code(const std::string& text, const std::filesystem::path& png, std::ostream& err);

} // namespace rexue::ctl
