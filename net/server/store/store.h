// Where the server keeps what must not be lost. One contract, whichever database is behind it.
//
// Threads: any, at once; every call blocks on the disk and belongs on a store thread. Each call
// is one transaction: done and durable when it returns well, never happened when it does not.
// Besides the errors named, every call may fail with storage_full, io, corrupt or unavailable.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "net/server/store/rows.h"
#include "net/wire/house.h"
#include "platform/base/error.h"

namespace rexue::server {

// Longest time a certificate stays bound to a machine that has fallen silent.
inline constexpr std::chrono::seconds instance_lease{60};

// What an operator must do before a letter can be given again.
inline std::string letter_taken_detail(const wire::TerminalId& holder) {
    return "the ticket letter is in use: revoke terminal " + holder.value + " first";
}

// Far more than anybody can try by hand, far less than fills a disk.
inline constexpr int max_unknown_staff = 1000;

// Codes of half an hour that are remembered: far more than can be shown.
inline constexpr int max_shown_codes = 100'000;

class Store {
  public:
    virtual ~Store() = default;

    // Fails when nothing can be read just now.
    virtual base::Status check_ready() = 0;

    // --- houses
    virtual base::Status put_house(const wire::House& house) = 0;         // new or changed
    virtual base::Result<wire::House> house(const wire::HouseId& id) = 0; // not_found
    virtual base::Result<std::vector<wire::HouseId>> houses() = 0;        // by their ids

    // --- enrolment
    virtual base::Status put_offer(const EnrolmentOffer& offer) = 0;
    // Uses up the code and keeps the terminal that `issue` makes for it: both or neither.
    // unauthenticated for a code that is unknown, used or too old; already_exists while another
    // terminal of the house has the offer's ticket letter: the code stays good.
    using IssueTerminal = std::function<base::Result<Terminal>(const EnrolmentOffer&)>;
    virtual base::Result<Terminal> enrol(std::string_view code_hash, base::Instant now,
                                         const IssueTerminal& issue) = 0;
    // The terminal in force whose tickets of this house bear the letter; none for no letter.
    virtual base::Result<std::optional<wire::TerminalId>> letter_holder(
        const wire::HouseId& house, std::string_view letter) = 0;
    // By the SHA-256 of its certificate; not_found.
    virtual base::Result<Terminal> terminal(std::string_view fingerprint) = 0;
    // In the order of enrolment, also the revoked ones.
    virtual base::Result<std::vector<KnownTerminal>> terminals(const wire::HouseId& house) = 0;
    // not_found. already_exists, with since when: the first time stands.
    virtual base::Status revoke(const wire::TerminalId& id, base::Instant now) = 0;
    // Notes that the machine `instance` uses the terminal's certificate. conflict while another
    // machine has been heard within `instance_lease`.
    virtual base::Status claim_instance(const wire::TerminalId& id, std::string_view instance,
                                        base::Instant now) = 0;

    // --- the house log
    // One result an event, in order. A known id with the same content is `known`; with other
    // content it is refused "id_taken". A second check-in under one ticket, day and house is
    // refused "ticket_taken". not_found for the house.
    virtual base::Result<std::vector<wire::AppendResult>> append(
        const wire::HouseId& house, std::span<const queue::HouseEvent> events) = 0;
    // Appends what `decide` makes of the day's log, which nobody else changes meanwhile. An id
    // that the log has already is answered from the log, without deciding again, if `is_answer`
    // knows the event for this very question's; conflict when it is another's.
    using Decide = std::function<base::Result<queue::HouseEvent>(std::span<const LoggedEvent>)>;
    using IsAnswer = std::function<bool(const queue::HouseEvent&)>;
    virtual base::Result<LoggedEvent> append_decided(const wire::HouseId& house, base::Date day,
                                                     const base::Uuid& id,
                                                     const IsAnswer& is_answer,
                                                     const Decide& decide) = 0;
    // At most `limit` events behind sequence `after`, oldest first.
    virtual base::Result<EventRange> events_after(const wire::HouseId& house, std::int64_t after,
                                                  size_t limit) = 0;
    virtual base::Result<EventRange> events_of_day(const wire::HouseId& house, base::Date day) = 0;
    // The day of the event at a sequence; not_found.
    virtual base::Result<base::Date> day_of(const wire::HouseId& house, std::int64_t sequence) = 0;

    // --- visits
    // The same record again is fine; another one under its revision is conflict. forbidden when
    // the visit is another house's, or another terminal has put a record of it or checked it in:
    // what one terminal has sealed is never replaced by another.
    virtual base::Status put_record(const wire::HouseId& house, const wire::SealedRecord& record,
                                    base::Instant now) = 0;
    virtual base::Result<std::vector<TicketRecord>> records_of_day(const wire::HouseId& house,
                                                                   base::Date day) = 0;

