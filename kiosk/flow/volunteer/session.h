// The volunteer's tablet: is this card true, and what does it give its holder, here, today?
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "kiosk/flow/house.h"
#include "kiosk/flow/link.h"
#include "kiosk/flow/now.h"
#include "kiosk/flow/volunteer/card.h"
#include "kiosk/rules/honour/honours.h"

namespace rexue::flow::volunteer {

enum class State {
    scan,       // "show the code"
    looking_up, // an ID card, at the centre
    card,       // verdict, comparison, kinds of benefits; without a card a place's kinds alone
    benefits,   // those of one kind
    places,     // another city's list
};
BOOST_DESCRIBE_ENUM(State, scan, looking_up, card, benefits, places)

enum class Device { absent, working, broken };
enum class Printer { absent, ready, out_of_paper, broken };
enum class Sheet { none, printing, printed, failed };

// Said on the scanning screen until the next code, card or tap.
enum class Notice {
    donor_unknown,  // the centre knows nobody under this ID card
    record_unclear, // the centre knows them; what it says of them cannot be counted here
    centre_away,    // only the centre can tell an ID card's holder
    card_unreadable // of the ID card on the reader
};
BOOST_DESCRIBE_ENUM(Notice, donor_unknown, centre_away, card_unreadable)

// What cards are verified with here, and how old that is. None: not there.
struct Trust {
    std::optional<base::Instant> keys_as_of;
    std::optional<base::Instant> withdrawn_as_of;

    bool operator==(const Trust&) const = default;
};

struct Session {
    State state = State::scan;
    House house;
    Link link = Link::connecting;
    Device camera = Device::absent;
    Device reader = Device::absent;
    Printer printer = Printer::absent;
    std::shared_ptr<const honour::Honours> honours; // null: no list can be read
    Trust trust;

    std::optional<Card> card;
    std::vector<honour::AwardLine> awards; // what the centre's record says; empty: not known
    std::string place;                     // whose list is shown; empty: the house's
    honour::BenefitKind kind = honour::BenefitKind::transport; // of the benefits on the screen
    Sheet sheet = Sheet::none;
    std::optional<Notice> notice;

    std::string language = "zh_CN";
    int text_step = 0;                                // of ui::TextStep
    std::optional<std::chrono::milliseconds> idle_at; // somebody's card is on the screen

    bool operator==(const Session&) const = default;
};

// Somebody's card does not stay on a tablet that was laid down.
inline constexpr std::chrono::seconds card_idle{60};

// Whose list is shown: the chosen place's, else the house's.
const std::string& place_shown(const Session& session);
// Ids of the awards and the honour card that this card's holder has, for the catalogue. Empty for a
// card that does not count.
std::vector<std::string> held_by(const Session& session);
// What the holder may use at the shown place today; without a card, all that the place gives
// anybody; nothing for a card that does not count.
std::vector<honour::Offered> offered(const Session& session, base::Date today);

} // namespace rexue::flow::volunteer
