// What a SAM-V module says of a command: the third status byte, SW3.
#pragma once

#include <cstdint>
#include <string_view>

namespace rexue::devices::samv {

enum class StatusWord : std::uint8_t {
    // These four come from vendors' libraries in place of an answer, never over the wire.
    port_failed = 0x01,
    timed_out = 0x02,
    transfer_failed = 0x03,
    serial_unusable = 0x05,

    wrong_checksum = 0x10,
    wrong_length = 0x11,
    wrong_command = 0x21,
    not_permitted = 0x23,
    unknown_error = 0x24,
    card_refuses_sam = 0x31,
    sam_refuses_card = 0x32,
    information_unverified = 0x33,
    wrong_card_type = 0x40,
    read_failed = 0x41,
    random_failed = 0x47,
    self_test_failed = 0x60,
    sam_unauthorised = 0x66,
    find_failed = 0x80, // no card there
    select_failed = 0x81,
    done = 0x90,
    item_empty = 0x91,
    card_found = 0x9F,
};

// Whose trouble a status is.
enum class StatusGroup {
    success, // 90, 9F
    no_card, // 80
    card,    // this card, or how it lies: lay it down again
    line,    // the command arrived damaged
    module,  // the reader itself; also every code that is not in the list
};

StatusGroup group_of(StatusWord status);

// Lower-case words with underscores; "unlisted" for a code that is not in the list.
std::string_view to_string(StatusWord status);

} // namespace rexue::devices::samv
