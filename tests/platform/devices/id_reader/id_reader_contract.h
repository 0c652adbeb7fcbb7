// What every ID reader does, whatever is behind it. A bench lays the cards: software, or a person.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

#include <gtest/gtest.h>

#include "platform/devices/id_reader/id_reader.h"
#include "tests/platform/devices/id_reader/heard_events.h"

namespace rexue::devices {

class IdReaderBench {
  public:
    virtual ~IdReaderBench() = default;
    virtual std::unique_ptr<IdReader> make_reader(IdReader::Sink sink) = 0;
    virtual void lay_card() = 0;
    virtual void lift_card() = 0;
    // How long any single thing may take.
    virtual std::chrono::seconds patience() const = 0;
};

using MakeBench = std::function<std::unique_ptr<IdReaderBench>()>;

class IdReaderContract : public testing::TestWithParam<MakeBench> {
  protected:
    void SetUp() override {
        bench = GetParam()();
        if (!bench) GTEST_SKIP() << "no such reader here";
    }

    std::unique_ptr<IdReaderBench> bench;
    HeardEvents heard;
};

} // namespace rexue::devices
