// The donor terminal's devices, speaking the donor flow's language.
#pragma once

#include <functional>
#include <memory>

#include "kiosk/flow/donor/event.h"
#include "platform/base/error.h"
#include "platform/devices/barcode/barcode_scanner.h"
#include "platform/devices/camera/camera.h"
#include "platform/devices/id_reader/id_reader.h"
#include "platform/devices/ticket_printer/ticket_printer.h"

namespace rexue::app {

struct DeviceOptions {
    devices::IdReaderOptions id_reader;
    devices::CameraOptions camera;
    devices::TicketPrinterOptions ticket_printer;
};

class DonorDevices {
  public:
    using Post = std::function<void(flow::donor::Event)>;

    // Opens every device; one that is not there is a condition, posted like any other. `post` is
    // called from the devices' threads.
    static base::Result<std::unique_ptr<DonorDevices>> create(const DeviceOptions& options,
                                                              const Post& post);

    devices::TicketPrinter& printer() { return *printer_; }
    // Codes are looked for only where one may be shown: frames cost a seventh of a core.
    void look_for_codes(bool looking) { camera_->set_streaming(looking); }

  private:
    DonorDevices() = default;

    // The scanner outlives the camera that feeds it.
    std::unique_ptr<devices::BarcodeScanner> scanner_;
    std::unique_ptr<devices::Camera> camera_;
    std::unique_ptr<devices::IdReader> id_reader_;
    std::unique_ptr<devices::TicketPrinter> printer_;
};

} // namespace rexue::app
