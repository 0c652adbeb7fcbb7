#include "tests/support/watched_kiosk.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "platform/json/parse.h"

namespace rexue::support {

namespace {

namespace bj = boost::json;
using SteadyClock = std::chrono::steady_clock;

constexpr int look_again_ms = 5;
constexpr auto start_patience = std::chrono::seconds(90);
// A frame at most: who needs longer hangs.
constexpr timeval answer_patience{.tv_sec = 60, .tv_usec = 0};

// A pause between two looks at another process: there is nothing to be woken by.
void pause_ms(int milliseconds) {
    poll(nullptr, 0, milliseconds);
}

int connect_to(const std::filesystem::path& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
    const int handle = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        setsockopt(handle, SOL_SOCKET, SO_RCVTIMEO, &answer_patience, sizeof answer_patience);
        return handle;
    }
    close(handle);
    return -1;
}

bool contains(const bj::value& node, const char* member, std::string_view text) {
    return std::string_view(node.at(member).as_string()).find(text) != std::string_view::npos;
}

const bj::value* find_button(const bj::object& tree, std::string_view label) {
    const auto is_pressable = [](const bj::value& node) {
        const auto& role = node.at("role").as_string();
        return (role == "button" || role == "choice" || role == "field") &&
               node.at("enabled").as_bool();
    };
    for (const char* member : {"label", "value"}) {
        for (const bj::value& node : tree.at("nodes").as_array()) {
            if (is_pressable(node) && node.at(member).as_string() == label) return &node;
        }
    }
    for (const bj::value& node : tree.at("nodes").as_array()) {
        if (is_pressable(node) && contains(node, "label", label)) return &node;
    }
    return nullptr;
}

bool is_empty_tree(const bj::object& tree) {
    const bj::value* nodes = tree.if_contains("nodes");
    return nodes == nullptr || nodes->as_array().empty();
}

} // namespace

base::Result<std::unique_ptr<WatchedKiosk>> WatchedKiosk::start(const Plan& plan) {
    std::vector<std::string> command = plan.command;
    command.insert(command.end(), {"--control", plan.control.string()});
    auto process =
        ChildProcess::start({.command = command,
                             .environment = {"DISPLAY=" + plan.display, "LIBGL_ALWAYS_SOFTWARE=1",
                                             "GALLIUM_DRIVER=llvmpipe"},
                             .log = plan.log});
    if (!process) return base::fail(process);
    auto finger = Finger::on(plan.display);
    if (!finger) return base::fail(finger);

    const auto deadline = SteadyClock::now() + start_patience;
    int handle = -1;
    while ((handle = connect_to(plan.control)) < 0) {
        if (!process->is_running()) {
            return base::fail(base::ErrorCode::unavailable,
                              "rexue-kiosk ended at once; see " + plan.log.string());
        }
        if (SteadyClock::now() > deadline) {
            return base::fail(base::ErrorCode::timeout, "rexue-kiosk did not start");
        }
        pause_ms(look_again_ms);
    }
    std::unique_ptr<WatchedKiosk> kiosk(
        new WatchedKiosk(std::move(*process), handle, std::move(*finger)));
    const auto drawn =
        kiosk->wait_until([](const bj::object& tree) { return !is_empty_tree(tree); },
                          start_patience, "the first screen");
    if (!drawn) return base::fail(drawn);
    return kiosk;
}

WatchedKiosk::~WatchedKiosk() {
    if (socket_ >= 0) close(socket_);
}

base::Result<bj::object> WatchedKiosk::ask(const std::string& line) {
    const std::string text = line + "\n";
    if (send(socket_, text.data(), text.size(), MSG_NOSIGNAL) < 0) {
        return base::fail(base::ErrorCode::unavailable, "rexue-kiosk has gone");
    }
    std::array<char, 16'384> chunk{};
    size_t end = 0;
    while ((end = pending_.find('\n')) == std::string::npos) {
        const ssize_t got = recv(socket_, chunk.data(), chunk.size(), 0);
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            return base::fail(base::ErrorCode::timeout, "rexue-kiosk does not answer: it hangs");
        }
        if (got <= 0) return base::fail(base::ErrorCode::unavailable, "rexue-kiosk has gone");
        pending_.append(chunk.data(), static_cast<size_t>(got));
    }
    auto answer = json::parse(std::string_view(pending_).substr(0, end));
    pending_.erase(0, end + 1);
    if (!answer) return base::fail(answer);
    return answer->as_object();
}

