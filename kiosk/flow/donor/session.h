// The donor surface: its states and all that they remember.
#pragma once

#include <chrono>
#include <optional>

#include <boost/describe.hpp>

#include "kiosk/flow/donor/preferences.h"
#include "kiosk/flow/donor/visit.h"
#include "kiosk/flow/health.h"
#include "kiosk/flow/house.h"
#include "kiosk/flow/link.h"
#include "kiosk/flow/now.h"

namespace rexue::flow::donor {

enum class State {
    attract,        // invites; the reader is armed already
    identify,       // how to start: card, code, typing, or somebody who helps
    typing_number,  // the number of an ID card that is not at hand
    typing_name,    // the name that belongs to it, where nobody knows it
    looking_up,     // the server is asked
    confirm,        // is this you?
    choose,         // what would you like to give?
    question,       // one of the station's questions
    result,         // go on, talk to staff, another type, or not today
    book,           // a day to come again, where today is not possible
    notice,         // what a donor must know before giving
    data_use,       // what is done with what was said: a consent of its own
    sign,           // with the finger
    issuing,        // the ticket is being made durable
    ticket,         // the number
    honours,        // what the donor has come to, between two screens of the visit
    see_staff,      // this terminal cannot go on; somebody can
    out_of_service, // this terminal must not be used
};
BOOST_DESCRIBE_ENUM(State, attract, identify, typing_number, typing_name, looking_up, confirm,
                    choose, question, result, book, notice, data_use, sign, issuing, ticket,
                    honours, see_staff, out_of_service)

// The reader, in the words of the surface.
enum class Reader {
    absent,
    connecting,
    ready,
    reading,
    card_done,
    card_moved,
    card_unread,
    unplugged,
    silent,
    garbled,
    faulty,
};
BOOST_DESCRIBE_ENUM(Reader, absent, connecting, ready, reading, card_done, card_moved, card_unread,
                    unplugged, silent, garbled, faulty)

enum class Camera { absent, working, broken };
enum class Printer { absent, ready, printing, low, out_of_paper, broken };

// The slip of this visit: best effort, but never said to be there when it is not.
enum class Slip { waiting, printed, failed };

// A passing remark above what is on the screen.
enum class Notice {
    card_unreadable, // the record does not hold together
    code_not_ours,
    code_mistyped,
    code_hostile,
    card_not_known, // an honour card the server has never issued
    booking_not_kept,
};

// Called for: nobody has answered for a while: somebody has.
enum class Help { none, asked, still_calling, coming };

// Why a person takes over.
enum class Handover {
    no_number,   // the ticket could not be made durable
    enter_number // the donor leaves typing to them
};

// Care mode shows four choices at the most: one kind of donation, and the way to the other.
enum class ChoicePage { whole_blood, platelets };

struct Session {
    State state = State::attract;
    Visit visit;
    House house;
    // What the talk goes by; null: this terminal has none, and staff talk.
    std::shared_ptr<const Forms> forms = nullptr;
    // What honours are worked out by; null: this terminal has none, and offers none.
    std::shared_ptr<const honour::Honours> honours = nullptr;
    queue::QueueState queue;
    Link link = Link::connecting;
    // Another terminal works under this one's certificate. Not over because the line breaks: that
    // proves nothing.
    bool duplicate = false;
    Reader reader = Reader::connecting;
    Camera camera = Camera::absent;
    Printer printer = Printer::absent;
    Slip slip = Slip::waiting;
    // Staff have been asked to look at a broken device; once until none is.
    bool trouble_reported = false;
    // The newest call for staff was not kept.
    bool call_failed = false;
    Health health;
    std::optional<Notice> notice;
    std::chrono::milliseconds notice_until{0};
    Help help = Help::none;
    // When a call that nobody has answered is said to go on.
    std::optional<std::chrono::milliseconds> still_calling_at;
    Handover handover = Handover::no_number;
    ChoicePage choice_page = ChoicePage::whole_blood;
    Preferences preferences;
    // The donor is choosing how the terminal looks and speaks; the visit goes on behind it.
    bool adjusting = false;
    // Nobody has touched anything: first a warning with a countdown, then everything is forgotten.
    std::optional<std::chrono::milliseconds> idle_at;
    std::optional<std::chrono::milliseconds> warned_until;
    // While the ticket is being made durable: when a person takes over.
    std::optional<std::chrono::milliseconds> issue_by;

    bool operator==(const Session&) const = default;
};

// A form waits for two minutes, in care mode for four; a personal result for half a minute. Then
// comes a warning: WCAG 2.1, 2.2.1, asks for 20 s and a simple action to extend.
inline constexpr std::chrono::seconds form_idle{120};
inline constexpr std::chrono::seconds care_form_idle{240};
inline constexpr std::chrono::seconds form_warning{20};
inline constexpr std::chrono::seconds result_idle{30};
inline constexpr std::chrono::seconds result_warning{15};
inline constexpr std::chrono::seconds notice_lasts{8};
// A sound disk takes milliseconds; one that takes this long may never answer.
inline constexpr std::chrono::seconds issue_patience{10};

// Whether a call for staff gets to them now: without a line it only waits in the outbox.
inline bool calls_arrive(const Session& session) {
    return session.link == Link::online && !session.call_failed;
}

// How long the warning before the end of this visit lasts.
std::chrono::seconds warning_of(const Session& session);

// When `Ticked` is due next, if at all.
std::optional<std::chrono::milliseconds> next_deadline(const Session& session);

} // namespace rexue::flow::donor
