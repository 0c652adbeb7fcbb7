// The contract of id_reader.h, on the simulated reader with the real serial driver.
#include "tests/platform/devices/id_reader/id_reader_contract.h"

#include "tests/platform/devices/id_reader/reader_rig.h"

namespace rexue::devices {

namespace {

class SimulatedBench final : public IdReaderBench {
  public:
    std::unique_ptr<IdReader> make_reader(IdReader::Sink sink) override {
        lift_card();
        auto reader = SimulatedIdReader::create(quick_device(folder_.path()), quick_driver(), sink);
        return reader ? std::move(*reader) : nullptr;
    }
    void lay_card() override { (void)SimulatorFolder(folder_.path()).lay_card(a_card('A')); }
    void lift_card() override { (void)SimulatorFolder(folder_.path()).lift_card(); }
    std::chrono::seconds patience() const override { return ReaderRig::patience; }

  private:
    TemporaryFolder folder_;
};

} // namespace

INSTANTIATE_TEST_SUITE_P(Simulated, IdReaderContract,
                         testing::Values([] { return std::make_unique<SimulatedBench>(); }));

} // namespace rexue::devices
