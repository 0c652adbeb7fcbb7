// A server with the shipped books and forms, visits that a terminal has sent, and people who review
// them.
#pragma once

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "net/server/keys/secrets.h"
#include "net/server/review/catalogues.h"
#include "net/wire/review.h"
#include "platform/base/encoding.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "tests/net/server/running_server.h"
#include "tests/support/answered_form.h"

namespace rexue::tests {

class Reviews : public RunningServer {
  protected:
    Reviews() {
        form_ = support::shipped_form();
        run();
        terminal_ = enrol(wire::SurfaceKind::donor, "A");
    }
    void run(const std::string& assets = REXUE_SOURCE_DIR "/assets") { start({.assets = assets}); }

    std::string answers(const support::Said& said = {}) {
        return support::answered_well(form_, said, noon);
    }

    using Change = std::function<void(wire::VisitRecord&)>;
    // A man of fifty who has answered, with a verdict of the terminal's own.
    base::Uuid a_visit(const std::optional<std::string>& response,
                       wire::AssessedOutcome outcome = wire::AssessedOutcome::eligible,
                       const std::string& by = "", const Change& change = {}) {
        const auto event =
            a_check_in(fmt::format("A{:03}", ++tickets_), terminal_->enrolment.terminal.value);
        EXPECT_EQ(
            terminal_->post("/v1/houses/test-house/events", {{"events", {queue::to_json(event)}}})
                .status,
            200);
        wire::VisitRecord record{.visit = *event.visit,
                                 .house = a_house().house,
                                 .ticket = *event.ticket,
                                 .checked_in_at = noon,
                                 .name = "示𠮷样",
                                 .document_number = "000000197508090036",
                                 .sex = "male",
                                 .birth = base::parse_date("1975-08-09").value(),
                                 .response = response};
        for (const auto type : {wire::DonationType::whole_blood, wire::DonationType::platelets}) {
            if (!response) break;
            record.assessments.push_back({.type = type,
                                          .outcome = outcome,
                                          .rules = {},
                                          .book = by.empty() ? shipped_book() : by});
        }
        if (change) change(record);
        wire::SealedRecord sealed{
            .visit = record.visit,
            .terminal = terminal_->enrolment.terminal,
            .algorithm = wire::sealing_algorithm,
            .ciphertext = seal_for(terminal_->enrolment.sealing_key,
                                   boost::json::serialize(json::to_json(record))),
            .signature = {}};
        sealed.signature = base::base64_encode(
            base::bytes_of(sign_es256(terminal_->credentials.key_pem, wire::signed_text(sealed))));
        EXPECT_EQ(
            terminal_
                ->put("/v1/visits/" + record.visit.to_string() + "/record", json::to_json(sealed))
                .status,
            204);
        return record.visit;
    }
    base::Uuid a_visit_where(const Change& change) {
        return a_visit(answers(), wire::AssessedOutcome::eligible, "", change);
    }
    // Somebody on record, whose facts are in the number alone.
    wire::DonorId on_record(const std::string& number,
                            std::vector<wire::PastDonation> donations = {}) {
        const server::Donor donor{.id = wire::DonorId("d-1"),
                                  .name = "示例乙",
                                  .document_number = number,
                                  .mobile = {},
                                  .donations = std::move(donations)};
        EXPECT_TRUE(store().put_donor(donor, "10100000000000001"));
        return donor.id;
    }
    // By an honour card the record names the donor; older terminals send no birth and no sex.
    base::Uuid by_card(const wire::DonorId& donor) {
        return a_visit_where([&](wire::VisitRecord& record) {
            record.entry = wire::EntryKind::honour_card;
            record.donor = donor;
            record.card_number = "10100000000000001";
            record.name.reset();
            record.document_number.reset();
            record.sex.reset();
            record.birth.reset();
        });
    }
    base::Uuid by_typed_number(const std::string& number) {
        return a_visit_where([&](wire::VisitRecord& record) {
            record.entry = wire::EntryKind::typed_number;
            record.document_number = number;
            record.sex.reset();
            record.birth.reset();
        });
    }
    static std::string shipped_book() {
        return server::Catalogues::load(REXUE_SOURCE_DIR "/assets")->book_in_force(day_one)->name();
    }

