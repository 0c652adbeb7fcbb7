// The contract of id_reader.h on a real reader: REXUE_HARDWARE_ID_READER names its port, a person
// does what the lines on the screen ask for.
#include <cstdlib>
#include <iostream>

#include "tests/platform/devices/id_reader/id_reader_contract.h"

namespace rexue::devices {

namespace {

class HardwareBench final : public IdReaderBench {
  public:
    explicit HardwareBench(std::string port) : port_(std::move(port)) {}

    std::unique_ptr<IdReader> make_reader(IdReader::Sink sink) override {
        lift_card();
        auto reader = make_id_reader({.kind = IdReaderKind::serial, .path = port_}, sink);
        return reader ? std::move(*reader) : nullptr;
    }
    void lay_card() override { std::cout << ">>> Lay a card on the reader." << std::endl; }
    void lift_card() override { std::cout << ">>> Take the card away." << std::endl; }
    std::chrono::seconds patience() const override { return std::chrono::seconds(25); }

  private:
    std::string port_;
};

std::unique_ptr<IdReaderBench> bench_of_environment() {
    const char* port = std::getenv("REXUE_HARDWARE_ID_READER");
    if (port == nullptr) return nullptr;
    return std::make_unique<HardwareBench>(port);
}

} // namespace

INSTANTIATE_TEST_SUITE_P(Hardware, IdReaderContract, testing::Values(bench_of_environment));

} // namespace rexue::devices
