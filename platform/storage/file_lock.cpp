#include "platform/storage/file_lock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace rexue::storage {

base::Result<FileLock> FileLock::take(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        const auto code = errno == ENOENT ? base::ErrorCode::not_found : base::ErrorCode::io;
        return base::fail(code, file.string() + ": " + std::strerror(errno));
    }
    FileLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        return base::fail(base::ErrorCode::conflict,
                          "another process uses " + file.parent_path().string());
    }
    return lock;
}

FileLock::~FileLock() {
    if (file_ >= 0) ::close(file_);
}

} // namespace rexue::storage
