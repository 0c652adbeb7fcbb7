#include "net/client/server_date.h"

#include <utility>

#include "platform/base/encoding.h"
#include "platform/storage/file.h"

namespace rexue::client {

namespace {

constexpr size_t max_file_bytes = 64;
constexpr std::chrono::hours worth_writing{1};

} // namespace

std::optional<base::Instant> kept_server_date(const std::filesystem::path& file) {
    const auto text = storage::read_text_file(file, max_file_bytes);
    if (!text) return std::nullopt;
    const auto date = base::parse_instant(*text);
    return date ? std::optional(*date) : std::nullopt;
}

ServerDateKeeper::ServerDateKeeper(std::filesystem::path file) : file_(std::move(file)) {
    if (!file_.empty()) kept_ = kept_server_date(file_);
}

void ServerDateKeeper::note(base::Instant date) {
    if (file_.empty()) return;
    if (kept_ && date - *kept_ < worth_writing && *kept_ - date < worth_writing) return;
    // A date that cannot be kept is asked for again by the next answer an hour on.
    kept_ = date;
    const std::string text = base::format_instant(date);
    static_cast<void>(storage::write_file_atomically(file_, base::bytes_of(text), 0600));
}

} // namespace rexue::client
