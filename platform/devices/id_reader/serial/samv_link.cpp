#include "platform/devices/id_reader/serial/samv_link.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "platform/base/random.h"

namespace rexue::devices {

namespace {

namespace chr = std::chrono;

// After a damaged frame the good one, if there is one, is on its way already.
constexpr chr::milliseconds after_damage{60};

LinkFault fault_of(const base::Error& error, bool heard) {
    switch (error.code) {
        case base::ErrorCode::cancelled:
            return LinkFault::stopped;
        case base::ErrorCode::timeout:
            return heard ? LinkFault::garbled : LinkFault::silent;
        default:
            return LinkFault::unplugged;
    }
}

} // namespace

SamvLink::SamvLink(SerialPort port, const StopSignal& stop) : port_(std::move(port)), stop_(stop) {}

std::expected<samv::StatusWord, LinkFault> SamvLink::ask(samv::Command command,
                                                         chr::milliseconds timeout) {
    return exchange(command, timeout, [](const samv::Response&) { return true; });
}

std::expected<samv::StatusWord, LinkFault> SamvLink::read_card(CardText& text,
                                                               chr::milliseconds timeout) {
    return exchange(samv::Command::read_text_and_photo, timeout,
                    [&text](const samv::Response& response) {
                        if (response.status != samv::StatusWord::done) return true;
                        const auto part = samv::text_of_card(response.data);
                        if (part) std::ranges::copy(*part, text.bytes.begin());
                        return part.has_value();
                    });
}

std::expected<samv::StatusWord, LinkFault> SamvLink::exchange(samv::Command command,
                                                              chr::milliseconds timeout,
                                                              const Accept& accept) {
    // What still comes of an earlier command must not answer this one.
    port_.discard_input();
    parser_.reset();
    auto deadline = chr::steady_clock::now() + timeout;
    if (const auto sent = port_.write(samv::make_command(command), deadline, stop_); !sent) {
        return std::unexpected(fault_of(sent.error(), false));
    }
    bool heard = false;
    std::optional<samv::StatusWord> answer;
    const auto look = [&](const samv::Parsed& parsed) {
        if (answer) return;
        if (const auto* frame = std::get_if<samv::Frame>(&parsed)) {
            const auto response = samv::read_response(frame->body);
            if (response && accept(*response)) answer = response->status;
        }
        if (!answer) deadline = std::min(deadline, chr::steady_clock::now() + after_damage);
    };
    std::array<std::byte, 512> chunk{};
    // The second condition ends a stream of noise, which always has a byte to read.
    while (!answer && (!heard || chr::steady_clock::now() < deadline)) {
        const auto got = port_.read(chunk, deadline, stop_);
        if (!got) return std::unexpected(fault_of(got.error(), heard));
        heard = true;
        parser_.feed(std::span(chunk).first(*got), look);
        base::wipe(std::span(chunk).first(*got));
    }
    parser_.reset();
    if (!answer) return std::unexpected(LinkFault::garbled);
    return *answer;
}

} // namespace rexue::devices
