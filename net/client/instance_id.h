// Which machine speaks for a terminal: so that the server notices a copied profile.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "platform/base/error.h"
#include "platform/base/uuid.h"

namespace rexue::client {

// SHA-256 over the machine's id and the profile's, 64 hex digits. machine-id(5) asks that the
// machine's id itself is never sent.
std::string instance_id(std::string_view machine_id, const base::Uuid& profile);

// 32 hex digits from /etc/machine-id. io, corrupt.
base::Result<std::string> read_machine_id(const std::filesystem::path& file = "/etc/machine-id");

} // namespace rexue::client
