// The simulated reader with the real serial driver in front of it.
#pragma once

#include <memory>

#include "platform/devices/id_reader/id_reader.h"
#include "platform/devices/id_reader/serial/serial_id_reader.h"
#include "platform/devices/id_reader/simulated/simulated_reader.h"

namespace rexue::devices {

class SimulatedIdReader final : public IdReader {
  public:
    // `driver.path` is chosen here. Failures as of SimulatedReader::create.
    static base::Result<std::unique_ptr<SimulatedIdReader>> create(SimulatedReaderOptions device,
                                                                   SerialReaderOptions driver,
                                                                   Sink sink);

    IdReaderCondition condition() const override { return driver_->condition(); }
    const SimulatorFolder& folder() const { return device_->folder(); }

  private:
    SimulatedIdReader(std::unique_ptr<SimulatedReader> device,
                      std::unique_ptr<SerialIdReader> driver);

    // In this order, so that the driver goes before its device does.
    std::unique_ptr<SimulatedReader> device_;
    std::unique_ptr<SerialIdReader> driver_;
};

} // namespace rexue::devices
