#include "tests/net/outbox/failing_disk.h"

#include <csignal>
#include <cstring>
#include <functional>
#include <map>
#include <new>
#include <vector>

#include <sqlite3.h>

#include "platform/base/error.h"

namespace rexue::outbox {

namespace {

struct File {
    sqlite3_file base; // what SQLite sees; must be first
    sqlite3_file* real;
};

DiskFault present_fault = DiskFault::none;
int fault_at = 0;
int operations = 0;
sqlite3_vfs* real_vfs = nullptr;
// How to take back what each file has not synced yet, oldest first.
std::map<sqlite3_file*, std::vector<std::function<void()>>> unsynced;

sqlite3_file* real_of(sqlite3_file* file) {
    return reinterpret_cast<File*>(file)->real;
}

void cut_power() {
    for (auto& [file, undo] : unsynced) {
        for (auto step = undo.rbegin(); step != undo.rend(); ++step)
            (*step)();
    }
    std::raise(SIGKILL);
}

// SQLITE_OK, or what the failing disk says.
int strike() {
    ++operations;
    if (present_fault == DiskFault::power_cut && operations == fault_at) cut_power();
    if (present_fault == DiskFault::full && operations >= fault_at) return SQLITE_FULL;
    return SQLITE_OK;
}

sqlite3_int64 size_of(sqlite3_file* real) {
    sqlite3_int64 size = 0;
    real->pMethods->xFileSize(real, &size);
    return size;
}

// Remembers the bytes of [offset, offset + amount) and the size, to bring both back.
void remember(sqlite3_file* real, sqlite3_int64 offset, sqlite3_int64 amount) {
    const sqlite3_int64 size = size_of(real);
    const sqlite3_int64 kept = std::clamp<sqlite3_int64>(size - offset, 0, amount);
    std::vector<char> before(static_cast<size_t>(kept));
    if (kept > 0) real->pMethods->xRead(real, before.data(), static_cast<int>(kept), offset);
    unsynced[real].push_back([real, offset, size, before = std::move(before)] {
        real->pMethods->xTruncate(real, std::max(size, size_of(real)));
        if (!before.empty()) {
            real->pMethods->xWrite(real, before.data(), static_cast<int>(before.size()), offset);
        }
        real->pMethods->xTruncate(real, size);
    });
}

int do_write(sqlite3_file* file, const void* data, int amount, sqlite3_int64 offset) {
    if (const int failed = strike(); failed != SQLITE_OK) return failed;
    sqlite3_file* real = real_of(file);
    remember(real, offset, amount);
    return real->pMethods->xWrite(real, data, amount, offset);
}

int do_truncate(sqlite3_file* file, sqlite3_int64 size) {
    if (strike() != SQLITE_OK) return SQLITE_IOERR_TRUNCATE;
    sqlite3_file* real = real_of(file);
    remember(real, size, size_of(real) - size);
    return real->pMethods->xTruncate(real, size);
}

int do_sync(sqlite3_file* file, int flags) {
    if (strike() != SQLITE_OK) return SQLITE_IOERR_FSYNC;
    sqlite3_file* real = real_of(file);
    const int done = real->pMethods->xSync(real, flags);
    unsynced[real].clear();
    return done;
}

int do_close(sqlite3_file* file) {
    sqlite3_file* real = real_of(file);
    unsynced.erase(real);
    const int done = real->pMethods->xClose(real);
    ::operator delete(real);
    return done;
}

// Hands a call on to the real file as it is.
template <auto method>
struct Forward;
template <typename... Arguments, int (*sqlite3_io_methods::*method)(sqlite3_file*, Arguments...)>
struct Forward<method> {
    static int call(sqlite3_file* file, Arguments... arguments) {
        sqlite3_file* real = real_of(file);
        return (real->pMethods->*method)(real, arguments...);
    }
};

void barrier(sqlite3_file* file) {
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

const sqlite3_io_methods methods{
    .iVersion = 2,
    .xClose = do_close,
    .xRead = Forward<&sqlite3_io_methods::xRead>::call,
    .xWrite = do_write,
    .xTruncate = do_truncate,
    .xSync = do_sync,
    .xFileSize = Forward<&sqlite3_io_methods::xFileSize>::call,
    .xLock = Forward<&sqlite3_io_methods::xLock>::call,
    .xUnlock = Forward<&sqlite3_io_methods::xUnlock>::call,
    .xCheckReservedLock = Forward<&sqlite3_io_methods::xCheckReservedLock>::call,
    .xFileControl = Forward<&sqlite3_io_methods::xFileControl>::call,
    .xSectorSize = Forward<&sqlite3_io_methods::xSectorSize>::call,
    .xDeviceCharacteristics = Forward<&sqlite3_io_methods::xDeviceCharacteristics>::call,
    .xShmMap = Forward<&sqlite3_io_methods::xShmMap>::call,
    .xShmLock = Forward<&sqlite3_io_methods::xShmLock>::call,
    .xShmBarrier = barrier,
    .xShmUnmap = Forward<&sqlite3_io_methods::xShmUnmap>::call,
};

int do_open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    auto* ours = reinterpret_cast<File*>(file);
    ours->base.pMethods = nullptr;
    ours->real =
        static_cast<sqlite3_file*>(::operator new(static_cast<size_t>(real_vfs->szOsFile)));
    std::memset(ours->real, 0, static_cast<size_t>(real_vfs->szOsFile));
    const int opened = real_vfs->xOpen(real_vfs, name, ours->real, flags, out_flags);
    if (opened != SQLITE_OK) {
        ::operator delete(ours->real);
        return opened;
    }
    ours->base.pMethods = &methods;
    return SQLITE_OK;
}

} // namespace

void use_failing_disk() {
    real_vfs = sqlite3_vfs_find(nullptr);
    static sqlite3_vfs vfs = *real_vfs;
    vfs.zName = "failing";
    vfs.szOsFile = sizeof(File);
    vfs.xOpen = do_open;
    REXUE_ASSERT(sqlite3_vfs_register(&vfs, 1) == SQLITE_OK);
}

void fail_at(DiskFault fault, int operation) {
    present_fault = fault;
    fault_at = operation;
    operations = 0;
}

int operations_so_far() {
    return operations;
}

} // namespace rexue::outbox
