#include "kiosk/rule_files/rulebook_files.h"

#include "platform/storage/folder.h"

namespace rexue::rule_files {

base::Result<donation::Bookshelf> read_rulebooks(const std::filesystem::path& folder) {
    constexpr size_t max_file_bytes = 1024 * 1024;
    const auto files = storage::read_folder(folder, ".json", max_file_bytes);
    if (!files) return base::fail(files);
    return donation::Bookshelf::load(*files);
}

} // namespace rexue::rule_files
