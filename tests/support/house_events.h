// A day in an invented house, told as prose:
//
//   HouseDay day;
//   day.check_in("A001");
//   day.call("A001", "w1");
//   EXPECT_EQ(day.undo(), FoldOutcome::applied);
//
// Each line is an event one minute after the last, with an id of its own.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "kiosk/rules/queue/fold.h"
#include "kiosk/rules/queue/house_event.h"

namespace rexue::support {

inline base::Date date(std::string_view text) {
    return base::parse_date(text).value();
}

inline base::Instant instant(std::string_view text) {
    return base::parse_instant(text).value();
}

// The same number, the same id.
inline base::Uuid uuid(std::uint64_t number) {
    base::Uuid id;
    id.bytes[6] = 0x70;
    id.bytes[8] = 0x80;
    for (size_t i = 0; i < 7; ++i)
        id.bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
    return id;
}

class HouseDay {
  public:
    using Kind = queue::EventKind;
    using Outcome = queue::FoldOutcome;

    explicit HouseDay(std::string_view day = "2026-06-14")
        : day_(date(day)), now_(std::chrono::sys_days(day_) + std::chrono::hours(1)) {}

    Outcome check_in(const std::string& ticket,
                     queue::Intent intent = queue::Intent::whole_blood_400) {
        auto event = of(Kind::checked_in, ticket);
        event.visit = uuid(1'000'000 + next_id_);
        event.intent = intent;
        event.stage = "examination";
        return add(event);
    }
    Outcome call(const std::string& ticket, const std::string& point) {
        return add(at_point(Kind::called, ticket, point));
    }
    Outcome recall(const std::string& ticket, const std::string& point) {
        return add(at_point(Kind::recalled, ticket, point));
    }
    Outcome arrive(const std::string& ticket, const std::string& point) {
        return add(at_point(Kind::arrived, ticket, point));
    }
    Outcome miss(const std::string& ticket) { return add(of(Kind::missed, ticket)); }
    Outcome come_back(const std::string& ticket) { return add(of(Kind::returned, ticket)); }
    Outcome leave(const std::string& ticket) { return add(of(Kind::left, ticket)); }
    Outcome transfer(const std::string& ticket, const std::string& stage) {
        auto event = of(Kind::transferred, ticket);
        event.stage = stage;
        return add(event);
    }
    Outcome ask_for_help() { return add(plain(Kind::help_requested)); }
    Outcome answer_help(const base::Uuid& request) {
        return add(undoing(Kind::help_answered, request));
    }
    // The newest event, or the one named.
    Outcome undo() { return undo(last().id); }
    Outcome undo(const base::Uuid& event) { return add(undoing(Kind::undone, event)); }

    Outcome add(const queue::HouseEvent& event) {
        log_.push_back(event);
        return apply(state_, event);
    }
    // What came last comes again.
    Outcome repeat() { return apply(state_, last()); }

    HouseDay& wait(std::chrono::milliseconds by) {
        now_ += by;
        return *this;
    }
    // Every event from now on happens at once with the last one.
    HouseDay& stand_still() {
        step_ = std::chrono::milliseconds(0);
        return *this;
    }
    HouseDay& next_day() {
        day_ = base::Date(std::chrono::sys_days(day_) + std::chrono::days(1));
        now_ += std::chrono::days(1);
        return *this;
    }

    const queue::QueueState& state() const { return state_; }
    const std::vector<queue::HouseEvent>& log() const { return log_; }
    const queue::HouseEvent& last() const { return log_.back(); }
    const queue::TicketState& ticket(std::string_view number) const {
        return *find_ticket(state_, number);
    }
    // "A002@w2 A001@w1", newest first: what the board shows.
    std::string calls() const {
        std::string text;
        for (const auto& call : state_.calls)
            text += (text.empty() ? "" : " ") + call.ticket + "@" + call.service_point;
        return text;
    }
    // "A001 A003": the line of a stage.
    std::string line(std::string_view stage = "examination") const {
        std::string text;
        for (const auto& waiting : waiting_at(state_, stage))
            text += (text.empty() ? "" : " ") + waiting.ticket;
        return text;
    }

    // Events that are made here but not applied.
    queue::HouseEvent plain(Kind kind) {
        now_ += step_;
        queue::HouseEvent event;
        event.id = uuid(++next_id_);
        event.house = "qd-wusi";
        event.terminal = "t1";
        event.at = now_;
        event.day = day_;
        event.kind = kind;
        return event;
    }
    queue::HouseEvent of(Kind kind, const std::string& ticket) {
        auto event = plain(kind);
        event.ticket = ticket;
        return event;
    }
    queue::HouseEvent at_point(Kind kind, const std::string& ticket, const std::string& point) {
        auto event = of(kind, ticket);
        event.service_point = point;
        return event;
    }
    queue::HouseEvent undoing(Kind kind, const base::Uuid& other) {
        auto event = plain(kind);
        event.undoes = other;
        return event;
    }

  private:
    base::Date day_;
    base::Instant now_;
    std::chrono::milliseconds step_ = std::chrono::minutes(1);
    std::uint64_t next_id_ = 0;
    queue::QueueState state_;
    std::vector<queue::HouseEvent> log_;
};

} // namespace rexue::support
