#include "platform/storage/file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "platform/base/random.h"

namespace rexue::storage {

namespace {

// The names of files may tell things; errors name what was being done, and errno's own text.
base::Error error_of(int number, std::string_view doing) {
    auto code = base::ErrorCode::io;
    if (number == ENOENT || number == ENOTDIR) code = base::ErrorCode::not_found;
    if (number == ENOSPC || number == EDQUOT) code = base::ErrorCode::storage_full;
    return {.code = code, .detail = fmt::format("file: {}: {}", doing, std::strerror(number))};
}

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    int get() const { return number_; }

  private:
    int number_;
};

base::Status write_all(int file, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return std::unexpected(error_of(errno, "write"));
        bytes = bytes.subspan(static_cast<size_t>(written));
    }
    return {};
}

base::Status write_synced(const std::filesystem::path& path, std::span<const std::byte> bytes,
                          mode_t mode) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.get() < 0) return std::unexpected(error_of(errno, "create"));
    if (const auto written = write_all(file.get(), bytes); !written) return written;
    if (::fchmod(file.get(), mode) != 0) return std::unexpected(error_of(errno, "chmod"));
    if (::fsync(file.get()) != 0) return std::unexpected(error_of(errno, "sync"));
    return {};
}

base::Status sync_folder(const std::filesystem::path& folder) {
    const Descriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (file.get() < 0 || ::fsync(file.get()) != 0) {
        return std::unexpected(error_of(errno, "sync folder"));
    }
    return {};
}

template <typename Buffer>
base::Result<Buffer> read_whole(const std::filesystem::path& path, size_t max_bytes) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) return std::unexpected(error_of(errno, "open"));
    Buffer bytes;
    std::array<typename Buffer::value_type, 16 * 1024> chunk;
    while (true) {
        const auto got = ::read(file.get(), chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return std::unexpected(error_of(errno, "read"));
        if (got == 0) return bytes;
        if (bytes.size() + static_cast<size_t>(got) > max_bytes) {
            return base::fail(base::ErrorCode::limit_exceeded,
                              fmt::format("file: longer than {} bytes", max_bytes));
        }
        bytes.insert(bytes.end(), chunk.begin(), chunk.begin() + got);
    }
}

} // namespace

base::Status write_file_atomically(const std::filesystem::path& path,
                                   std::span<const std::byte> bytes, mode_t mode) {
    std::array<std::byte, 6> suffix;
    base::fill_random(suffix);
    auto fresh = path;
    fresh += "." + base::hex_encode(suffix) + ".new";
    auto status = write_synced(fresh, bytes, mode);
    if (status && ::rename(fresh.c_str(), path.c_str()) != 0) {
        status = std::unexpected(error_of(errno, "rename"));
    }
    if (!status) {
        ::unlink(fresh.c_str());
        return status;
    }
    const auto folder = path.parent_path();
    return sync_folder(folder.empty() ? std::filesystem::path(".") : folder);
}

base::Result<base::Bytes> read_file(const std::filesystem::path& path, size_t max_bytes) {
    return read_whole<base::Bytes>(path, max_bytes);
}

base::Result<std::string> read_text_file(const std::filesystem::path& path, size_t max_bytes) {
    return read_whole<std::string>(path, max_bytes);
}

} // namespace rexue::storage
