// What the donor surface asks of the world.
#pragma once

#include <string>
#include <variant>

#include "kiosk/flow/donor/booking.h"
#include "kiosk/flow/donor/preferences.h"
#include "kiosk/flow/donor/visit.h"

namespace rexue::flow::donor {

// Answered by DonorFound, DonorNotKnown or LookupFailed.
struct LookUp {
    Entry entry = Entry::identity_document;
    base::SecretText number;
};
// An answer that still comes is dropped.
struct CancelLookUp {};
// Makes event and sealed record durable and gives the number: TicketIssued or IssueFailed. An
// answer that comes after Forget is another donor's and is dropped.
struct IssueTicket {
    Visit visit;
    std::string stage; // in whose line it waits
};
// Best effort.
struct PrintTicket {
    std::string ticket; // numbers begin anew each day: the slip is named with its date
    queue::Intent intent;
    std::optional<queue::WaitEstimate> wait;             // none: not known just now
    std::optional<honour::Moment> moment = std::nullopt; // what is celebrated today
};
// From when on this donor may give, by type; without reasons. Best effort.
struct PrintReturnDays {
    Verdicts verdicts;
    std::optional<base::Date> booked = std::nullopt;
};
// Makes the sealed booking durable: BookingKept with its day, or BookingFailed. The server hears of
// it when there is a line. An answer that comes after Forget is another donor's and is dropped.
struct KeepBooking {
    Visit visit;
    DayToBook wanted;
};
// HelpSeen when somebody answers; HelpFailed when the call is not kept.
struct AskForHelp {};
struct UsePreferences {
    Preferences preferences;
};
// A sound that makes somebody look up, whether reading aloud is on or not.
struct ChimeOnce {};
// Nothing of the donor stays: text cache, language, drafts.
struct Forget {};

using Effect = std::variant<LookUp, CancelLookUp, IssueTicket, PrintTicket, PrintReturnDays,
                            KeepBooking, AskForHelp, UsePreferences, ChimeOnce, Forget>;

} // namespace rexue::flow::donor
