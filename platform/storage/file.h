// Small files, whole or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include <sys/types.h>

#include "platform/base/encoding.h"
#include "platform/base/error.h"

namespace rexue::storage {

// After a power cut the file is the old one or the new one, never half of one: written beside it,
// synced, renamed over it, the folder synced. `mode` as in chmod, for example 0600 for keys.
// io, storage_full, not_found (no such folder). Any thread.
base::Status write_file_atomically(const std::filesystem::path& path,
                                   std::span<const std::byte> bytes, mode_t mode);

// not_found, io, limit_exceeded when it is longer than `max_bytes`.
base::Result<base::Bytes> read_file(const std::filesystem::path& path, size_t max_bytes);

// The same, as text. Its encoding is not looked at.
base::Result<std::string> read_text_file(const std::filesystem::path& path, size_t max_bytes);

} // namespace rexue::storage
