#include "kiosk/ctl/input.h"

#include <istream>
#include <vector>

#include "platform/storage/file.h"

namespace rexue::ctl {

namespace {

base::Result<std::string> read_all(std::istream& in) {
    std::string text;
    std::vector<char> part(64 * 1024);
    while (in.read(part.data(), static_cast<std::streamsize>(part.size())) || in.gcount() > 0) {
        text.append(part.data(), static_cast<size_t>(in.gcount()));
        if (text.size() > max_input_bytes) {
            return base::fail(base::ErrorCode::limit_exceeded, "the input is too long");
        }
    }
    return text;
}

} // namespace

base::Result<std::string> read_input(const std::string& file, std::istream& in) {
    return file == "-" ? read_all(in) : storage::read_text_file(file, max_input_bytes);
}

} // namespace rexue::ctl
