#include "platform/devices/id_reader/simulated/pseudo_terminal.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace rexue::devices {

base::Result<PseudoTerminal> PseudoTerminal::create() {
    const auto failed = [] {
        return base::fail(base::ErrorCode::io, "simulated ID reader: no pseudo-terminal");
    };
    const int device = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (device < 0) return failed();
    std::array<char, 64> name{};
    const bool named = grantpt(device) == 0 && unlockpt(device) == 0 &&
                       ptsname_r(device, name.data(), name.size()) == 0;
    const int line = named ? open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC) : -1;
    PseudoTerminal terminal(device, line, name.data());
    termios settings{};
    if (line < 0 || tcgetattr(line, &settings) != 0) return failed();
    cfmakeraw(&settings);
    if (tcsetattr(line, TCSANOW, &settings) != 0) return failed();
    return terminal;
}

// The line is held open too: it keeps raw mode from one program to the next, and without it the
// device's end would report a hang-up whenever nobody listens.
PseudoTerminal::PseudoTerminal(int device, int line, std::string path)
    : device_(device), line_(line), path_(std::move(path)) {}

PseudoTerminal::PseudoTerminal(PseudoTerminal&& other) noexcept
    : device_(std::exchange(other.device_, -1)),
      line_(std::exchange(other.line_, -1)),
      path_(std::move(other.path_)) {}

PseudoTerminal& PseudoTerminal::operator=(PseudoTerminal&& other) noexcept {
    std::swap(device_, other.device_);
    std::swap(line_, other.line_);
    std::swap(path_, other.path_);
    return *this;
}

PseudoTerminal::~PseudoTerminal() {
    if (device_ >= 0) close(device_);
    if (line_ >= 0) close(line_);
}

size_t PseudoTerminal::read(std::span<std::byte> into) {
    const ssize_t got = ::read(device_, into.data(), into.size());
    return got > 0 ? static_cast<size_t>(got) : 0;
}

void PseudoTerminal::write(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(device_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        bytes = bytes.subspan(static_cast<size_t>(written));
    }
}

} // namespace rexue::devices
