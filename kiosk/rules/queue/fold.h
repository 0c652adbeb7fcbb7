// The queue of a house is a fold over its log: the same fold in terminal and server.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/rules/queue/house_event.h"

namespace rexue::queue {

enum class TicketStatus { waiting, called, being_served, missed, left };
BOOST_DESCRIBE_ENUM(TicketStatus, waiting, called, being_served, missed, left)

struct TicketState {
    std::string ticket;
    base::Uuid visit;
    std::string terminal; // that gave it
    Intent intent = Intent::whole_blood_200;
    TicketStatus status = TicketStatus::waiting;
    std::string stage;         // where it waits or is served
    std::string service_point; // when called or being served; the last one when missed
    base::Instant checked_in_at{};
    base::Instant waiting_since{}; // at this stage
    base::Instant changed_at{};    // by the newest step
    int times_called = 0;          // at this stage

    bool operator==(const TicketState&) const = default;
};

// The newest call of a service point. It stays until that point calls another or is done:
// a call at one desk never erases another's.
struct StandingCall {
    std::string service_point;
    std::string ticket;
    base::Instant at{};
    int times = 1;

    bool operator==(const StandingCall&) const = default;
};

struct HelpRequest {
    base::Uuid id;
    std::string terminal;
    base::Instant at{};
    std::string about = {}; // as in HouseEvent; empty: a person calls

    bool operator==(const HelpRequest&) const = default;
};

// What an `undone` brings back.
struct Step {
    base::Uuid event;
    EventKind kind = EventKind::called;
    base::Instant at{};
    TicketState before;
    std::vector<StandingCall> calls_before;
    std::string service_point;

    bool operator==(const Step&) const = default;
};

struct QueueState {
    base::Date day{};
    std::vector<TicketState> tickets; // in the order of check-in
    std::vector<StandingCall> calls;  // newest first
    std::vector<HelpRequest> help;    // open ones, oldest first
    std::vector<Step> steps;          // newest last, at most max_undo_steps
    // Time between `called` events a stage saw today, newest last: what estimates rest on.
    struct StageTempo {
        std::string stage;
        std::vector<base::Instant> calls;

        bool operator==(const StageTempo&) const = default;
    };
    std::vector<StageTempo> tempo;
    int steps_of_reviews = 0; // that staff have taken today: whoever looks at one looks again
    // Ids of the events of today that changed something, sorted: one that comes a second time,
    // however late, changes nothing more.
    std::vector<base::Uuid> applied;

    bool operator==(const QueueState&) const = default;
};
inline constexpr size_t max_undo_steps = 64;
inline constexpr size_t max_tempo_samples = 12;
inline constexpr size_t max_applied = 16'384; // more than any house sees in a day

// Why an event changed nothing. Logs are true, folds are forgiving: a late or doubled event
// never stops a house.
enum class FoldOutcome { applied, other_day, unknown_ticket, already_so, not_possible };
BOOST_DESCRIBE_ENUM(FoldOutcome, applied, other_day, unknown_ticket, already_so, not_possible)

// An event of a later day starts that day with an empty queue; one of an earlier day is ignored.
// An event that lacks what its kind needs (check() would refuse it) is not_possible.
FoldOutcome apply(QueueState& state, const HouseEvent& event);

const TicketState* find_ticket(const QueueState& state, std::string_view ticket);

// Who waits at a stage, in the order they will be called: by the time they joined that stage's
// line, then by ticket number.
std::vector<TicketState> waiting_at(const QueueState& state, std::string_view stage);

std::vector<TicketState> with_status(const QueueState& state, TicketStatus status);

// What an undo at a service point would take back: its newest step, or nothing when that step's
// ticket has gone on elsewhere. Never an older step: that is not what somebody means by "undo".
std::optional<base::Uuid> last_step_of(const QueueState& state, std::string_view service_point);

} // namespace rexue::queue
