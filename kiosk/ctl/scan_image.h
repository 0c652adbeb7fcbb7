// rexuectl scan-image: what the terminal would read in these pictures.
#pragma once

#include <ostream>
#include <span>
#include <string>

namespace rexue::ctl {

// One line of JSON a file, in order, to `out`: `file`; `text` and `format` (qr, data_matrix,
// code_128), both null when no code is found; `ms`, the time to find it or to give up; and
// `error`, only for a file that is no readable picture, which `err` is told of too.
// 0 when all files could be read, whether they hold a code or not; 1 otherwise.
int scan_image(std::span<const std::string> files, std::ostream& out, std::ostream& err);

} // namespace rexue::ctl
