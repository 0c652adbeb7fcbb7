// A folder of a test's own, gone with it.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>

#include "platform/base/encoding.h"
#include "platform/base/random.h"

namespace rexue::support {

// In memory where the machine has that: what a test proves of durability it proves by a simulated
// disk, and hundreds of real syncs only cost minutes.
class TestFolder {
  public:
    TestFolder() {
        const std::filesystem::path memory = "/dev/shm";
        std::array<std::byte, 8> random{};
        base::fill_random(random);
        path_ = (std::filesystem::is_directory(memory) ? memory
                                                       : std::filesystem::temp_directory_path()) /
                ("rexue-test-" + base::hex_encode(random));
        std::filesystem::create_directories(path_);
    }
    ~TestFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TestFolder(const TestFolder&) = delete;
    TestFolder& operator=(const TestFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace rexue::support
