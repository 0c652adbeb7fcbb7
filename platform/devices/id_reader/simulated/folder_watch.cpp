#include "platform/devices/id_reader/simulated/folder_watch.h"

#include <array>

#include <sys/inotify.h>
#include <unistd.h>

namespace rexue::devices {

FolderWatch::FolderWatch(const std::filesystem::path& folder)
    : descriptor_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {
    if (descriptor_ < 0) return;
    inotify_add_watch(descriptor_, folder.c_str(),
                      IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE);
}

FolderWatch::~FolderWatch() {
    if (descriptor_ >= 0) close(descriptor_);
}

void FolderWatch::clear() const {
    std::array<char, 4096> events;
    while (descriptor_ >= 0 && read(descriptor_, events.data(), events.size()) > 0) {
    }
}

} // namespace rexue::devices
