// The store in one SQLite file: a house or a city without a database server of its own.
#pragma once

#include <filesystem>
#include <memory>

#include "net/server/store/connection_pool.h"
#include "net/server/store/store.h"

namespace rexue::server {

class SqliteStore final : public Store {
  public:
    // Makes the file and its tables if there are none.
    static base::Result<std::unique_ptr<SqliteStore>> open(
        const std::filesystem::path& path, const storage::DatabaseOptions& options = {});

    base::Status check_ready() override;

    base::Status put_house(const wire::House& house) override;
    base::Result<wire::House> house(const wire::HouseId& id) override;
    base::Result<std::vector<wire::HouseId>> houses() override;

    base::Status put_offer(const EnrolmentOffer& offer) override;
    base::Result<Terminal> enrol(std::string_view code_hash, base::Instant now,
                                 const IssueTerminal& issue) override;
    base::Result<std::optional<wire::TerminalId>> letter_holder(const wire::HouseId& house,
                                                                std::string_view letter) override;
    base::Result<Terminal> terminal(std::string_view fingerprint) override;
    base::Result<std::vector<KnownTerminal>> terminals(const wire::HouseId& house) override;
    base::Status revoke(const wire::TerminalId& id, base::Instant now) override;
    base::Status claim_instance(const wire::TerminalId& id, std::string_view instance,
                                base::Instant now) override;

    base::Result<std::vector<wire::AppendResult>> append(
        const wire::HouseId& house, std::span<const queue::HouseEvent> events) override;
    base::Result<LoggedEvent> append_decided(const wire::HouseId& house, base::Date day,
                                             const base::Uuid& id, const IsAnswer& is_answer,
                                             const Decide& decide) override;
    base::Result<EventRange> events_after(const wire::HouseId& house, std::int64_t after,
                                          size_t limit) override;
    base::Result<EventRange> events_of_day(const wire::HouseId& house, base::Date day) override;
    base::Result<base::Date> day_of(const wire::HouseId& house, std::int64_t sequence) override;

    base::Status put_record(const wire::HouseId& house, const wire::SealedRecord& record,
                            base::Instant now) override;
    base::Result<std::vector<TicketRecord>> records_of_day(const wire::HouseId& house,
                                                           base::Date day) override;

    base::Result<TicketRecord> record_of_visit(const wire::HouseId& house,
                                               const base::Uuid& visit) override;
    base::Result<std::vector<std::string>> review_steps(const base::Uuid& visit) override;
    base::Status append_review_step(const wire::HouseId& house, const base::Uuid& visit,
                                    const SealedStep& step, const queue::HouseEvent& told,
                                    base::Instant now) override;
    base::Result<std::vector<KeptDeferral>> deferrals(const wire::DonorId& donor) override;

    base::Status put_booking(const Booking& booking, base::Instant now) override;
    base::Result<std::vector<wire::BookingDay>> booking_days(const wire::HouseId& house,
                                                             base::Date from,
                                                             base::Date to) override;
    base::Result<bool> has_booked(const wire::HouseId& house, const wire::DonorId& donor,
                                  base::Date day) override;
    base::Status put_stock(const wire::HouseId& house, const wire::OfferStock& stock) override;
    base::Result<std::vector<wire::OfferStock>> stock(const wire::HouseId& house) override;
    base::Result<std::vector<std::string>> given(const base::Uuid& visit) override;
    base::Result<int> give(const Gift& gift, base::Instant now) override;
    base::Result<int> take_back(const Gift& gift) override;

    base::Status put_donor(const Donor& donor,
                           const std::optional<std::string>& honour_card) override;
    base::Result<Donor> donor_by_document(std::string_view document_number) override;
    base::Result<Donor> donor_by_card(std::string_view card_number) override;
    base::Result<Donor> donor(const wire::DonorId& id) override;

    base::Result<IssuedCard> issue_card(const wire::DonorId& donor, base::Instant since,
                                        const std::string& fresh_number,
                                        const MakeCard& make) override;
    base::Result<std::vector<IssuedCard>> cards() override;
    base::Result<std::vector<std::uint32_t>> revoked_cards() override;
    base::Result<std::vector<std::uint32_t>> revoke_card(std::string_view number,
                                                         base::Instant now) override;
    base::Result<bool> note_shown_code(const ShownCode& code, std::int64_t oldest_step) override;

    base::Status put_staff(const StaffMember& member) override;
    base::Result<StaffMember> staff(const wire::HouseId& house, std::string_view number) override;
    base::Result<StaffMember> unknown_staff(const wire::HouseId& house,
                                            std::string_view number) override;
    base::Status note_pin_tries(const StaffMember& member, base::Instant now) override;
    base::Status open_session(const OpenSession& session, base::Instant now) override;
    base::Result<OpenSession> session(std::string_view token_hash, base::Instant now) override;

  private:
    SqliteStore(const std::filesystem::path& path, const storage::DatabaseOptions& options)
        : pool_(path, options) {}

    base::Result<Donor> donor_where(std::string_view condition, std::string_view value);

    ConnectionPool pool_;
};

} // namespace rexue::server
