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

base::Error about(const std::filesystem::path& file, base::Error error) {
    std::error_code unknown;
    const bool is_there = std::filesystem::exists(file, unknown);
    constexpr std::string_view plain = "file: "; // which file is said instead
    if (error.code == base::ErrorCode::not_found && !is_there) error.detail = "no such file";
    if (error.detail.starts_with(plain)) error.detail.erase(0, plain.size());
    error.detail = file.string() + ": " + error.detail;
    return error;
}

base::Result<std::string> read_named_file(const std::filesystem::path& file, size_t max_bytes) {
    auto text = storage::read_text_file(file, max_bytes);
    if (!text) return std::unexpected(about(file, text.error()));
    return text;
}

std::string input_name(const std::string& file) {
    return file == "-" ? "standard input" : file;
}

base::Result<std::string> read_input(const std::string& file, std::istream& in) {
    return file == "-" ? read_all(in) : read_named_file(file, max_input_bytes);
}

} // namespace rexue::ctl
