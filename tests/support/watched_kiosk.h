// A running rexue-kiosk, seen through its control socket and touched through its display.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/json.hpp>

#include "platform/base/error.h"
#include "tests/support/child_process.h"
#include "tests/support/virtual_display.h"

namespace rexue::support {

class WatchedKiosk {
  public:
    struct Plan {
        std::vector<std::string> command; // rexue-kiosk and its options; --control is added
        std::filesystem::path control;    // the socket to be
        std::filesystem::path log;
        std::string display;
    };
    // A machine that does much else is slow, and nothing waits longer than it must.
    static constexpr std::chrono::seconds usual_patience{60};

    // Starts it and waits until its first screen is drawn. timeout, unavailable.
    static base::Result<std::unique_ptr<WatchedKiosk>> start(const Plan& plan);
    ~WatchedKiosk();

    // What is on the screen now: see kiosk/app/control.h.
    base::Result<boost::json::object> tree();
    // Waits until a node whose label or value contains `text` is shown. timeout names the text.
    base::Status wait_for(std::string_view text,
                          std::chrono::milliseconds patience = usual_patience);
    base::Status wait_for_screen(std::string_view screen,
                                 std::chrono::milliseconds patience = usual_patience);
    // Puts the finger on the enabled button with this label or value, once it is there.
    base::Status tap(std::string_view label);
    // Draws a line across the pad with this label, at a finger's pace.
    base::Status draw_on(std::string_view label);
    base::Status save_picture(const std::filesystem::path& png);
    // The label of the first node whose value is `value`.
    std::optional<std::string> label_of(std::string_view value);

    pid_t pid() const { return process_.pid(); }
    Finger& finger() { return *finger_; }
    int stop() { return process_.stop(); }
    // Its exit code, once it has ended by itself.
    int wait() { return process_.wait(); }

  private:
    WatchedKiosk(ChildProcess process, int socket, std::unique_ptr<Finger> finger)
        : process_(std::move(process)), socket_(socket), finger_(std::move(finger)) {}

    base::Result<boost::json::object> ask(const std::string& line);
    base::Status wait_until(const std::function<bool(const boost::json::object&)>& condition,
                            std::chrono::milliseconds patience, std::string_view what);

    ChildProcess process_;
    int socket_ = -1;
    std::string pending_;
    std::unique_ptr<Finger> finger_;
};

// Whether somebody who may give answers this question with yes: well, slept and fed, and nothing
// else. In the languages of the shipped form.
bool is_answered_yes(std::string_view question);

} // namespace rexue::support
