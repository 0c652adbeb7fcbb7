// A file that stands for its folder: one process holds it, and no crash leaves it locked.
#pragma once

#include <filesystem>
#include <utility>

#include "platform/base/error.h"

namespace rexue::storage {

// Held by flock(2) as long as the object lives; the kernel lets go when the process ends, however
// it ends.
class FileLock {
  public:
    // Makes the file when it is not there; its folder must be. conflict: another process (or
    // another object of this one) holds it. not_found: no such folder. io.
    static base::Result<FileLock> take(const std::filesystem::path& file);

    FileLock(FileLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
    FileLock& operator=(FileLock&&) = delete;
    ~FileLock();

  private:
    explicit FileLock(int file) : file_(file) {}
    int file_;
};

} // namespace rexue::storage
