// SAM-V modules on a serial port: what most readers of resident ID cards are.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>

#include "platform/devices/id_reader/id_reader.h"
#include "platform/devices/id_reader/serial/samv_link.h"
#include "platform/devices/id_reader/stop_signal.h"

namespace rexue::devices {

// The times that working readers keep; tests shorten them.
struct SerialReaderOptions {
    std::string path;
    int baud = 115200;
    std::chrono::milliseconds find_timeout{800};
    std::chrono::milliseconds select_timeout{600};
    std::chrono::milliseconds read_timeout{2500};
    // From one search for a card, or one attempt to open the port, to the next.
    std::chrono::milliseconds cadence{300};
    // How long card_moved and card_unread stay when nobody lays the card down again.
    std::chrono::milliseconds notice{2500};
    // A converter can be open and dead: after so many silences in a row it is opened anew.
    int silences_before_reopen = 5;
};

// Conditions, besides what id_reader.h says of them:
//   unplugged  also while another program holds the port, or it may not be opened
//   card_done  the same card is not read again until a search for it has failed, because many
//              readers refuse a second selection of a card that was not lifted
//   card_moved a read failed and the card was gone right after; card_unread: it was still there,
//              and is tried again at every search
// For a card the sink hears IdReaderChanged{reading}, CardRead, IdReaderChanged{card_done}.
// A card that lies there when the port comes back, from an unplugging or from a silence so long
// that the port was opened anew, is read as a new one. A shorter silence is a hiccup, and the card
// that was reported still is.
class SerialIdReader final : public IdReader {
  public:
    // invalid_argument for an empty path or an unknown rate.
    static base::Result<std::unique_ptr<SerialIdReader>> create(SerialReaderOptions options,
                                                                Sink sink);
    ~SerialIdReader() override;

    IdReaderCondition condition() const override { return condition_.load(); }

  private:
    SerialIdReader(SerialReaderOptions options, Sink sink);

    void run();
    void connect();
    void close();
    void poll_once();
    void on_no_card();
    void read_card();
    bool select_and_read(CardText& text);
    void on_card_refused(samv::StatusWord status);
    void on_fault(LinkFault fault);
    void become(IdReaderCondition condition);
    void give_notice(IdReaderCondition condition);

    const SerialReaderOptions options_;
    const Sink sink_;
    std::atomic<IdReaderCondition> condition_ = IdReaderCondition::connecting;
    StopSignal stop_;

    // Of the thread alone.
    std::optional<SamvLink> link_;
    bool card_reported_ = false;
    int silences_ = 0;
    std::chrono::steady_clock::time_point notice_until_;

    std::thread thread_;
};

} // namespace rexue::devices
