#include "tests/support/virtual_display.h"

#include <array>
#include <cerrno>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

namespace rexue::support {

namespace {

constexpr int start_patience_ms = 15'000;

// Xvfb writes its number and a line end once it takes clients.
std::string read_number(int fd) {
    std::string number;
    pollfd waiting{.fd = fd, .events = POLLIN, .revents = 0};
    while (poll(&waiting, 1, start_patience_ms) > 0) {
        std::array<char, 16> chunk{};
        const ssize_t got = read(fd, chunk.data(), chunk.size());
        if (got <= 0) return {};
        number.append(chunk.data(), static_cast<size_t>(got));
        if (number.ends_with('\n')) {
            number.pop_back();
            return number;
        }
    }
    return {};
}

} // namespace

base::Result<VirtualDisplay> VirtualDisplay::start(int width_px, int height_px) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return base::fail(base::ErrorCode::io, "no pipe");
    auto server = ChildProcess::start(
        {.command = {"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0",
                     fmt::format("{}x{}x24", width_px, height_px), "-nolisten", "tcp", "-noreset"},
         .environment = {},
         .log = "/dev/null",
         .inherited_fd = ends[1]});
    close(ends[1]);
    std::string number;
    if (server) number = read_number(ends[0]);
    close(ends[0]);
    if (!server) return base::fail(server);
    if (number.empty()) return base::fail(base::ErrorCode::unavailable, "Xvfb did not start");
    return VirtualDisplay(std::move(*server), ":" + number);
}

struct Finger::Connection {
    Display* display = nullptr;

    ~Connection() {
        if (display != nullptr) XCloseDisplay(display);
    }
};

base::Result<std::unique_ptr<Finger>> Finger::on(const std::string& display) {
    auto connection = std::make_unique<Connection>();
    connection->display = XOpenDisplay(display.c_str());
    int ignored = 0;
    if (connection->display == nullptr ||
        XTestQueryExtension(connection->display, &ignored, &ignored, &ignored, &ignored) == 0) {
        return base::fail(base::ErrorCode::unavailable, "the display has no XTEST");
    }
    return std::unique_ptr<Finger>(new Finger(std::move(connection)));
}

Finger::Finger(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

Finger::~Finger() = default;

void Finger::press(int x_px, int y_px) {
    XTestFakeMotionEvent(connection_->display, -1, x_px, y_px, CurrentTime);
    XTestFakeButtonEvent(connection_->display, 1, True, CurrentTime);
    XFlush(connection_->display);
}

void Finger::lift() {
    XTestFakeButtonEvent(connection_->display, 1, False, CurrentTime);
    XFlush(connection_->display);
}

void Finger::tap(int x_px, int y_px) {
    press(x_px, y_px);
    lift();
}

unsigned long Finger::pixel(int x_px, int y_px) {
    XImage* image = XGetImage(connection_->display, DefaultRootWindow(connection_->display), x_px,
                              y_px, 1, 1, AllPlanes, ZPixmap);
    if (image == nullptr) return 0;
    const unsigned long value = XGetPixel(image, 0, 0) & 0xFFFFFF;
    XDestroyImage(image);
    return value;
}

} // namespace rexue::support
