#include "kiosk/ctl/input.h"

#include <algorithm>
#include <istream>

#include "platform/storage/file.h"

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

base::Result<std::vector<NamedText>> read_json_files(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    }
    if (error) return base::fail(base::ErrorCode::io, folder.string() + ": " + error.message());
    std::ranges::sort(files);
    std::vector<NamedText> texts;
    for (const fs::path& file : files) {
        auto text = storage::read_text_file(file, max_input_bytes);
        if (!text) return base::fail(text);
        texts.push_back({.name = file.filename().string(), .text = std::move(*text)});
    }
    return texts;
}

base::Result<donation::Bookshelf> read_rulebooks(const fs::path& folder) {
    const auto files = read_json_files(folder);
    if (!files) return base::fail(files);
    std::vector<donation::Rulebook> books;
    for (const NamedText& file : *files) {
        auto book = donation::Rulebook::load(file.text);
        if (!book) return base::fail(book.error().code, file.name + ": " + book.error().detail);
        books.push_back(std::move(*book));
    }
    return donation::Bookshelf::create(std::move(books));
}

} // namespace rexue::ctl
