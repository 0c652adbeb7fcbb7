// The small files of one folder.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "platform/base/error.h"
#include "platform/base/named_text.h"

namespace rexue::storage {

// Every file whose name ends in `extension` (".json"), in the order of names; folders in it are not
// looked into. io for a folder that is not there, else as read_text_file.
base::Result<std::vector<base::NamedText>> read_folder(const std::filesystem::path& folder,
                                                       std::string_view extension,
                                                       size_t max_file_bytes);

} // namespace rexue::storage
