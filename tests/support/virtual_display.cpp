#include "tests/support/virtual_display.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <span>

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

void Finger::come_down(int x_px, int y_px) {
    XTestFakeMotionEvent(connection_->display, -1, x_px, y_px, CurrentTime);
    XTestFakeButtonEvent(connection_->display, 1, True, CurrentTime);
}

void Finger::press(int x_px, int y_px) {
    come_down(x_px, y_px);
    XFlush(connection_->display);
}

void Finger::move(int x_px, int y_px) {
    XTestFakeMotionEvent(connection_->display, -1, x_px, y_px, CurrentTime);
    XFlush(connection_->display);
}

void Finger::lift() {
    XTestFakeButtonEvent(connection_->display, 1, False, CurrentTime);
    XFlush(connection_->display);
}

void Finger::tap(int x_px, int y_px) {
    come_down(x_px, y_px);
    lift(); // in one breath, as a touchscreen's driver tells of a quick one
}

bool Finger::close_window() {
    Display* display = connection_->display;
    Window root = 0;
    Window parent = 0;
    Window* windows = nullptr;
    unsigned int count = 0;
    if (XQueryTree(display, DefaultRootWindow(display), &root, &parent, &windows, &count) == 0) {
        return false;
    }
    const Atom protocols = XInternAtom(display, "WM_PROTOCOLS", False);
    const Atom wanted = XInternAtom(display, "WM_DELETE_WINDOW", False);
    bool asked = false;
    for (const Window window : std::span(windows, count)) {
        Atom* known = nullptr;
        int known_count = 0;
        if (XGetWMProtocols(display, window, &known, &known_count) == 0) continue;
        const std::span<Atom> all(known, static_cast<size_t>(known_count));
        if (std::ranges::find(all, wanted) != all.end()) {
            XEvent event{};
            event.xclient.type = ClientMessage;
            event.xclient.window = window;
            event.xclient.message_type = protocols;
            event.xclient.format = 32;
            event.xclient.data.l[0] = static_cast<long>(wanted);
            event.xclient.data.l[1] = CurrentTime;
            asked = XSendEvent(display, window, False, NoEventMask, &event) != 0;
        }
        XFree(known);
    }
    if (windows != nullptr) XFree(windows);
    XFlush(display);
    return asked;
}

unsigned long Finger::pixel(int x_px, int y_px) {
    const auto one = pixels_around(x_px, y_px, 0);
    return one.empty() ? 0 : one.front();
}

std::vector<unsigned long> Finger::pixels_around(int x_px, int y_px, int reach_px) {
    const int side = 2 * reach_px + 1;
    XImage* image = XGetImage(connection_->display, DefaultRootWindow(connection_->display),
                              x_px - reach_px, y_px - reach_px, static_cast<unsigned>(side),
                              static_cast<unsigned>(side), AllPlanes, ZPixmap);
    if (image == nullptr) return {};
    std::vector<unsigned long> colours;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            colours.push_back(XGetPixel(image, x, y) & 0xFFFFFF);
    }
    XDestroyImage(image);
    return colours;
}

} // namespace rexue::support
