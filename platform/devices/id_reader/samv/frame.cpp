#include "platform/devices/id_reader/samv/frame.h"

#include <algorithm>

namespace rexue::devices::samv {

namespace {

size_t number_at(std::span<const std::byte> bytes, size_t offset) {
    return std::to_integer<size_t>(bytes[offset]) << 8U |
           std::to_integer<size_t>(bytes[offset + 1]);
}

void append_number(base::Bytes& bytes, size_t number) {
    bytes.push_back(static_cast<std::byte>(number >> 8U & 0xFFU));
    bytes.push_back(static_cast<std::byte>(number & 0xFFU));
}

void append(base::Bytes& bytes, std::span<const std::byte> more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

} // namespace

std::byte checksum(std::span<const std::byte> bytes) {
    std::byte sum{0};
    for (const std::byte byte : bytes)
        sum ^= byte;
    return sum;
}

base::Bytes make_frame(std::span<const std::byte> body) {
    base::Bytes frame;
    frame.reserve(header_bytes + body.size() + 1);
    append(frame, preamble);
    append_number(frame, body.size() + 1);
    append(frame, body);
    frame.push_back(checksum(std::span(frame).subspan(preamble.size())));
    return frame;
}

base::Bytes make_command(Command command) {
    base::Bytes body;
    append_number(body, static_cast<std::uint16_t>(command));
    return make_frame(body);
}

base::Bytes make_response(StatusWord status, std::span<const std::byte> data) {
    base::Bytes body = {std::byte{0}, std::byte{0}, static_cast<std::byte>(status)};
    append(body, data);
    return make_frame(body);
}

base::Result<Response> read_response(std::span<const std::byte> body) {
    if (body.size() < 3 || body[0] != std::byte{0} || body[1] != std::byte{0}) {
        return base::fail(base::ErrorCode::corrupt, "a SAM-V answer starts with 00 00 SW3");
    }
    return Response{.status = static_cast<StatusWord>(body[2]), .data = body.subspan(3)};
}

base::Result<Command> read_command(std::span<const std::byte> body) {
    if (body.size() < 2) {
        return base::fail(base::ErrorCode::corrupt, "a SAM-V command has two bytes");
    }
    return static_cast<Command>(number_at(body, 0));
}

base::Result<std::span<const std::byte>> text_of_card(std::span<const std::byte> data) {
    const auto malformed = [] {
        return base::fail(base::ErrorCode::corrupt, "the parts of the card's answer do not add up");
    };
    constexpr size_t two_lengths = 4;
    constexpr size_t three_lengths = 6;
    if (data.size() < three_lengths) return malformed();
    const size_t text = number_at(data, 0);
    const size_t photo = number_at(data, 2);
    if (text != text_bytes) return malformed();
    if (data.size() == two_lengths + text + photo) return data.subspan(two_lengths, text);
    const size_t finger = number_at(data, 4);
    if (data.size() == three_lengths + text + photo + finger) {
        return data.subspan(three_lengths, text);
    }
    return malformed();
}

base::Bytes make_card_data(std::span<const std::byte, text_bytes> text) {
    base::Bytes data;
    append_number(data, text_bytes);
    append_number(data, photo_bytes);
    append(data, text);
    data.resize(data.size() + photo_bytes);
    return data;
}

} // namespace rexue::devices::samv
