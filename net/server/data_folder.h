// The server's data folder: one file a secret, one database.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace rexue::server {

struct DataFolder {
    std::filesystem::path path;

    std::filesystem::path authority_key() const { return path / "authority.key"; }
    std::filesystem::path authority_certificate() const { return path / "authority.pem"; }
    std::filesystem::path server_key() const { return path / "server.key"; }
    std::filesystem::path server_certificate() const { return path / "server.pem"; }
    std::filesystem::path sealing_key() const { return path / "sealing.key"; }
    // Whose honour cards these are, and which keys they were and are signed with.
    std::filesystem::path card_keys() const { return path / "card-keys.json"; }
    std::filesystem::path card_key(std::string_view kid) const {
        return path / ("card-" + std::string(kid) + ".key");
    }
    std::filesystem::path card_codes_key() const { return path / "card-codes.key"; }
    // Held by the one server that runs on this folder.
    std::filesystem::path lock() const { return path / "server.lock"; }
    std::filesystem::path database() const { return path / "rexue.sqlite"; }
};

// Longest of the small files above.
inline constexpr size_t max_key_file_bytes = 64 * 1024;

} // namespace rexue::server
