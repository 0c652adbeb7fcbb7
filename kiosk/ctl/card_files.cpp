#include "kiosk/ctl/card_files.h"

#include <algorithm>
#include <array>
#include <vector>

#include "kiosk/ctl/input.h"
#include "platform/base/mod_97_10.h"
#include "platform/devices/barcode/barcode_scanner.h"
#include "platform/image/picture.h"
#include "platform/storage/file.h"

namespace rexue::ctl {

namespace {

namespace fs = std::filesystem;

constexpr size_t max_key_file_bytes = 1024 * 1024;
constexpr std::chrono::milliseconds picture_budget{4000};

std::unexpected<base::Error> no_time() {
    return base::fail(base::ErrorCode::invalid_argument,
                      "a time is written as 2026-11-22T08:00:00Z or with +08:00");
}

// "+08:00" at the end; nothing when there is another end.
std::optional<std::chrono::minutes> offset_of(std::string_view end) {
    const bool fits = end.size() == 6 && (end[0] == '+' || end[0] == '-') && end[3] == ':';
    if (!fits) return std::nullopt;
    const auto time = base::parse_time_of_day(end.substr(1));
    if (!time) return std::nullopt;
    return end[0] == '-' ? -*time : *time;
}

// A name or path that somebody meant as one. Whatever begins as a credential or an address of the
// web does is neither, although Base45 has '/' and '.', too.
bool looks_like_a_file(const std::string& text) {
    if (text.find(':') != std::string::npos) return false;
    std::string end = fs::path(text).extension().string();
    std::ranges::transform(end, end.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    constexpr std::array<std::string_view, 8> pictures{".png", ".jpg",  ".jpeg", ".gif",
                                                       ".bmp", ".webp", ".tif",  ".pdf"};
    return text.find('/') != std::string::npos ||
           std::ranges::find(pictures, end) != pictures.end();
}

base::Status add_file(credential::KeySet& keys, const fs::path& file) {
    const auto text = storage::read_text_file(file, max_key_file_bytes);
    if (!text) return base::fail(text);
    if (file.extension() == ".json") return keys.add(*text);
    if (text->find("PRIVATE KEY-----") != std::string::npos) return {};
    auto key = credential::VerificationKey::from_pem(*text);
    if (!key) return base::fail(key);
    return keys.add(credential::TrustedKey{.key = std::move(*key), .issuer = ""});
}

} // namespace

base::Result<base::Instant> parse_time(std::string text) {
    std::chrono::minutes offset{0};
    if (text.ends_with('Z')) {
        text.pop_back();
    } else {
        const auto found = text.size() > 6 ? offset_of(text.substr(text.size() - 6)) : std::nullopt;
        if (!found) return no_time();
        offset = *found;
        text.resize(text.size() - 6);
    }
    if (const size_t dot = text.find('.'); dot != std::string::npos) {
        if (!base::is_all_digits(std::string_view(text).substr(dot + 1))) return no_time();
        text.resize(std::min(text.size(), dot + 4));
        text.append(dot + 4 - text.size(), '0');
    } else {
        text += ".000";
    }
    const auto instant = base::parse_instant(text + "Z");
    if (!instant) return no_time();
    return *instant - offset;
}

base::Result<std::string> scanned_text(const std::string& text_or_file) {
    std::error_code error;
    const fs::path file(text_or_file);
    const auto kind = fs::status(file, error).type();
    if (kind == fs::file_type::directory) {
        return base::fail(base::ErrorCode::invalid_argument, text_or_file + ": is a folder");
    }
    if (kind != fs::file_type::regular) {
        if (!looks_like_a_file(text_or_file)) return text_or_file;
        return base::fail(base::ErrorCode::not_found, text_or_file + ": no such file");
    }
    const auto picture = image::read_grey(file);
    if (!picture) return std::unexpected(about(file, picture.error()));
    const auto code = devices::find_code(*picture, picture_budget);
    if (!code) {
        return base::fail(base::ErrorCode::not_found, text_or_file + ": no code is in the picture");
    }
    return code->text;
}

base::Result<credential::KeySet> read_keys(const fs::path& folder) {
    std::error_code error;
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const auto kind = entry.path().extension();
        if (kind == ".json" || kind == ".pem") files.push_back(entry.path());
    }
    if (error) {
        return base::fail(base::ErrorCode::not_found, folder.string() + ": no folder of keys");
    }
    std::ranges::sort(files);
    credential::KeySet keys;
    for (const fs::path& file : files) {
        if (auto added = add_file(keys, file); !added) {
            return base::fail(added.error().code, file.string() + ": " + added.error().detail);
        }
    }
    if (keys.size() == 0 && files.empty()) {
        return base::fail(base::ErrorCode::not_found, folder.string() + ": no keys in it");
    }
    return keys;
}

base::Result<credential::SigningKey> read_signing_key(const fs::path& file) {
    auto pem = read_named_file(file, max_key_file_bytes);
    if (!pem) return base::fail(pem);
    const base::SecretText kept(std::move(*pem));
    auto key = credential::SigningKey::from_pem(kept);
    if (!key) return std::unexpected(about(file, key.error()));
    return key;
}

} // namespace rexue::ctl
