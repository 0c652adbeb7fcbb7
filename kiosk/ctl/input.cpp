#include "kiosk/ctl/input.h"

#include <istream>

#include "platform/storage/file.h"
#include "platform/storage/folder.h"

namespace rexue::ctl {

namespace {

namespace fs = std::filesystem;

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

base::Result<std::vector<base::NamedText>> read_json_files(const fs::path& folder) {
    return storage::read_folder(folder, ".json", max_input_bytes);
}

base::Result<donation::Bookshelf> read_rulebooks(const fs::path& folder) {
    const auto files = read_json_files(folder);
    if (!files) return base::fail(files);
    return donation::Bookshelf::load(*files);
}

} // namespace rexue::ctl
