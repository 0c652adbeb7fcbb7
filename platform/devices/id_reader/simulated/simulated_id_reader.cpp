#include "platform/devices/id_reader/simulated/simulated_id_reader.h"

#include <utility>

namespace rexue::devices {

base::Result<std::unique_ptr<SimulatedIdReader>> SimulatedIdReader::create(
    SimulatedReaderOptions device_options, SerialReaderOptions driver_options, Sink sink) {
    auto device = SimulatedReader::create(std::move(device_options));
    if (!device) return base::fail(device);
    driver_options.path = (*device)->folder().port_link().string();
    auto driver = SerialIdReader::create(std::move(driver_options), std::move(sink));
    if (!driver) return base::fail(driver);
    return std::unique_ptr<SimulatedIdReader>(
        new SimulatedIdReader(std::move(*device), std::move(*driver)));
}

SimulatedIdReader::SimulatedIdReader(std::unique_ptr<SimulatedReader> device,
                                     std::unique_ptr<SerialIdReader> driver)
    : device_(std::move(device)), driver_(std::move(driver)) {}

} // namespace rexue::devices
