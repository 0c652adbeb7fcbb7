// A staff surface without a screen, signed in or not.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/flow/staff/transition.h"
#include "tests/support/house_events.h"
#include "tests/support/houses.h"

namespace rexue::support {

class StaffDesk {
  public:
    StaffDesk() {
        session.house = a_house();
        session.link = flow::Link::online;
        now.wall = instant("2026-06-14T02:24:05.000Z");
    }

    StaffDesk& on(const flow::staff::Event& event) {
        auto outcome = transition(session, event, now);
        session = std::move(outcome.session);
        effects = std::move(outcome.effects);
        return *this;
    }
    StaffDesk& type(std::string_view digits) {
        for (const char digit : digits)
            on(flow::staff::DigitTapped{.digit = digit});
        return *this;
    }
    // Number, PIN, and the button after each.
    StaffDesk& enter(std::string_view number = "1001", std::string_view pin = "2468") {
        type(number).on(flow::staff::SignInTapped{});
        return type(pin).on(flow::staff::SignInTapped{});
    }
    StaffDesk& signed_in(std::string token = "token-1", std::string name = "示例护士",
                         flow::staff::Role role = flow::staff::Role::nurse) {
        return on(flow::staff::SignedIn{.token = std::move(token),
                                        .name = std::move(name),
                                        .expires = now.wall + std::chrono::hours(8),
                                        .role = role});
    }
    StaffDesk& at(std::string point, flow::staff::Role role = flow::staff::Role::nurse) {
        return enter()
            .signed_in("token-1", "示例护士", role)
            .on(flow::staff::DeskTapped{.service_point = std::move(point)});
    }
    StaffDesk& tap(flow::staff::Command command) {
        return on(flow::staff::CommandTapped{.command = command});
    }
    StaffDesk& see(const HouseDay& day) {
        return on(flow::staff::QueueMoved{.queue = day.state()});
    }
    StaffDesk& pass(std::chrono::milliseconds time) {
        now.steady += time;
        now.wall += time;
        return on(flow::staff::Ticked{});
    }
    template <typename E>
    const E* effect() const {
        for (const auto& one : effects)
            if (const E* found = std::get_if<E>(&one)) return found;
        return nullptr;
    }

    flow::staff::Session session;
    flow::Now now;
    std::vector<flow::staff::Effect> effects; // of the last event
};

} // namespace rexue::support
