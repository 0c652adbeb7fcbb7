// POST /v1/staff/sessions: a PIN for a short session with a role.
#pragma once

#include <string>

#include <boost/describe.hpp>

#include "platform/base/date_text.h"

namespace rexue::wire {

enum class StaffRole { nurse, physician, operator_ };
BOOST_DESCRIBE_ENUM(StaffRole, nurse, physician, operator_)

struct SignIn {
    std::string staff; // staff number, digits
    std::string pin;   // 4–12 digits
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (staff, pin))

// 200; 401 unauthenticated for a wrong number or PIN alike; after five wrong ones in a row the
// account waits 60 s, then twice as long each time (503 unavailable with Retry-After).
struct StaffSession {
    std::string token; // sent as `Authorization: Bearer …` beside the client certificate
    std::string name;
    StaffRole role = StaffRole::nurse;
    base::Instant expires{};
};
BOOST_DESCRIBE_STRUCT(StaffSession, (), (token, name, role, expires))

} // namespace rexue::wire
