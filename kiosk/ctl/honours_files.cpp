#include "kiosk/ctl/honours_files.h"

#include "kiosk/ctl/input.h"

namespace rexue::ctl {

base::Result<honour::Honours> read_honours(const std::filesystem::path& assets) {
    honour::Assets files;
    struct Row {
        const char* folder;
        std::vector<honour::AssetFile>& list;
    };
    for (const Row& row : {Row{"awards", files.awards}, Row{"honour-cards", files.honour_cards},
                           Row{"fee-relief", files.fee_relief}, Row{"benefits", files.benefits},
                           Row{"moments", files.moments}}) {
        const auto texts = read_json_files(assets / row.folder);
        if (!texts) return base::fail(texts);
        for (const base::NamedText& one : *texts) {
            row.list.push_back(
                {.name = std::string(row.folder) + "/" + one.name, .text = one.text});
        }
    }
    return honour::Honours::load(files);
}

} // namespace rexue::ctl
