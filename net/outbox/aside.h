// A database that cannot be trusted is kept for an expert, beside the new one.
#pragma once

#include <filesystem>

#include "platform/base/error.h"

namespace rexue::outbox {

// Renames `path` and its write-ahead log to "<path>.corrupt-<n>"; the new path. io.
base::Result<std::filesystem::path> move_aside(const std::filesystem::path& path);

// How many databases of this name have been moved aside.
int count_aside(const std::filesystem::path& path);

} // namespace rexue::outbox
