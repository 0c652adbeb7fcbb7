// What the store keeps, as values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/rules/queue/house_event.h"
#include "net/wire/bookings.h"
#include "net/wire/donors.h"
#include "net/wire/enrolment.h"
#include "net/wire/events.h"
#include "net/wire/identifiers.h"
#include "net/wire/review.h"
#include "net/wire/staff.h"
#include "net/wire/visits.h"
#include "platform/base/date_text.h"

namespace rexue::server {

// A terminal that has its certificate.
struct Terminal {
    wire::TerminalId id;
    wire::HouseId house;
    wire::SurfaceKind surface = wire::SurfaceKind::donor;
    std::string ticket_letter;
    std::string certificate_pem;
    std::string fingerprint; // of the certificate, SHA-256 in hex
    base::Instant enrolled_at{};
    std::optional<base::Instant> revoked_at;
};

// A terminal, and when the machine behind it was last heard.
struct KnownTerminal {
    Terminal terminal;
    std::optional<base::Instant> heard_at;
};

// What a one-time code stands for.
struct EnrolmentOffer {
    std::string code_hash;
    wire::HouseId house;
    wire::SurfaceKind surface = wire::SurfaceKind::donor;
    std::string ticket_letter;
    base::Instant expires{};
};

struct Donor {
    wire::DonorId id;
    std::string name;
    std::string document_number;               // upper case; of a resident always the 18-digit form
    std::string mobile;                        // may be empty
    std::vector<wire::PastDonation> donations; // newest first
    // None: not known.
    std::optional<int> volunteer_hours = std::nullopt;
    std::optional<int> volunteer_years = std::nullopt;
    std::optional<int> stem_cell_donations = std::nullopt;
    std::optional<bool> rare_group = std::nullopt;
};

struct StaffMember {
    wire::HouseId house;
    std::string number;
    std::string name;
    wire::StaffRole role = wire::StaffRole::nurse;
    std::string pin_hash;
    int wrong_pins_in_a_row = 0;
    base::Instant blocked_until{};
};

struct OpenSession {
    std::string token_hash;
    wire::TerminalId terminal;
    wire::HouseId house;
    std::string staff;
    std::string name;
    wire::StaffRole role = wire::StaffRole::nurse;
    base::Instant expires{};
};

// A house event that has its place.
struct LoggedEvent {
    std::int64_t sequence = 0;
    queue::HouseEvent event;
};

struct EventRange {
    std::vector<LoggedEvent> events;
    std::int64_t last = 0; // the newest sequence the house has
};

// A sealed record beside the ticket of the check-in that it belongs to.
struct TicketRecord {
    std::string ticket;
    wire::SealedRecord record; // the newest revision
};

// What a physician decided of somebody on record, in the open: it binds at the next visit, in
// whichever house. Why stays in the sealed step.
struct DecidedFor {
    wire::DonorId donor;
    std::vector<wire::TypeDecision> types;
};

// A deferral that holds, and the visit that it was decided at.
struct KeptDeferral {
    wire::DonorDeferral deferral;
    base::Uuid visit;

    bool operator==(const KeptDeferral&) const = default;
};

// A step of a review: Base64 of a box for the server's key around a wire::ReviewEntry as JSON.
struct SealedStep {
    base::Uuid id;
    int position = 1;
    std::string sealed;
    std::optional<DecidedFor> decided = std::nullopt; // of a decision
};

// An honour card as it was issued.
struct IssuedCard {
    std::uint32_t index = 0; // its place in the revocation list
    std::string number;      // 16 digits; the same on every card of a donor until it is revoked
    wire::DonorId donor;
    base::Instant issued{};
    base::Instant expires{};
    std::optional<base::Instant> revoked_at;
    std::string text; // of the QR code
};

// A dynamic code that somebody showed.
struct ShownCode {
    std::string card_number;
    std::int64_t step = 0;
    wire::TerminalId terminal;
};

// A booked day, and what of it is known outside the seal.
struct Booking {
    wire::SealedBooking sealed;
    wire::HouseId house;
    base::Date day{};
    std::optional<wire::DonorId> donor; // when the server knew them as it came
};

// What staff gave out in a visit.
struct Gift {
    base::Uuid visit;
    wire::HouseId house;
    std::string offer;
    std::string staff; // who gave it
};

} // namespace rexue::server
