// One profile, one process: two would give out the same ticket numbers.
#pragma once

#include <filesystem>
#include <utility>

#include "platform/base/error.h"

namespace rexue::client {

// Held by flock(2) as long as the object lives; the kernel lets go when the process ends, however
// it ends.
class ProfileLock {
  public:
    // conflict: another process uses this profile. not_found: no such folder. io.
    static base::Result<ProfileLock> take(const std::filesystem::path& folder);

    ProfileLock(ProfileLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
    ProfileLock& operator=(ProfileLock&&) = delete;
    ~ProfileLock();

  private:
    explicit ProfileLock(int file) : file_(file) {}
    int file_;
};

} // namespace rexue::client
