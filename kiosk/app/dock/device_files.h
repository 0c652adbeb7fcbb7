// The files that are the state of everything simulated. README.md, "Simulated devices", says what
// is in each; a text editor or a test may change them just as well, at any moment.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "net/client/line_switch.h"
#include "platform/base/error.h"

namespace rexue::app {

struct DeviceState {
    bool card_lies = false;
    bool code_is_shown = false;
    std::string reader_fault; // empty: none
    std::string paper;        // empty: ready
    client::Line line = client::Line::whole;
    std::chrono::seconds clock_offset{};

    bool operator==(const DeviceState&) const = default;
};

// Stateless; any thread. Nothing is made before the first change. Whatever cannot be read is as if
// it were not there.
class DeviceFiles {
  public:
    DeviceFiles(std::filesystem::path folder, std::filesystem::path samples)
        : folder_(std::move(folder)), samples_(std::move(samples)) {}

    DeviceState state() const;
    // The sample cards by name, in order.
    std::vector<std::string> cards() const;

    // io when a file cannot be written.
    base::Status lay_card(const std::string& card) const; // one of cards()
    base::Status lift_card() const;
    base::Status show_code() const; // the sample honour card's
    base::Status hide_code() const;
    base::Status set_reader_fault(std::string_view word) const;
    base::Status set_paper(std::string_view word) const;
    base::Status set_line(client::Line line) const;
    base::Status set_clock_offset(std::chrono::seconds offset) const;

    // Where pictures of the screen go; "attract" becomes attract-1.png, attract-2.png …
    // The name is without its end.
    base::Result<std::filesystem::path> next_picture(std::string_view screen) const;

  private:
    base::Status write(const std::filesystem::path& file, std::string_view text) const;
    std::filesystem::path card_file() const { return folder_ / "id_reader" / "card.bin"; }
    std::filesystem::path code_file() const { return folder_ / "camera" / "honour_card.png"; }

    std::filesystem::path folder_;
    std::filesystem::path samples_;
};

} // namespace rexue::app
