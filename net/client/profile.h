// Who this terminal is: the folder that enrolment writes and every start reads.
//
//   terminal.toml   server, names, keys' files; its presence means "enrolled"
//   terminal.key    EC P-256 private key, mode 0600
//   terminal.pem    client certificate
//   ca.pem          the only CA this terminal trusts
//
// The outbox and the caches live in the same folder.
#pragma once

#include <filesystem>
#include <string>

#include "net/client/server_link.h"
#include "net/outbox/sealing.h"
#include "net/outbox/terminal_key.h"
#include "net/wire/enrolment.h"
#include "net/wire/identifiers.h"
#include "platform/base/error.h"
#include "platform/base/uuid.h"

namespace rexue::client {

struct ProfileFiles {
    std::string key = "terminal.key";
    std::string certificate = "terminal.pem";
    std::string authority = "ca.pem";
};

struct Profile {
    std::filesystem::path folder;
    base::Uuid id;          // made at enrolment
    std::string server_url; // https://host[:port]
    wire::TerminalId terminal;
    wire::HouseId house;
    wire::SurfaceKind surface = wire::SurfaceKind::donor;
    std::string ticket_letter; // "A" … "Z", or empty: gives no tickets
    outbox::SealingKey sealing_key{};
    ProfileFiles files;

    std::filesystem::path key_path() const { return folder / files.key; }
    std::filesystem::path certificate_path() const { return folder / files.certificate; }
    std::filesystem::path authority_path() const { return folder / files.authority; }
    std::filesystem::path outbox_path() const { return folder / "outbox.db"; }
    std::filesystem::path seen_codes_path() const { return folder / "seen.db"; }
    std::filesystem::path card_trust_path() const { return folder / "card_trust.json"; }
    std::filesystem::path house_cache_path() const { return folder / "house.json"; }
    std::filesystem::path server_date_path() const { return folder / "server_date"; }
};

// not_found: not enrolled. invalid_argument: names the member of terminal.toml that is wrong.
// forbidden: others can read the key. corrupt: the key or the certificate is none, or they do not
// belong together. io.
base::Result<Profile> load_profile(const std::filesystem::path& folder);

bool is_enrolled(const std::filesystem::path& folder);

// Held by the one process that uses the profile: two would give out the same ticket numbers.
std::filesystem::path lock_path(const std::filesystem::path& folder);

// The text of terminal.toml.
std::string profile_text(const Profile& profile);

base::Result<outbox::TerminalKey> load_key(const Profile& profile);

// What a link of this terminal needs; sinks are the caller's to add.
ServerLinkOptions link_options(const Profile& profile, std::string instance);

} // namespace rexue::client
