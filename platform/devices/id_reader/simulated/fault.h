// The word in a simulator's `fault` file.
#pragma once

#include <optional>
#include <string_view>

#include "platform/devices/id_reader/samv/frame.h"

namespace rexue::devices {

enum class FaultKind {
    none,
    unplugged,       // the port is gone
    silent,          // commands are taken, nothing is answered
    wrong_checksum,  // the last byte of the answer is another
    truncated,       // the answer ends in its middle
    overlong,        // LEN promises 65535 bytes
    noise,           // random bytes in place of the answer
    lifted_mid_read, // the card is taken away while it is read
    status,          // "sw:41": the module answers with this SW3
};

struct Fault {
    FaultKind kind = FaultKind::none;
    samv::StatusWord status{};            // of kind `status`
    std::optional<samv::Command> command; // the only one it strikes, if it names one

    bool operator==(const Fault&) const = default;
};

// One word, by the names above, and if wanted "@find", "@select" or "@read" behind it. A status
// without such an end strikes the command that gives it in life: sw:80 a search, sw:41 and sw:91 a
// read, the other troubles of cards a selection, the rest all. Spaces around do no harm. Any other
// text is no fault: a file half written must not break anything.
Fault parse_fault(std::string_view text);

bool strikes(const Fault& fault, samv::Command command);

} // namespace rexue::devices
