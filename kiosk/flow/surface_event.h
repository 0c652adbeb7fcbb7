// What can happen to every surface, whoever stands in front of it.
#pragma once

#include "kiosk/flow/health.h"
#include "kiosk/flow/house.h"
#include "kiosk/flow/link.h"
#include "kiosk/rules/queue/fold.h"

namespace rexue::flow {

struct HouseChanged {
    House house;
};
struct QueueMoved {
    queue::QueueState queue;
};
struct LinkChanged {
    Link link;
};
struct HealthChanged {
    Health health;
};
struct Touched {}; // anywhere: somebody is there
struct Ticked {};  // a deadline of next_deadline has passed

// Says all that an older one said: of those that wait only the newest means anything.
template <typename Event>
inline constexpr bool replaces_older = false;
template <>
inline constexpr bool replaces_older<HouseChanged> = true;
template <>
inline constexpr bool replaces_older<QueueMoved> = true;
template <>
inline constexpr bool replaces_older<LinkChanged> = true;
template <>
inline constexpr bool replaces_older<HealthChanged> = true;
template <>
inline constexpr bool replaces_older<Touched> = true;
template <>
inline constexpr bool replaces_older<Ticked> = true;

} // namespace rexue::flow
