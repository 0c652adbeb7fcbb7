// What the dock offers, as rows of its drawer.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/app/dock.h"
#include "kiosk/app/dock/device_files.h"
#include "kiosk/app/dock/drawer.h"
#include "kiosk/flow/donor/event.h"

namespace rexue::app {

// How a press is carried out. All of them hand on at once.
struct DockHands {
    using Change = std::function<base::Status(const DeviceFiles&)>;
    std::function<void(Change)> change; // files
    std::function<void(flow::donor::Event)> tap;
    std::function<void(std::string)> use_language;
    std::function<void()> save_picture;
};

// What is the case now.
struct DockView {
    DockKind kind = DockKind::donor;
    std::vector<std::string> cards; // names of sample cards
    DeviceState devices;
    std::string language;
    std::string note; // how the last press ended
};

std::vector<DrawerRow> offers(const DockView& view, const DockHands& hands);

} // namespace rexue::app
