// Random bytes from the kernel, for identifiers and secrets.
#pragma once

#include <cstddef>
#include <span>

namespace rexue::base {

// Fills `bytes` from getrandom(2). Blocks only before the kernel's pool is ready at boot.
void fill_random(std::span<std::byte> bytes);

// Overwrites memory that held something personal; never optimised away.
void wipe(std::span<std::byte> bytes);

} // namespace rexue::base