    // The newest revision, with the ticket of its check-in. not_found, also for another house's.
    virtual base::Result<TicketRecord> record_of_visit(const wire::HouseId& house,
                                                       const base::Uuid& visit) = 0;
    // What staff have done with it, sealed, oldest first.
    virtual base::Result<std::vector<std::string>> review_steps(const base::Uuid& visit) = 0;
    // The step, `told` in the house log that it was taken, and what was decided of the donor: all
    // or nothing. conflict unless `position` is the next one of the visit: 1, 2, 3 …
    virtual base::Status append_review_step(const wire::HouseId& house, const base::Uuid& visit,
                                            const SealedStep& step, const queue::HouseEvent& told,
                                            base::Instant now) = 0;

    // What the newest decision of each type says, where that is a deferral, also when it is over.
    // A decision to let somebody give ends the one before it; passing on changes nothing.
    virtual base::Result<std::vector<KeptDeferral>> deferrals(const wire::DonorId& donor) = 0;

    // --- bookings
    // The same one again is fine; another one under its id is conflict.
    virtual base::Status put_booking(const Booking& booking, base::Instant now) = 0;
    // From `from` to `to`, both included; days that nobody has booked are left out.
    virtual base::Result<std::vector<wire::BookingDay>> booking_days(const wire::HouseId& house,
                                                                     base::Date from,
                                                                     base::Date to) = 0;
    virtual base::Result<bool> has_booked(const wire::HouseId& house, const wire::DonorId& donor,
                                          base::Date day) = 0;

    // --- donors
    // New or changed, with all donations and the one honour card held. A first-generation number
    // is kept in its 18-digit form.
    virtual base::Status put_donor(const Donor& donor,
                                   const std::optional<std::string>& honour_card) = 0;
    // not_found. At most 200 donations. Found by 15 digits as well as by 18.
    virtual base::Result<Donor> donor_by_document(std::string_view document_number) = 0;
    virtual base::Result<Donor> donor_by_card(std::string_view card_number) = 0;
    virtual base::Result<Donor> donor(const wire::DonorId& id) = 0;

    // --- honour cards
    // The card that `make` makes for its place and the donor's number (`fresh_number` for who has
    // none): both or neither. One of the donor's that was issued since `since` and stands is given
    // again instead.
    using MakeCard =
        std::function<base::Result<IssuedCard>(std::uint32_t index, const std::string& number)>;
    virtual base::Result<IssuedCard> issue_card(const wire::DonorId& donor, base::Instant since,
                                                const std::string& fresh_number,
                                                const MakeCard& make) = 0;
    // In the order of their places.
    virtual base::Result<std::vector<IssuedCard>> cards() = 0;
    virtual base::Result<std::vector<std::uint32_t>> revoked_cards() = 0;
    // All cards of this number, which is nobody's from then on. Their places. not_found.
    // already_exists, with since when: the first time stands.
    virtual base::Result<std::vector<std::uint32_t>> revoke_card(std::string_view number,
                                                                 base::Instant now) = 0;
    // True unless another terminal has shown it before; what is older than `oldest_step` is
    // forgotten. limit_exceeded past max_shown_codes.
    virtual base::Result<bool> note_shown_code(const ShownCode& code, std::int64_t oldest_step) = 0;

    // --- what a house gives out
    // The count from now on. not_found for the house.
    virtual base::Status put_stock(const wire::HouseId& house, const wire::OfferStock& stock) = 0;
    // By the offers' ids.
    virtual base::Result<std::vector<wire::OfferStock>> stock(const wire::HouseId& house) = 0;
    // The offers that were given in a visit.
    virtual base::Result<std::vector<std::string>> given(const base::Uuid& visit) = 0;
    // Once a visit and offer; given already is fine. Returns how many are left; conflict when none
    // was.
    virtual base::Result<int> give(const Gift& gift, base::Instant now) = 0;
    // Back into stock; fine if it was not given. Returns how many there are now.
    virtual base::Result<int> take_back(const Gift& gift) = 0;

    // --- staff
    // New or changed; a changed PIN ends this person's sessions.
    virtual base::Status put_staff(const StaffMember& member) = 0;
    virtual base::Result<StaffMember> staff(const wire::HouseId& house,
                                            std::string_view number) = 0; // not_found
    // A number that `staff` does not find, with the tries it has had; its PIN hash is empty.
    virtual base::Result<StaffMember> unknown_staff(const wire::HouseId& house,
                                                    std::string_view number) = 0;
    // The last two members, of somebody or of nobody's number. Of those, the
    // `max_unknown_staff` tried last are remembered.
    virtual base::Status note_pin_tries(const StaffMember& member, base::Instant now) = 0;
    // Also forgets the sessions that were over before `now`.
    virtual base::Status open_session(const OpenSession& session, base::Instant now) = 0;
    // unauthenticated when unknown or over.
    virtual base::Result<OpenSession> session(std::string_view token_hash, base::Instant now) = 0;
};

} // namespace rexue::server
