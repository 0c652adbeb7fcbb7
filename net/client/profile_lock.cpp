#include "net/client/profile_lock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace rexue::client {

base::Result<ProfileLock> ProfileLock::take(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / "profile.lock";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        const auto code = errno == ENOENT ? base::ErrorCode::not_found : base::ErrorCode::io;
        return base::fail(code, std::string("profile lock: ") + std::strerror(errno));
    }
    ProfileLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
        return base::fail(base::ErrorCode::conflict, "another process uses this profile");
    }
    return lock;
}

ProfileLock::~ProfileLock() {
    if (file_ >= 0) ::close(file_);
}

} // namespace rexue::client
