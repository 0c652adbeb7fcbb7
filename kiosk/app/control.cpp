#include "kiosk/app/control.h"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <deque>
#include <future>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

#include <boost/json.hpp>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "platform/image/picture.h"

namespace rexue::app {

namespace {

constexpr size_t max_line_bytes = 4096;

boost::json::value tree_json(const ui::SemanticTree& tree, const ui::Canvas& canvas,
                             std::int64_t frames) {
    const float scale = canvas.px_per_mm();
    boost::json::array nodes;
    std::string screen;
    for (const ui::Node& node : tree.nodes()) {
        if (node.role == ui::Role::screen) screen = node.label;
        nodes.push_back({{"role", ui::to_string(node.role)},
                         {"label", node.label},
                         {"value", node.value},
                         {"enabled", node.enabled},
                         {"selected", node.selected},
                         {"x", node.rect.x * scale},
                         {"y", node.rect.y * scale},
                         {"w", node.rect.w * scale},
                         {"h", node.rect.h * scale}});
    }
    return {{"screen", screen}, {"frames", frames}, {"nodes", std::move(nodes)}};
}

void send_line(int peer, const boost::json::value& value) {
    const std::string line = boost::json::serialize(value) + "\n";
    size_t sent = 0;
    while (sent < line.size()) {
        const ssize_t now = send(peer, line.data() + sent, line.size() - sent, MSG_NOSIGNAL);
        if (now <= 0) return;
        sent += static_cast<size_t>(now);
    }
}

} // namespace

struct Control::Parts {
    struct PictureRequest {
        std::string file;
        std::promise<boost::json::value> answer;
    };

    ui::Canvas canvas;
    std::function<void()> wake;
    std::filesystem::path path;
    int listener = -1;
    int ending = -1; // an eventfd, readable from the end on: nobody has to look now and then
    mutable std::mutex mutex;
    boost::json::value newest_tree = boost::json::object{{"screen", ""}};
    std::int64_t frames = 0;
    bool has_ended = false;
    std::deque<PictureRequest> requests;
    std::thread thread;

    boost::json::value answer(const std::string& line);
    bool wait_for(int handle) const;
    void serve(int peer);
    void accept_peers();
};

boost::json::value Control::Parts::answer(const std::string& line) {
    constexpr std::string_view picture = "picture ";
    if (line == "tree") {
        const std::lock_guard lock(mutex);
        return newest_tree;
    }
    if (!line.starts_with(picture)) return {{"error", "unknown command"}};
    std::future<boost::json::value> done;
    {
        const std::lock_guard lock(mutex);
        if (has_ended) return {{"error", "ending"}};
        requests.push_back({.file = line.substr(picture.size()), .answer = {}});
        done = requests.back().answer.get_future();
    }
    wake();
    return done.get();
}

// False once the control ends.
bool Control::Parts::wait_for(int handle) const {
    std::array waited{pollfd{.fd = ending, .events = POLLIN, .revents = 0},
                      pollfd{.fd = handle, .events = POLLIN, .revents = 0}};
    while (poll(waited.data(), waited.size(), -1) < 0 && errno == EINTR) {
    }
    return waited[0].revents == 0;
}

void Control::Parts::serve(int peer) {
    std::string pending;
    std::array<char, 512> chunk{};
    while (wait_for(peer)) {
        const ssize_t got = recv(peer, chunk.data(), chunk.size(), 0);
        if (got <= 0) return;
        pending.append(chunk.data(), static_cast<size_t>(got));
        for (size_t end = pending.find('\n'); end != std::string::npos; end = pending.find('\n')) {
            const std::string line = pending.substr(0, end);
            pending.erase(0, end + 1);
            send_line(peer, answer(line));
        }
        if (pending.size() > max_line_bytes) return;
    }
}

void Control::Parts::accept_peers() {
    while (wait_for(listener)) {
        const int peer = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (peer < 0) continue;
        serve(peer);
        close(peer);
    }
}

base::Result<std::unique_ptr<Control>> Control::create(const std::filesystem::path& socket_path,
                                                       ui::Canvas canvas,
                                                       std::function<void()> wake) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string text = socket_path.string();
    if (text.size() >= sizeof address.sun_path) {
        return base::fail(base::ErrorCode::invalid_argument,
                          "the control socket's path is too long");
    }
    std::memcpy(address.sun_path, text.c_str(), text.size() + 1);
    std::error_code ignored;
    std::filesystem::remove(socket_path, ignored);

    auto parts = std::make_unique<Parts>();
    parts->canvas = canvas;
    parts->wake = std::move(wake);
    parts->path = socket_path;
    parts->listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const mode_t before = umask(0177);
    const bool bound =
        parts->listener >= 0 &&
        bind(parts->listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
        listen(parts->listener, 4) == 0;
    umask(before);
    if (!bound) {
        if (parts->listener >= 0) close(parts->listener);
        return base::fail(base::ErrorCode::io, "the control socket cannot be made");
    }
    parts->ending = eventfd(0, EFD_CLOEXEC);
    REXUE_ASSERT(parts->ending >= 0);
    parts->thread = std::thread([raw = parts.get()] { raw->accept_peers(); });
    return std::unique_ptr<Control>(new Control(std::move(parts)));
}

Control::Control(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Control::~Control() {
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->has_ended = true;
        for (Parts::PictureRequest& request : parts_->requests)
            request.answer.set_value({{"error", "ending"}});
        parts_->requests.clear();
    }
    eventfd_write(parts_->ending, 1);
    parts_->thread.join();
    close(parts_->ending);
    close(parts_->listener);
    std::error_code ignored;
    std::filesystem::remove(parts_->path, ignored);
}

bool Control::wants_frame() const {
    const std::lock_guard lock(parts_->mutex);
    return !parts_->requests.empty();
}

void Control::after_frame(ui::Ui& ui, window::Window& window) {
    const std::lock_guard lock(parts_->mutex);
    parts_->frames += 1;
    parts_->newest_tree = tree_json(ui.tree(), parts_->canvas, parts_->frames);
    while (!parts_->requests.empty()) {
        Parts::PictureRequest request = std::move(parts_->requests.front());
        parts_->requests.pop_front();
        const auto picture = window.read_pixels();
        boost::json::value answer{{"file", request.file}};
        if (!picture) {
            answer = {{"error", picture.error().detail}};
        } else if (const auto written = image::write_png(request.file, *picture); !written) {
            answer = {{"error", written.error().detail}};
        }
        request.answer.set_value(std::move(answer));
    }
}

} // namespace rexue::app
