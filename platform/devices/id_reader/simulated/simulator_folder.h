// The folder whose files are the state of a simulated reader. Change them with these functions,
// from another program or with a text editor, in the middle of anything.
//
//   card.bin  256 bytes: the card that lies on the reader. No such file, or another size: no card
//   fault     one word of fault.h: what is wrong. No such file, or an empty one: nothing is
//   port      made by the simulator: a link to its pseudo-terminal, gone while it is unplugged
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "platform/base/error.h"
#include "platform/devices/id_reader/id_reader.h"
#include "platform/devices/id_reader/simulated/fault.h"

namespace rexue::devices {

// Stateless; any thread, any process. Writing replaces whole files, so nobody reads half a card.
class SimulatorFolder {
  public:
    explicit SimulatorFolder(std::filesystem::path path) : path_(std::move(path)) {}

    std::filesystem::path card_file() const { return path_ / "card.bin"; }
    std::filesystem::path fault_file() const { return path_ / "fault"; }
    std::filesystem::path port_link() const { return path_ / "port"; }

    // io when the file cannot be written.
    base::Status make() const; // the folder itself, for its owner only
    base::Status lay_card(const CardText& card) const;
    base::Status lift_card() const;
    base::Status set_fault(std::string_view word) const; // "" for none
    base::Status set_port(const std::string& terminal) const;
    base::Status remove_port() const;

    // Tells one laid card from another that was laid in its place.
    struct CardStamp {
        std::uint64_t inode;
        std::int64_t changed_at_ns;
        bool operator==(const CardStamp&) const = default;
    };
    std::optional<CardStamp> card_stamp() const;
    std::optional<CardText> card() const;
    Fault fault() const;

  private:
    std::filesystem::path path_;
};

} // namespace rexue::devices
