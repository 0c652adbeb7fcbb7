// A simulated reader with short times, its driver, and what the driver said.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "platform/devices/id_reader/simulated/simulated_id_reader.h"
#include "tests/platform/devices/id_reader/heard_events.h"

namespace rexue::devices {

// A folder of its own, gone at the end.
class TemporaryFolder {
  public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

// Bytes that are no person's record.
CardText a_card(char mark);

SimulatedReaderOptions quick_device(const std::filesystem::path& folder);
SerialReaderOptions quick_driver();

class ReaderRig {
  public:
    // Cut a time here to see it alone.
    explicit ReaderRig(SerialReaderOptions driver = quick_driver());

    // Generous: it is spent only by a test that fails.
    static constexpr std::chrono::seconds patience{10};

    void lay(const CardText& card);
    void lift();
    void fault(std::string_view word);

    // The next change to this condition since the last thing that was awaited.
    testing::AssertionResult becomes(IdReaderCondition condition);
    // The next card, byte for byte.
    testing::AssertionResult reads(const CardText& card);
    // After any misfortune: the fault gone and the old card lifted, the next one is read.
    testing::AssertionResult recovers();

    const SimulatorFolder& folder() const { return folder_; }
    IdReaderCondition condition() const { return reader_->condition(); }
    size_t cards() const { return heard_.cards(); }

  private:
    TemporaryFolder temporary_;
    SimulatorFolder folder_;
    HeardEvents heard_;
    std::unique_ptr<SimulatedIdReader> reader_;
};

} // namespace rexue::devices
