// Tells that files of a folder come, change or go (inotify), so that a simulator need not look.
#pragma once

#include <filesystem>

namespace rexue::devices {

class FolderWatch {
  public:
    // A folder that cannot be watched gives a watch that never stirs.
    explicit FolderWatch(const std::filesystem::path& folder);
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;
    ~FolderWatch();

    // Readable once something stirred since the last clear(); negative when nothing is watched.
    int descriptor() const { return descriptor_; }
    void clear() const;

  private:
    int descriptor_;
};

} // namespace rexue::devices
