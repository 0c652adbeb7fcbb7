#include "net/outbox/aside.h"

#include <string>

namespace rexue::outbox {

namespace {

namespace fs = std::filesystem;

fs::path aside_path(const fs::path& path, int number) {
    return fs::path(path.string() + ".corrupt-" + std::to_string(number));
}

} // namespace

base::Result<fs::path> move_aside(const fs::path& path) {
    fs::path aside = aside_path(path, count_aside(path) + 1);
    // SQLite finds a log by its database's name: both keep their pairing. The log goes first, so
    // that a crash in between never leaves an old log beside a new database.
    for (const char* suffix : {"-wal", "-shm", ""}) {
        std::error_code error;
        const fs::path from(path.string() + suffix);
        if (!fs::exists(from, error)) continue;
        fs::rename(from, fs::path(aside.string() + suffix), error);
        if (error) return base::fail(base::ErrorCode::io, "move aside: " + error.message());
    }
    return aside;
}

int count_aside(const fs::path& path) {
    int count = 0;
    std::error_code error;
    while (fs::exists(aside_path(path, count + 1), error))
        ++count;
    return count;
}

} // namespace rexue::outbox
