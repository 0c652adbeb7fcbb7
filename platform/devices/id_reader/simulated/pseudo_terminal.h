// A serial port without hardware: this is the device's end, programs open the other by its path.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "platform/base/error.h"

namespace rexue::devices {

// In raw mode. Destruction hangs up whoever has the other end open, as pulling a plug does.
class PseudoTerminal {
  public:
    static base::Result<PseudoTerminal> create();

    PseudoTerminal(PseudoTerminal&& other) noexcept;
    PseudoTerminal& operator=(PseudoTerminal&& other) noexcept;
    ~PseudoTerminal();

    const std::string& path() const { return path_; }
    int descriptor() const { return device_; }

    // Both never wait. What nobody takes is lost, as on a wire.
    size_t read(std::span<std::byte> into);
    void write(std::span<const std::byte> bytes);

  private:
    PseudoTerminal(int device, int line, std::string path);

    int device_ = -1;
    int line_ = -1;
    std::string path_;
};

} // namespace rexue::devices
