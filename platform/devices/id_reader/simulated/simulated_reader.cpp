#include "platform/devices/id_reader/simulated/simulated_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include <poll.h>

namespace rexue::devices {

namespace {

namespace chr = std::chrono;
using samv::Command;
using samv::StatusWord;

base::Bytes first_half(const base::Bytes& frame) {
    return {frame.begin(), frame.begin() + static_cast<std::ptrdiff_t>(frame.size() / 2)};
}

base::Bytes with_wrong_checksum(base::Bytes frame) {
    frame.back() ^= std::byte{0x5A};
    return frame;
}

base::Bytes with_endless_length(base::Bytes frame) {
    frame[samv::preamble.size()] = std::byte{0xFF};
    frame[samv::preamble.size() + 1] = std::byte{0xFF};
    return frame;
}

} // namespace

base::Result<std::unique_ptr<SimulatedReader>> SimulatedReader::create(
    SimulatedReaderOptions options) {
    std::unique_ptr<SimulatedReader> reader(new SimulatedReader(std::move(options)));
    if (const auto made = reader->folder_.make(); !made) return base::fail(made);
    reader->watch_.emplace(reader->options_.folder);
    reader->fault_ = reader->folder_.fault();
    if (reader->fault_ != Fault{.kind = FaultKind::unplugged}) {
        if (const auto plugged = reader->plug_in(); !plugged) return base::fail(plugged);
    }
    reader->thread_ = std::thread([raw = reader.get()] { raw->run(); });
    return reader;
}

SimulatedReader::SimulatedReader(SimulatedReaderOptions options)
    : options_(std::move(options)), folder_(options_.folder) {}

SimulatedReader::~SimulatedReader() {
    stop_.raise();
    if (thread_.joinable()) thread_.join();
    unplug();
}

void SimulatedReader::run() {
    while (!stop_.raised()) {
        look_at_files();
        wait_for_bytes();
        take_bytes();
        send_due_answer();
    }
}

void SimulatedReader::look_at_files() {
    const Fault fault = folder_.fault();
    if (fault != fault_) plug_pulled_ = false;
    fault_ = fault;
    const bool unplugged = plug_pulled_ || fault_ == Fault{.kind = FaultKind::unplugged};
    if (unplugged && terminal_) unplug();
    // A terminal that cannot be had now is asked for again at the next look.
    if (!unplugged && !terminal_) (void)plug_in();
    if (!folder_.card_stamp()) lying_ = std::nullopt;
}

base::Status SimulatedReader::plug_in() {
    auto terminal = PseudoTerminal::create();
    if (!terminal) return base::fail(terminal);
    if (auto linked = folder_.set_port(terminal->path()); !linked) return linked;
    terminal_ = std::move(*terminal);
    lying_ = std::nullopt;
    selected_ = spent_ = false;
    return {};
}

void SimulatedReader::unplug() {
    (void)folder_.remove_port();
    terminal_.reset();
    parser_.reset();
    pending_ = std::nullopt;
}

void SimulatedReader::wait_for_bytes() {
    auto until = chr::steady_clock::now() + options_.file_cadence;
    if (pending_) until = std::min(until, pending_->due);
    // A descriptor below zero is not waited for.
    std::array<pollfd, 3> waited = {
        pollfd{.fd = stop_.descriptor(), .events = POLLIN, .revents = 0},
        pollfd{.fd = watch_->descriptor(), .events = POLLIN, .revents = 0},
        pollfd{.fd = terminal_ ? terminal_->descriptor() : -1, .events = POLLIN, .revents = 0}};
    poll(waited.data(), waited.size(), poll_milliseconds(until));
    watch_->clear();
}

void SimulatedReader::take_bytes() {
    if (!terminal_) return;
    std::array<std::byte, 256> chunk{};
    const size_t got = terminal_->read(chunk);
    parser_.feed(std::span(chunk).first(got), [this](const samv::Parsed& parsed) {
        const auto* frame = std::get_if<samv::Frame>(&parsed);
        if (frame == nullptr) return;
        const auto command = samv::read_command(frame->body);
        if (!command) return;
        const bool slow = *command == Command::read_text_and_photo;
        pending_ = Pending{.command = *command,
                           .due = chr::steady_clock::now() +
                                  (slow ? options_.read_duration : chr::milliseconds(0))};
    });
}

void SimulatedReader::send_due_answer() {
    if (!pending_ || chr::steady_clock::now() < pending_->due) return;
    const Command command = pending_->command;
    pending_ = std::nullopt;
    // The answer tells of this moment, not of the last look.
    look_at_files();
    if (terminal_) send(command);
}

void SimulatedReader::send(Command command) {
    const FaultKind kind = strikes(fault_, command) ? fault_.kind : FaultKind::none;
    switch (kind) {
        case FaultKind::none:
            return terminal_->write(answer(command));
        case FaultKind::silent:
            return;
        case FaultKind::wrong_checksum:
            return terminal_->write(with_wrong_checksum(answer(command)));
        case FaultKind::truncated:
            return terminal_->write(first_half(answer(command)));
        case FaultKind::overlong:
            return terminal_->write(with_endless_length(answer(command)));
        case FaultKind::noise:
            return terminal_->write(noise());
        case FaultKind::status:
            return terminal_->write(samv::make_response(fault_.status));
        case FaultKind::lifted_mid_read:
            (void)folder_.lift_card();
            return terminal_->write(answer(command));
        case FaultKind::unplugged:
            terminal_->write(first_half(answer(command)));
            plug_pulled_ = true;
            return unplug();
    }
}

base::Bytes SimulatedReader::answer(Command command) {
    switch (command) {
        case Command::find_card:
            return answer_find();
        case Command::select_card:
            return answer_select();
        case Command::read_text_and_photo:
            return answer_read();
        case Command::reset_sam:
        case Command::sam_status:
            return samv::make_response(StatusWord::done);
        default:
            return samv::make_response(StatusWord::wrong_command);
    }
}

bool SimulatedReader::card_lies_still() const {
    return lying_ && lying_ == folder_.card_stamp();
}

base::Bytes SimulatedReader::answer_find() {
    const auto now = folder_.card_stamp();
    const bool another = lying_ && lying_ != now;
    if (!lying_ || another) selected_ = spent_ = false;
    lying_ = another ? std::nullopt : now;
    if (!lying_) return samv::make_response(StatusWord::find_failed);
    constexpr std::array<std::byte, 4> nothing{};
    return samv::make_response(StatusWord::card_found, nothing);
}

base::Bytes SimulatedReader::answer_select() {
    selected_ = card_lies_still() && !spent_;
    if (!selected_) return samv::make_response(StatusWord::select_failed);
    constexpr std::array<std::byte, 8> serial{};
    return samv::make_response(StatusWord::done, serial);
}

base::Bytes SimulatedReader::answer_read() {
    const bool readable = std::exchange(selected_, false) && card_lies_still();
    const auto card = readable ? folder_.card() : std::nullopt;
    if (!card) return samv::make_response(StatusWord::read_failed);
    spent_ = fault_.kind == FaultKind::none;
    return samv::make_response(StatusWord::done, samv::make_card_data(card->bytes));
}

base::Bytes SimulatedReader::noise() {
    base::Bytes bytes(200);
    for (std::byte& byte : bytes)
        byte = static_cast<std::byte>(random_() >> 7U & 0xFFU);
    return bytes;
}

} // namespace rexue::devices
