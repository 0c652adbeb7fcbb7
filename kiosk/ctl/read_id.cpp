#include "kiosk/ctl/read_id.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <ostream>

#include <fmt/format.h>

#include "kiosk/rules/identity/card_record.h"
#include "kiosk/rules/identity/nation.h"
#include "platform/base/random.h"
#include "platform/devices/id_reader/id_reader.h"
#include "platform/json/codec.h"

namespace rexue::ctl {

namespace {

using devices::IdReaderCondition;

// The first card, or the word that there is no port; whichever comes first.
class FirstCard {
  public:
    devices::IdReader::Sink sink() {
        return [this](const devices::IdReaderEvent& event) {
            const std::lock_guard lock(mutex_);
            if (const auto* read = std::get_if<devices::CardRead>(&event)) {
                if (!text_) text_ = read->text;
            } else {
                const auto changed = std::get<devices::IdReaderChanged>(event).condition;
                unplugged_ = unplugged_ || changed == IdReaderCondition::unplugged;
            }
            heard_.notify_all();
        };
    }

    std::optional<devices::CardText> await(std::chrono::seconds patience) {
        std::unique_lock lock(mutex_);
        heard_.wait_for(lock, patience, [this] { return text_ || unplugged_; });
        return text_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable heard_;
    std::optional<devices::CardText> text_;
    bool unplugged_ = false;
};

std::string why_no_card(IdReaderCondition condition, const std::string& port) {
    switch (condition) {
        case IdReaderCondition::unplugged:
        case IdReaderCondition::absent:
            return fmt::format(
                "No reader at {}: nothing is plugged in there, or another program holds it.", port);
        case IdReaderCondition::connecting:
        case IdReaderCondition::silent:
            return fmt::format("No reader answers at {}.", port);
        case IdReaderCondition::garbled:
            return fmt::format("What comes from {} is not what an ID reader says.", port);
        case IdReaderCondition::faulty:
            return "The reader reports a fault of its own.";
        case IdReaderCondition::reading:
        case IdReaderCondition::card_moved:
        case IdReaderCondition::card_unread:
            return "The card could not be read: lift it and lay it down again.";
        case IdReaderCondition::ready:
        case IdReaderCondition::card_done:
            return "No card was laid on the reader in time.";
    }
    return "No card was read.";
}

boost::json::object json_of(const identity::IdentityDocument& document) {
    return {{"kind", json::to_json(document.kind)},
            {"name", document.name.str()},
            {"english_name", document.english_name.str()},
            {"sex", json::to_json(document.sex)},
            {"birth", json::to_json(document.birth)},
            {"number", document.number.str()},
            {"nation_code", document.nation_code},
            {"nation", identity::nation_name(document.nation_code)},
            {"nationality", document.nationality},
            {"address", document.address.str()},
            {"authority", document.authority.str()},
            {"valid_from", json::to_json(document.valid_from)},
            {"valid_to", json::to_json(document.valid_to)},
            {"valid_long_term", document.valid_long_term},
            {"permit_number", document.permit_number.str()},
            {"issue_count", json::to_json(document.issue_count)}};
}

} // namespace

int read_id(const std::string& port, std::chrono::seconds patience, std::ostream& out,
            std::ostream& err) {
    FirstCard card;
    auto reader =
        devices::make_id_reader({.kind = devices::IdReaderKind::serial, .path = port}, card.sink());
    if (!reader) {
        err << "rexuectl: " << reader.error().detail << '\n';
        return 1;
    }
    auto text = card.await(patience);
    if (!text) {
        err << "rexuectl: " << why_no_card((*reader)->condition(), port) << '\n';
        return 1;
    }
    const auto document = identity::parse_card_record(text->bytes);
    base::wipe(text->bytes);
    if (!document) {
        err << "rexuectl: The card was read, but " << document.error().detail << ".\n";
        return 1;
    }
    out << boost::json::serialize(json_of(*document)) << '\n';
    return 0;
}

} // namespace rexue::ctl
