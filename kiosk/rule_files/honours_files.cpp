#include "kiosk/rule_files/honours_files.h"

#include "platform/storage/folder.h"

namespace rexue::rule_files {

base::Result<honour::Honours> read_honours(const std::filesystem::path& assets) {
    constexpr size_t max_file_bytes = 1024 * 1024;
    honour::Assets files;
    struct Row {
        const char* folder;
        std::vector<base::NamedText>& list;
    };
    for (const Row& row : {Row{"awards", files.awards}, Row{"honour-cards", files.honour_cards},
                           Row{"fee-relief", files.fee_relief}, Row{"benefits", files.benefits},
                           Row{"moments", files.moments}}) {
        const auto texts = storage::read_folder(assets / row.folder, ".json", max_file_bytes);
        if (!texts) return base::fail(texts);
        for (const base::NamedText& one : *texts) {
            row.list.push_back(
                {.name = std::string(row.folder) + "/" + one.name, .text = one.text});
        }
    }
    return honour::Honours::load(files);
}

} // namespace rexue::rule_files
