// Names of things that cross the wire.
#pragma once

#include "platform/base/strong_id.h"

namespace rexue::wire {

using HouseId = base::StrongId<struct HouseTag>;       // "qd-wusi"
using TerminalId = base::StrongId<struct TerminalTag>; // given at enrolment
using DonorId = base::StrongId<struct DonorTag>;       // the server's, opaque

} // namespace rexue::wire
