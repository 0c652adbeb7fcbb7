// Where honour cards are issued and revoked: for handlers and for an operator's commands.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/rules/honour/honours.h"
#include "net/credential/key_set.h"
#include "net/server/data_folder.h"
#include "net/server/store/store.h"

namespace rexue::server {

struct CardOptions {
    // How long a card is good. No source says: the station's own choice, not verified.
    std::chrono::years valid{2};
};

// The longest text whose code is a version 12 at level Q: 296 letters of a QR code's alphabet.
inline constexpr size_t max_card_text_chars = 296;

enum class DayKeys { none, of_these_days };

// Reads the keys anew each time: an operator may have made another meanwhile. Any thread; blocks on
// the disk.
class CardDesk {
  public:
    // `assets` as for Catalogues::load; empty: nothing is known of honours and no card is issued.
    static base::Result<CardDesk> load(const DataFolder& data, const std::filesystem::path& assets,
                                       CardOptions options = {});

    // What was issued for the donor on this day of the house is given again. conflict as claims_of
    // has it; not_found without a key; unavailable without assets.
    base::Result<IssuedCard> issue(Store& store, const wire::House& house, const Donor& donor,
                                   base::Instant now) const;

    // With the keys of dynamic codes for yesterday to three days on, by UTC, or without.
    base::Result<credential::KeyDocument> keys(base::Instant now, DayKeys day_keys) const;

    // The signed list, and a name for what is in it: the same all hour long while nothing is
    // revoked, though each signature is another. not_found without a key.
    struct Revocations {
        base::Bytes list;
        std::string content_name;
    };
    base::Result<Revocations> revocations(Store& store, base::Instant now) const;

  private:
    CardDesk(DataFolder data, CardOptions options, std::optional<honour::Honours> honours)
        : data_(std::move(data)), options_(options), honours_(std::move(honours)) {}

    DataFolder data_;
    CardOptions options_;
    std::optional<honour::Honours> honours_;
};

// Says so in the log, by their places alone. Errors as of Store::revoke_card.
base::Status revoke_card(Store& store, std::string_view number, base::Instant now);

} // namespace rexue::server
