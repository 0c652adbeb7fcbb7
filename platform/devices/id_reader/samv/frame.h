// SAM-V frames as bytes (GA 467): what both ends put on the wire.
//
//   command : AA AA AA 96 69 | LENhi LENlo | CMD PARA [DATA]     | CHK
//   response: AA AA AA 96 69 | LENhi LENlo | SW1 SW2 SW3 [DATA]  | CHK
//
// LEN counts the bytes after itself, CHK included. CHK is the XOR of every byte from LENhi to the
// byte before CHK.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "platform/base/encoding.h"
#include "platform/base/error.h"
#include "platform/devices/id_reader/samv/status_word.h"

namespace rexue::devices::samv {

inline constexpr std::array preamble = {std::byte{0xAA}, std::byte{0xAA}, std::byte{0xAA},
                                        std::byte{0x96}, std::byte{0x69}};
inline constexpr size_t header_bytes = preamble.size() + 2;

// CMD and PARA.
enum class Command : std::uint16_t {
    reset_sam = 0x10FF,
    sam_status = 0x11FF,
    read_sam_id = 0x12FF,
    find_card = 0x2001,
    select_card = 0x2002,
    read_text_and_photo = 0x3001,
    read_text_photo_and_finger = 0x3010,
    read_card_id = 0x3005,
};

// LEN of the shortest and the longest frame each way.
struct LengthBounds {
    size_t shortest;
    size_t longest;
};
inline constexpr LengthBounds command_lengths{.shortest = 3, .longest = 64};
// The longest answer is text, photo and fingerprint: 2321 bytes on the wire.
inline constexpr LengthBounds response_lengths{.shortest = 4, .longest = 0x090A};

// XOR of `bytes`: those from LENhi on.
std::byte checksum(std::span<const std::byte> bytes);

// Preamble, length and checksum around CMD PARA DATA or SW1 SW2 SW3 DATA.
base::Bytes make_frame(std::span<const std::byte> body);
base::Bytes make_command(Command command);
base::Bytes make_response(StatusWord status, std::span<const std::byte> data = {});

// A view into a frame's body.
struct Response {
    StatusWord status;
    std::span<const std::byte> data;
};
// corrupt for a body shorter than its status, or with SW1 or SW2 not zero.
base::Result<Response> read_response(std::span<const std::byte> body);
base::Result<Command> read_command(std::span<const std::byte> body);

// The data of a good answer to read_text_and_photo or read_text_photo_and_finger: lengths of two
// bytes each (text, photo, and with a fingerprint command that of the finger), then the parts.
inline constexpr size_t text_bytes = 256;
inline constexpr size_t photo_bytes = 1024;

// The text part. corrupt when the lengths do not add up to the data.
base::Result<std::span<const std::byte>> text_of_card(std::span<const std::byte> data);
// The data of an answer without a fingerprint; the photo is blank.
base::Bytes make_card_data(std::span<const std::byte, text_bytes> text);

} // namespace rexue::devices::samv
