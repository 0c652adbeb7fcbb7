// A disk under SQLite that fails at a chosen write: the power goes, or there is no room.
#pragma once

namespace rexue::outbox {

enum class DiskFault {
    none,
    // At the write: whatever was not synced before it is undone in the files, then SIGKILL.
    power_cut,
    // That write and all after it find no room, until the fault is taken away.
    full,
};

// Every database that is opened afterwards in this process lies on this disk.
void use_failing_disk();

// The fault strikes at the `operation`th write, truncation or sync from now, counted from 1.
void fail_at(DiskFault fault, int operation);

// Writes, truncations and syncs since fail_at.
int operations_so_far();

} // namespace rexue::outbox
