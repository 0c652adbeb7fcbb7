// The staff surface: sign in, take a desk, call the next.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "kiosk/flow/health.h"
#include "kiosk/flow/house.h"
#include "kiosk/flow/link.h"
#include "kiosk/flow/now.h"
#include "kiosk/flow/staff/review.h"
#include "kiosk/rules/queue/fold.h"
#include "platform/base/secret_text.h"

namespace rexue::flow::staff {

enum class State {
    signed_out, // staff number and PIN
    signing_in,
    choose_desk, // which service point is this?
    desk,
    reviews,    // who needs a look
    review,     // one visit
    correcting, // an answer, with the donor
    measuring,  // a value, by the pad
    matching,   // approving of a special match
    giving,     // what a moment offers, out of the house's stock
    deciding,
};
BOOST_DESCRIBE_ENUM(State, signed_out, signing_in, choose_desk, desk, reviews, review, correcting,
                    measuring, matching, giving, deciding)

enum class Field { number, pin };

// Who stands behind a ticket, as far as a screen that many see may show it.
struct VisitBrief {
    std::string ticket;
    bool was_typed = false;       // no document was read: staff look at it
    base::SecretText masked_name; // empty where staff have to ask
    std::string sex;              // "male", "female", "" when unknown
    std::optional<int> age_years;
    int donation_count = 0;
    std::optional<base::Date> last_donation;
    bool is_unreadable = false; // the server cannot open the record: staff ask the donor

    bool operator==(const VisitBrief&) const = default;
};

// What a desk asks of the server, in its words.
enum class Command { next, recall, missed, arrived, served, undo };
BOOST_DESCRIBE_ENUM(Command, next, recall, missed, arrived, served, undo)

enum class Remark {
    wrong_number_or_pin,
    too_many_tries,
    server_away,
    nobody_waits,
    moved_on, // another desk was quicker
    session_ended,
    not_allowed,
    not_possible, // a value nobody has, or what a rule defers
};

// How much a list of the server's is worth: an empty one says nothing before it has come.
enum class Freshness { unknown, fresh, stale };

// When a list is asked for again, ever more seldom.
struct LookAgain {
    std::optional<std::chrono::milliseconds> at;
    std::chrono::milliseconds in{0};

    bool operator==(const LookAgain&) const = default;
};

struct Session {
    State state = State::signed_out;
    Field field = Field::number;
    base::SecretText number; // digits typed
    base::SecretText pin;
    std::string token; // of the signed-in session; never drawn
    std::string staff_name;
    std::optional<base::Instant> token_expires;
    std::string desk; // service point id
    House house;
    queue::QueueState queue;
    std::vector<VisitBrief> briefs;
    Role role = Role::other;
    std::vector<ReviewLine> reviews; // of today, in the order of their check-in
    Freshness reviews_are = Freshness::unknown;
    std::optional<base::Uuid> asked_for; // the visit that opens, or is seen anew, when it comes
    std::optional<Review> review;        // the one looked at
    bool was_opened_at_desk = false;     // the way back leads there, not to the list
    Draft draft;
    bool taking_step = false; // asked, not yet answered
    // A ticket comes with the house log, the record behind it a moment later: each list is asked
    // for again until it has every ticket of who is in the house.
    LookAgain briefs_again;
    LookAgain reviews_again; // also after the server has not answered
    Link link = Link::connecting;
    Health health;               // of this terminal
    int text_step = 0;           // of this terminal, whoever is signed in
    std::optional<Command> busy; // asked, not yet decided
    std::optional<Remark> remark;
    std::chrono::milliseconds remark_until{0};
    std::optional<std::chrono::milliseconds> lock_at;

    bool operator==(const Session&) const = default;
};

inline constexpr size_t max_number_digits = 10;
inline constexpr size_t max_pin_digits = 12;
inline constexpr int max_text_step = 3;
inline constexpr std::chrono::minutes idle_lock{10};
inline constexpr std::chrono::seconds remark_lasts{6};
inline constexpr std::chrono::seconds first_look_again{1};
inline constexpr std::chrono::seconds longest_look_again{60};

// The ticket this desk is busy with (called or being served), if any.
const queue::TicketState* at_desk(const Session& session);
// Whether the command means something at this moment: what its button and its key go by.
bool can_ask(const Session& session, Command command);
// The ticket that `next` would call.
std::optional<std::string> next_ticket(const Session& session);
// Who has missed a call that this desk may repeat, for the server refuses those of other stages;
// the newest first, as they are the likeliest to come yet.
std::vector<queue::TicketState> missed_here(const Session& session);
// Of today, those that nobody has decided on yet.
std::vector<ReviewLine> needing_a_look(const Session& session);
// Null while the server has not told of this ticket's visit, and to who may see no reviews.
const ReviewLine* review_line_of(const Session& session, const std::string& ticket);
const VisitBrief* brief_of(const Session& session, const std::string& ticket);
// Whether somebody is in the house whose record the server has not told of.
bool lacks_records(const Session& session);
// Whether somebody is in the house of whom the server has not said if they need a look.
bool lacks_reviews(const Session& session);

std::optional<std::chrono::milliseconds> next_deadline(const Session& session);

} // namespace rexue::flow::staff
