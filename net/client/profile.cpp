#include "net/client/profile.h"

// toml++ 3.3 asserts what it then handles as an error ("[[[" in a file): a damaged profile must
// be told of, not end the program.
#define TOML_ASSERT(expr) static_assert(true)

#include <algorithm>
#include <optional>
#include <span>
#include <sstream>
#include <string_view>

#include <sys/stat.h>
#include <toml++/toml.h>

#include "platform/base/encoding.h"
#include "platform/base/random.h"
#include "platform/storage/file.h"

namespace rexue::client {

namespace {

constexpr std::string_view profile_name = "terminal.toml";
constexpr size_t max_file_bytes = 64 * 1024;
constexpr size_t max_text_bytes = 512;

std::unexpected<base::Error> wrong(std::string_view member, std::string_view what) {
    return base::fail(base::ErrorCode::invalid_argument,
                      "terminal.toml: " + std::string(member) + " " + std::string(what));
}

// Reads members one after the other and keeps the first fault.
class Members {
  public:
    explicit Members(const toml::table& table) : table_(table) {}

    std::string text(std::string_view path) {
        const auto found = table_.at_path(path).value<std::string>();
        if (!found) return fault(path, "is missing or no text");
        if (found->size() > max_text_bytes) return fault(path, "is too long");
        return *found;
    }

    std::string identifier(std::string_view path) {
        std::string value = text(path);
        const bool good =
            !value.empty() && value.size() <= 64 && std::ranges::all_of(value, [](unsigned char c) {
                return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
            });
        return good ? value : fault(path, "is no identifier");
    }

    // A name in the profile's own folder, never a way out of it.
    std::string file_name(std::string_view path) {
        std::string value = identifier(path);
        return value.starts_with('.') ? fault(path, "is no file name") : value;
    }

    std::string fault(std::string_view path, std::string_view what) {
        if (!fault_) fault_ = wrong(path, what).error();
        return {};
    }

    const std::optional<base::Error>& first_fault() const { return fault_; }

  private:
    const toml::table& table_;
    std::optional<base::Error> fault_;
};

bool is_letter_or_empty(std::string_view text) {
    return text.empty() || (text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z');
}

base::Result<Profile> read_members(const toml::table& table) {
    Members members(table);
    Profile profile;
    profile.server_url = members.text("server");
    if (!profile.server_url.starts_with("https://")) members.fault("server", "is no https URL");
    profile.terminal.value = members.identifier("terminal");
    profile.house.value = members.identifier("house");
    const std::string surface = members.text("surface");
    if (!boost::describe::enum_from_string(surface.c_str(), profile.surface)) {
        members.fault("surface", "is not donor, board, staff or volunteer");
    }
    profile.ticket_letter = members.text("ticket_letter");
    if (!is_letter_or_empty(profile.ticket_letter)) {
        members.fault("ticket_letter", "is not one of A … Z");
    }
    const auto sealing_key = outbox::parse_sealing_key(members.text("sealing_key"));
    if (sealing_key) profile.sealing_key = *sealing_key;
    if (!sealing_key) members.fault("sealing_key", "is not 32 bytes in Base64");
    const auto id = base::parse_uuid(members.text("profile"));
    if (id) profile.id = *id;
    if (!id) members.fault("profile", "is no UUID");
    profile.files = {.key = members.file_name("files.key"),
                     .certificate = members.file_name("files.certificate"),
                     .authority = members.file_name("files.authority")};
    if (members.first_fault()) return std::unexpected(*members.first_fault());
    return profile;
}

base::Status check_key_mode(const Profile& profile) {
    struct stat status{};
    if (::stat(profile.key_path().c_str(), &status) != 0) {
        return base::fail(base::ErrorCode::not_found,
                          "profile: " + profile.files.key + " is missing");
    }
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
        return base::fail(base::ErrorCode::forbidden,
                          "profile: others can read " + profile.files.key + "; its mode is 0600");
    }
    return {};
}

base::Status check_files(const Profile& profile) {
    if (const auto private_key = check_key_mode(profile); !private_key) return private_key;
    const auto key = load_key(profile);
    if (!key) return base::fail(key);
    const auto certificate = storage::read_text_file(profile.certificate_path(), max_file_bytes);
    if (!certificate) return base::fail(certificate);
    if (!key->belongs_to(*certificate)) {
        return base::fail(base::ErrorCode::corrupt,
                          "profile: the certificate does not belong to the key");
    }
    const auto authority = storage::read_text_file(profile.authority_path(), max_file_bytes);
    if (!authority) return base::fail(authority);
    return {};
}

} // namespace

std::filesystem::path lock_path(const std::filesystem::path& folder) {
    return folder / "profile.lock";
}

bool is_enrolled(const std::filesystem::path& folder) {
    std::error_code error;
    return std::filesystem::exists(folder / profile_name, error);
}

base::Result<Profile> load_profile(const std::filesystem::path& folder) {
    const auto text = storage::read_text_file(folder / profile_name, max_file_bytes);
    if (!text && text.error().code == base::ErrorCode::not_found) {
        return base::fail(
            base::ErrorCode::not_found,
            folder.string() + " holds no enrolled terminal (rexuectl enrol makes one)");
    }
    if (!text) return base::fail(text);
    std::optional<toml::table> table;
    try {
        table = toml::parse(*text);
    } catch (const toml::parse_error& error) {
        return wrong("line " + std::to_string(error.source().begin.line), "is not TOML");
    }
    auto profile = read_members(*table);
    if (!profile) return profile;
    profile->folder = folder;
    if (const auto checked = check_files(*profile); !checked) return base::fail(checked);
    return profile;
}

std::string profile_text(const Profile& profile) {
    const toml::table table{
        {"server", profile.server_url},
        {"terminal", profile.terminal.value},
        {"house", profile.house.value},
        {"surface", boost::describe::enum_to_string(profile.surface, "")},
        {"ticket_letter", profile.ticket_letter},
        {"sealing_key", base::base64_encode(profile.sealing_key)},
        {"profile", profile.id.to_string()},
        {"files", toml::table{{"key", profile.files.key},
                              {"certificate", profile.files.certificate},
                              {"authority", profile.files.authority}}},
    };
    std::ostringstream text;
    text << table << '\n';
    return text.str();
}

base::Result<outbox::TerminalKey> load_key(const Profile& profile) {
    auto pem = storage::read_text_file(profile.key_path(), max_file_bytes);
    if (!pem) return base::fail(pem);
    auto key = outbox::TerminalKey::from_pem(*pem);
    base::wipe(std::as_writable_bytes(std::span(pem->data(), pem->size())));
    return key;
}

ServerLinkOptions link_options(const Profile& profile, std::string instance) {
    return {.http = {.base_url = profile.server_url,
                     .trust = {.ca_file = profile.authority_path()},
                     .certificate_file = profile.certificate_path(),
                     .key_file = profile.key_path(),
                     .instance = std::move(instance)},
            .house = profile.house,
            .house_cache = profile.house_cache_path(),
            .server_date = profile.server_date_path()};
}

} // namespace rexue::client
