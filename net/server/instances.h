// Which machine uses a terminal's certificate: one at a time.
#pragma once

#include <string_view>

#include "net/server/context.h"
#include "net/server/store/rows.h"

namespace rexue::server {

// Notes that `instance` uses the terminal's certificate now. conflict while another machine has
// been heard within `instance_lease`; that is counted and logged, because somebody has copied a
// terminal's disk. Blocks on the store.
base::Status bind_instance(Context& context, const Terminal& terminal, std::string_view instance);

} // namespace rexue::server
