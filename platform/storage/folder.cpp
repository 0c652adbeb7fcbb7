#include "platform/storage/folder.h"

#include <algorithm>

#include "platform/storage/file.h"

namespace rexue::storage {

namespace fs = std::filesystem;

base::Result<std::vector<base::NamedText>> read_folder(const fs::path& folder,
                                                       std::string_view extension,
                                                       size_t max_file_bytes) {
    std::error_code error;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() == extension) files.push_back(entry->path());
    }
    if (error) {
        return base::fail(base::ErrorCode::io, folder.string() + ": " + error.message());
    }
    std::ranges::sort(files);
    std::vector<base::NamedText> texts;
    for (const fs::path& file : files) {
        auto text = read_text_file(file, max_file_bytes);
        if (!text) return base::fail(text);
        texts.push_back({.name = file.filename().string(), .text = std::move(*text)});
    }
    return texts;
}

} // namespace rexue::storage
