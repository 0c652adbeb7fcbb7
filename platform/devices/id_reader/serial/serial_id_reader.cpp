#include "platform/devices/id_reader/serial/serial_id_reader.h"

#include <utility>

#include "platform/base/random.h"

namespace rexue::devices {

namespace chr = std::chrono;
using samv::Command;
using samv::StatusGroup;
using samv::StatusWord;

base::Result<std::unique_ptr<SerialIdReader>> SerialIdReader::create(SerialReaderOptions options,
                                                                     Sink sink) {
    if (options.path.empty() || !SerialPort::is_known_rate(options.baud)) {
        return base::fail(base::ErrorCode::invalid_argument,
                          "a serial ID reader has a path and a usual rate");
    }
    return std::unique_ptr<SerialIdReader>(new SerialIdReader(std::move(options), std::move(sink)));
}

SerialIdReader::SerialIdReader(SerialReaderOptions options, Sink sink)
    : options_(std::move(options)), sink_(std::move(sink)) {
    thread_ = std::thread([this] { run(); });
}

SerialIdReader::~SerialIdReader() {
    stop_.raise();
    thread_.join();
}

void SerialIdReader::run() {
    while (!stop_.raised()) {
        const auto started = chr::steady_clock::now();
        if (!link_) connect();
        if (link_) poll_once();
        stop_.wait_until(started + options_.cadence);
    }
}

void SerialIdReader::connect() {
    auto port = SerialPort::open(options_.path, options_.baud);
    if (!port) return become(IdReaderCondition::unplugged);
    link_.emplace(std::move(*port), stop_);
}

void SerialIdReader::poll_once() {
    const auto found = link_->ask(Command::find_card, options_.find_timeout);
    if (!found) return on_fault(found.error());
    silences_ = 0;
    if (*found == StatusWord::find_failed) return on_no_card();
    if (*found != StatusWord::card_found) return on_card_refused(*found);
    if (card_reported_) return become(IdReaderCondition::card_done);
    read_card();
}

void SerialIdReader::on_no_card() {
    card_reported_ = false;
    const auto now = condition();
    const bool told = now == IdReaderCondition::card_moved || now == IdReaderCondition::card_unread;
    if (told && chr::steady_clock::now() < notice_until_) return;
    become(IdReaderCondition::ready);
}

void SerialIdReader::read_card() {
    // A card that lies there and cannot be read is tried again and again; the word for it stays.
    if (condition() != IdReaderCondition::card_unread) become(IdReaderCondition::reading);
    CardText text;
    if (select_and_read(text)) {
        card_reported_ = true;
        sink_(CardRead{.text = text});
        become(IdReaderCondition::card_done);
    }
    base::wipe(text.bytes);
}

bool SerialIdReader::select_and_read(CardText& text) {
    auto status = link_->ask(Command::select_card, options_.select_timeout);
    if (status && *status == StatusWord::done) {
        status = link_->read_card(text, options_.read_timeout);
        if (status && *status == StatusWord::done) return true;
    }
    if (status) {
        on_card_refused(*status);
    } else {
        on_fault(status.error());
    }
    return false;
}

// The answer was a frame, but not the hoped-for one.
void SerialIdReader::on_card_refused(StatusWord status) {
    const StatusGroup group = samv::group_of(status);
    if (group == StatusGroup::line) return become(IdReaderCondition::garbled);
    if (group == StatusGroup::module) return become(IdReaderCondition::faulty);
    // A success that answers another command is an answer out of step.
    if (group == StatusGroup::success) return become(IdReaderCondition::garbled);
    const auto still_there = link_->ask(Command::find_card, options_.find_timeout);
    if (!still_there) return on_fault(still_there.error());
    give_notice(*still_there == StatusWord::find_failed ? IdReaderCondition::card_moved
                                                        : IdReaderCondition::card_unread);
}

void SerialIdReader::on_fault(LinkFault fault) {
    switch (fault) {
        case LinkFault::stopped:
            return;
        case LinkFault::garbled:
            silences_ = 0;
            return become(IdReaderCondition::garbled);
        case LinkFault::silent:
            become(IdReaderCondition::silent);
            if (++silences_ < options_.silences_before_reopen) return;
            return close();
        case LinkFault::unplugged:
            close();
            return become(IdReaderCondition::unplugged);
    }
}

// Nobody knows what happens on the reader from now on, so what lies there afterwards is read.
void SerialIdReader::close() {
    link_.reset();
    silences_ = 0;
    card_reported_ = false;
}

void SerialIdReader::give_notice(IdReaderCondition condition) {
    notice_until_ = chr::steady_clock::now() + options_.notice;
    become(condition);
}

void SerialIdReader::become(IdReaderCondition condition) {
    if (condition_.exchange(condition) != condition) sink_(IdReaderChanged{condition});
}

} // namespace rexue::devices