    // A newer record of this visit, which no key opens.
    void send_unreadable(const base::Uuid& visit) {
        EXPECT_TRUE(store().put_record(a_house().house,
                                       {.visit = visit,
                                        .revision = 2,
                                        .terminal = terminal_->enrolment.terminal,
                                        .algorithm = wire::sealing_algorithm,
                                        .ciphertext = "AAAA",
                                        .signature = {}},
                                       noon));
    }

    TestTerminal somebody(wire::StaffRole role, const std::string& number) {
        auto desk = enrol(wire::SurfaceKind::staff);
        desk.token = server::keys::make_token();
        EXPECT_TRUE(store().open_session({.token_hash = server::keys::hash_of(desk.token),
                                          .terminal = desk.enrolment.terminal,
                                          .house = a_house().house,
                                          .staff = number,
                                          .name = "示例" + number,
                                          .role = role,
                                          .expires = clock_.wall() + std::chrono::hours(4)},
                                         clock_.wall()));
        return desk;
    }
    TestTerminal nurse() { return somebody(wire::StaffRole::nurse, "1001"); }
    TestTerminal physician(const std::string& number = "1002") {
        return somebody(wire::StaffRole::physician, number);
    }

    static std::string path_of(const base::Uuid& visit) {
        return "/v1/visits/" + visit.to_string() + "/review";
    }
    static wire::Review review_in(const Answer& answer) {
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::from_json<wire::Review>(json::parse(answer.body).value()).value();
    }
    static wire::Review see(const TestTerminal& desk, const base::Uuid& visit) {
        return review_in(desk.get(path_of(visit)));
    }
    static std::vector<wire::ReviewBrief> list(const TestTerminal& desk) {
        const auto answer = desk.get("/v1/houses/test-house/reviews");
        EXPECT_EQ(answer.status, 200) << answer.body;
        return json::from_json<wire::ReviewBriefs>(json::parse(answer.body).value())
            .value()
            .reviews;
    }
    static Answer take(const TestTerminal& desk, const base::Uuid& visit,
                       const wire::ReviewStep& step) {
        return desk.post(path_of(visit), json::to_json(step));
    }
    static wire::ReviewStep corrected(int after, const std::string& question,
                                      const std::string& value) {
        return {.id = an_id(),
                .after = after,
                .correction = wire::Correction{.question = question, .values = {value}}};
    }
    static wire::ReviewStep measured(int after, wire::Measure measure, double value) {
        return {.id = an_id(), .after = after, .measurements = {{{measure, value}}}};
    }
    static wire::ReviewStep decided(int after, wire::DecisionKind kind,
                                    std::optional<base::Date> until = {}) {
        return {.id = an_id(),
                .after = after,
                .decision = {{{wire::DonationType::whole_blood, kind, until},
                              {wire::DonationType::platelets, kind, until}}}};
    }
    static wire::ReviewStep matched(int after, wire::MatchStep step) {
        return {.id = an_id(), .after = after, .special_match = step};
    }
    static bool has_reason(const wire::Review& review, const std::string& code) {
        return std::ranges::find(review.reasons, code, &wire::ReviewReason::code) !=
               review.reasons.end();
    }

    // A question of the form that raises a rule by `true` and is private, or is not.
    std::string a_question(bool is_private, bool is_staff) {
        for (const auto& item : form_->items()) {
            if (item.marks.empty() || item.is_private != is_private || !item.conditions.empty())
                continue;
            const auto& mark = item.marks.front();
            const bool staff = mark.kind == questionnaire::RuleMark::Kind::staff;
            if (mark.raised_by && staff == is_staff) return item.link_id;
        }
        ADD_FAILURE() << "no such question";
        return {};
    }

    std::shared_ptr<const questionnaire::Form> form_;
    std::optional<TestTerminal> terminal_;
    int tickets_ = 0;
};

} // namespace rexue::tests
