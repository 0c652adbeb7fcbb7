// Whether what an operator says of a house holds together.
#pragma once

#include "net/wire/house.h"
#include "platform/base/error.h"

namespace rexue::server {

// invalid_argument with the JSON pointer of the first fault: no id, a time that is none, an offset
// beyond those of the earth, a stage or a service point named twice, a service point of a stage
// that the house does not have.
base::Status check_house(const wire::House& house);

} // namespace rexue::server
