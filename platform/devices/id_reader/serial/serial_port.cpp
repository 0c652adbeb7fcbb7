#include "platform/devices/id_reader/serial/serial_port.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <termios.h>
#include <unistd.h>

#include "platform/base/random.h"

namespace rexue::devices {

namespace {

using base::ErrorCode;

std::optional<speed_t> speed_of(int baud) {
    constexpr auto speeds = std::to_array<std::pair<int, speed_t>>({{9600, B9600},
                                                                    {19200, B19200},
                                                                    {38400, B38400},
                                                                    {57600, B57600},
                                                                    {115200, B115200},
                                                                    {230400, B230400}});
    const auto found = std::ranges::find(speeds, baud, &std::pair<int, speed_t>::first);
    return found != speeds.end() ? std::optional(found->second) : std::nullopt;
}

std::unexpected<base::Error> failed(int error) {
    const ErrorCode code = [error] {
        switch (error) {
            case ENOENT:
            case ENXIO:
            case ENODEV:
            case EIO:
            case ENOTDIR:
                return ErrorCode::unplugged;
            case EWOULDBLOCK:
            case EBUSY:
                return ErrorCode::conflict;
            case EACCES:
            case EPERM:
                return ErrorCode::forbidden;
            case ENOTTY:
                return ErrorCode::unsupported;
            default:
                return ErrorCode::io;
        }
    }();
    return base::fail(code, "serial port: " + std::generic_category().message(error));
}

std::unexpected<base::Error> unplugged() {
    return base::fail(ErrorCode::unplugged, "serial port: hung up");
}

bool make_raw(int descriptor, speed_t speed) {
    termios settings{};
    if (tcgetattr(descriptor, &settings) != 0) return false;
    cfmakeraw(&settings); // eight bits, no parity, nothing translated or echoed
    settings.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
    settings.c_cflag |= CLOCAL | CREAD;
    settings.c_cc[VMIN] = 0;
    settings.c_cc[VTIME] = 0;
    return cfsetspeed(&settings, speed) == 0 && tcsetattr(descriptor, TCSANOW, &settings) == 0;
}

} // namespace

bool SerialPort::is_known_rate(int baud) {
    return speed_of(baud).has_value();
}

base::Result<SerialPort> SerialPort::open(const std::string& path, int baud) {
    const auto speed = speed_of(baud);
    if (!speed) return base::fail(ErrorCode::invalid_argument, "no serial port has this rate");
    const int descriptor = ::open(path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0) return failed(errno);
    SerialPort port(descriptor);
    // Two programs on one reader would each get half of every answer.
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) return failed(errno);
    if (!make_raw(descriptor, *speed)) return failed(errno);
    port.discard_input();
    return port;
}

SerialPort::SerialPort(SerialPort&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

SerialPort& SerialPort::operator=(SerialPort&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

SerialPort::~SerialPort() {
    if (descriptor_ >= 0) close(descriptor_);
}

base::Status SerialPort::wait(short events, Deadline deadline, const StopSignal& stop) const {
    for (;;) {
        std::array<pollfd, 2> waited = {
            pollfd{.fd = descriptor_, .events = events, .revents = 0},
            pollfd{.fd = stop.descriptor(), .events = POLLIN, .revents = 0}};
        const int ready = poll(waited.data(), waited.size(), poll_milliseconds(deadline));
        if (ready < 0 && errno == EINTR) continue;
        if (ready < 0) return failed(errno);
        if (waited[1].revents != 0) return base::fail(ErrorCode::cancelled, "asked to stop");
        if ((waited[0].revents & events) != 0) return {};
        if (waited[0].revents != 0) return unplugged();
        return base::fail(ErrorCode::timeout, "serial port: nothing came");
    }
}

base::Status SerialPort::write(std::span<const std::byte> bytes, Deadline deadline,
                               const StopSignal& stop) {
    while (!bytes.empty()) {
        if (auto ready = wait(POLLOUT, deadline, stop); !ready) return ready;
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        if (written < 0) return failed(errno);
        bytes = bytes.subspan(static_cast<size_t>(written));
    }
    return {};
}

base::Result<size_t> SerialPort::read(std::span<std::byte> into, Deadline deadline,
                                      const StopSignal& stop) {
    for (;;) {
        if (auto ready = wait(POLLIN, deadline, stop); !ready) return base::fail(ready);
        const ssize_t got = ::read(descriptor_, into.data(), into.size());
        if (got > 0) return static_cast<size_t>(got);
        if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
        // Readable without bytes: the other end is gone.
        return got == 0 ? unplugged() : failed(errno);
    }
}

void SerialPort::discard_input() {
    tcflush(descriptor_, TCIFLUSH);
    // The kernel may hold more in its line buffers; a port that never falls silent is left alone.
    std::array<std::byte, 1024> rest{};
    for (int i = 0; i < 8 && ::read(descriptor_, rest.data(), rest.size()) > 0; ++i) {
    }
    base::wipe(rest);
}

} // namespace rexue::devices