base::Result<bj::object> WatchedKiosk::tree() {
    return ask("tree");
}

base::Status WatchedKiosk::wait_until(const std::function<bool(const bj::object&)>& condition,
                                      std::chrono::milliseconds patience, std::string_view what) {
    const auto deadline = SteadyClock::now() + patience;
    while (true) {
        const auto now = tree();
        if (!now) return base::fail(now);
        if (condition(*now)) return {};
        if (SteadyClock::now() > deadline) {
            const auto* screen = now->if_contains("screen");
            return base::fail(
                base::ErrorCode::timeout,
                "not seen in time: " + std::string(what) + "; the screen is " +
                    (screen == nullptr ? std::string("none") : std::string(screen->as_string())));
        }
        pause_ms(look_again_ms);
    }
}

base::Status WatchedKiosk::wait_for(std::string_view text, std::chrono::milliseconds patience) {
    return wait_until(
        [&](const bj::object& tree) {
            if (is_empty_tree(tree)) return false;
            for (const bj::value& node : tree.at("nodes").as_array()) {
                if (contains(node, "label", text) || contains(node, "value", text)) return true;
            }
            return false;
        },
        patience, text);
}

base::Status WatchedKiosk::wait_for_screen(std::string_view screen,
                                           std::chrono::milliseconds patience) {
    return wait_until(
        [&](const bj::object& tree) { return tree.at("screen").as_string() == screen; }, patience,
        screen);
}

base::Status WatchedKiosk::tap(std::string_view label) {
    const auto there = wait_until(
        [&](const bj::object& tree) {
            return !is_empty_tree(tree) && find_button(tree, label) != nullptr;
        },
        usual_patience, label);
    if (!there) return there;
    const auto now = tree();
    if (!now) return base::fail(now);
    const bj::value* button = find_button(*now, label);
    if (button == nullptr) {
        return base::fail(base::ErrorCode::conflict, "gone again: " + std::string(label));
    }
    const auto middle = [&](const char* start, const char* length) {
        return static_cast<int>(button->at(start).to_number<double>() +
                                button->at(length).to_number<double>() / 2);
    };
    finger_->tap(middle("x", "w"), middle("y", "h"));
    return {};
}

base::Status WatchedKiosk::draw_on(std::string_view label) {
    const auto now = tree();
    if (!now) return base::fail(now);
    for (const bj::value& node : now->at("nodes").as_array()) {
        if (node.at("label").as_string() != label) continue;
        const auto at = [&](const char* start, const char* length, double share) {
            return static_cast<int>(node.at(start).to_number<double>() +
                                    node.at(length).to_number<double>() * share);
        };
        constexpr int steps = 20;
        constexpr int pace_ms = 8;
        for (int i = 0; i <= steps; ++i) {
            const double share = 0.2 + 0.6 * i / steps;
            const int x = at("x", "w", share);
            const int y = at("y", "h", 1 - share);
            if (i == 0) finger_->press(x, y);
            finger_->move(x, y);
            pause_ms(pace_ms);
        }
        finger_->lift();
        return {};
    }
    return base::fail(base::ErrorCode::not_found, "no pad " + std::string(label));
}

base::Status WatchedKiosk::save_picture(const std::filesystem::path& png) {
    const auto answer = ask("picture " + png.string());
    if (!answer) return base::fail(answer);
    if (const auto* error = answer->if_contains("error")) {
        return base::fail(base::ErrorCode::io, std::string(error->as_string()));
    }
    return {};
}

std::optional<std::string> WatchedKiosk::label_of(std::string_view value) {
    const auto now = tree();
    if (!now || is_empty_tree(*now)) return std::nullopt;
    for (const bj::value& node : now->at("nodes").as_array()) {
        if (node.at("value").as_string() == value) return std::string(node.at("label").as_string());
    }
    return std::nullopt;
}

bool is_answered_yes(std::string_view question) {
    return question.contains("舒服吗") || question.contains("睡得好") ||
           question.contains("feel well today") || question.contains("sleep well");
}

} // namespace rexue::support
