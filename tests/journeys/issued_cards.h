// Honour cards as a house's own server issues them to donors of the sample.
#pragma once

#include <string>

#include "net/server/setup.h"
#include "tests/net/client/house_server.h"

namespace rexue::journeys {

inline constexpr const char* forty_times = "000000196903030065";
inline constexpr const char* another_holder = "000000197508090038";

server::IssuedCard issued_by(client::HouseServer& server, const char* document = forty_times);

// As the holder's phone shows it at that time.
std::string phones_code_of(const server::IssuedCard& card, client::HouseServer& server,
                           base::Instant at);

} // namespace rexue::journeys
