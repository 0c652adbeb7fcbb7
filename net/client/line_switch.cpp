#include "net/client/line_switch.h"

#include <sys/socket.h>
#include <unistd.h>

namespace rexue::client {

void LineSwitch::set(Line line) {
    const std::lock_guard lock(mutex_);
    line_ = line;
    if (line == Line::whole) return;
    // Closing is left to whom the socket belongs: he sees that the other end has gone.
    for (const int socket : open_)
        shutdown(socket, SHUT_RDWR);
}

Line LineSwitch::line() const {
    const std::lock_guard lock(mutex_);
    return line_;
}

int LineSwitch::open_socket(int family, int type, int protocol) {
    const std::lock_guard lock(mutex_);
    if (line_ == Line::cut) return -1;
    const int opened = socket(family, type | SOCK_CLOEXEC, protocol);
    if (opened >= 0) open_.insert(opened);
    return opened;
}

int LineSwitch::close_socket(int socket) {
    const std::lock_guard lock(mutex_);
    open_.erase(socket);
    return close(socket);
}

} // namespace rexue::client
