// One command and its answer over a serial port.
#pragma once

#include <chrono>
#include <expected>
#include <functional>

#include "platform/devices/id_reader/id_reader.h"
#include "platform/devices/id_reader/samv/frame_parser.h"
#include "platform/devices/id_reader/serial/serial_port.h"

namespace rexue::devices {

enum class LinkFault {
    unplugged, // open a new link
    silent,    // not a byte came in time
    garbled,   // bytes came, but no frame that answers
    stopped,   // the StopSignal was raised
};

// Blocks in its calls, for at most their time-out. Not thread-safe. `stop` outlives it.
class SamvLink {
  public:
    SamvLink(SerialPort port, const StopSignal& stop);

    // For commands whose answer is their status alone.
    std::expected<samv::StatusWord, LinkFault> ask(samv::Command command,
                                                   std::chrono::milliseconds timeout);
    // Fills `text` when the status is `done`. The photo is wiped with the frame it came in.
    std::expected<samv::StatusWord, LinkFault> read_card(CardText& text,
                                                         std::chrono::milliseconds timeout);

  private:
    // Looks at a well-formed answer; false when its data is not what the command asks for.
    using Accept = std::function<bool(const samv::Response&)>;
    std::expected<samv::StatusWord, LinkFault> exchange(samv::Command command,
                                                        std::chrono::milliseconds timeout,
                                                        const Accept& accept);

    SerialPort port_;
    const StopSignal& stop_;
    samv::FrameParser parser_{samv::response_lengths};
};

} // namespace rexue::devices
