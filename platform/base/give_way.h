// Which threads go first when there is more to do than cores to do it.
#pragma once

namespace rexue::base {

// The calling thread lets the others of the machine go first from now on: for work that may come a
// moment later, beside a screen that may not. Does nothing where the system does not let it.
void give_way();

} // namespace rexue::base
