// A whole donation house on one machine, thrown away afterwards: a server with its own test CA,
// four enrolled terminals, simulated devices.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/error.h"
#include "tests/support/child_process.h"

namespace rexue::demo {

struct Programs {
    std::filesystem::path kiosk;
    std::filesystem::path server;
    std::filesystem::path ctl;
};

class DemoHouse {
  public:
    // `folder` is made; everything lives below it.
    static base::Result<DemoHouse> build(const Programs& programs,
                                         const std::filesystem::path& folder);

    base::Status start_server();
    void stop_server();

    // The command of a surface, for a window of this many pixels (0: the panel's own).
    std::vector<std::string> kiosk_command(const std::string& surface, int width_px,
                                           int height_px) const;

    // Of the donor terminal, and of the volunteer's tablet.
    std::filesystem::path devices() const { return folder_ / "devices"; }
    std::filesystem::path tablet_devices() const { return folder_ / "tablet_devices"; }
    std::filesystem::path logs() const { return logs_in(folder_); }
    // Also of a house that could not be built.
    static std::filesystem::path logs_in(const std::filesystem::path& folder) {
        return folder / "logs";
    }
    std::filesystem::path sockets() const { return folder_; }

    // Lays a card on the donor terminal's reader, lifts it; shows a code to its camera.
    base::Status lay_card(const std::filesystem::path& document_json) const;
    void lift_card() const;
    // Of either; the card is one that the house's own server has issued.
    base::Status show_honour_card(const std::filesystem::path& devices) const;
    static void hide_code(const std::filesystem::path& devices);
    // The slips the printer has let out.
    std::vector<std::filesystem::path> slips() const;

  private:
    DemoHouse(Programs programs, std::filesystem::path folder)
        : programs_(std::move(programs)), folder_(std::move(folder)) {}

    std::filesystem::path honour_card() const { return folder_ / "honour-card.png"; }
    base::Status enrol(const std::string& surface, const std::string& letter);
    base::Status run(const std::vector<std::string>& command, std::string* output = nullptr) const;

    Programs programs_;
    std::filesystem::path folder_;
    std::optional<support::ChildProcess> server_;
    int port_ = 0;
};

} // namespace rexue::demo
