#include "tests/bench/process_cost.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <poll.h>
#include <unistd.h>

namespace rexue::bench {

namespace {

namespace fs = std::filesystem;

struct Seen {
    std::string name;
    double processor_seconds = 0;
    long switches = 0;
};

// The number of a line "Name:   123 …" of a file of /proc, or 0.
long number_after(const fs::path& file, std::string_view name) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(name)) continue;
        long number = 0;
        std::istringstream(line.substr(name.size())) >> number;
        return number;
    }
    return 0;
}

// proc(5): fields 14 and 15 of stat are utime and stime in clock ticks; the name in field 2 may
// hold spaces, so the fields are counted from its closing bracket.
double processor_seconds(const fs::path& stat) {
    std::string line;
    std::getline(std::ifstream(stat), line);
    const auto bracket = line.rfind(')');
    if (bracket == std::string::npos) return 0;
    std::istringstream fields(line.substr(bracket + 2));
    std::string skipped;
    for (int field = 3; field < 14; ++field)
        fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

std::map<std::string, Seen> look_at_threads(const fs::path& process) {
    std::map<std::string, Seen> threads;
    std::error_code gone;
    for (const auto& entry : fs::directory_iterator(process / "task", gone)) {
        Seen seen;
        std::getline(std::ifstream(entry.path() / "comm"), seen.name);
        seen.processor_seconds = processor_seconds(entry.path() / "stat");
        seen.switches = number_after(entry.path() / "status", "voluntary_ctxt_switches:");
        threads[entry.path().filename().string()] = seen;
    }
    return threads;
}

fs::path folder_of(pid_t process) {
    return fs::path("/proc") / std::to_string(process);
}

} // namespace

base::Result<double> pss_megabytes(pid_t process) {
    const long kibibytes = number_after(folder_of(process) / "smaps_rollup", "Pss:");
    if (kibibytes == 0) return base::fail(base::ErrorCode::unavailable, "no PSS to be read");
    return static_cast<double>(kibibytes) * 1024 / 1e6;
}

base::Result<IdleCost> watch_idle(pid_t process, std::chrono::seconds duration) {
    const fs::path folder = folder_of(process);
    const auto before = look_at_threads(folder);
    const double spent_before = processor_seconds(folder / "stat");
    const auto start = std::chrono::steady_clock::now();
    poll(nullptr, 0, static_cast<int>(std::chrono::milliseconds(duration).count()));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    const auto after = look_at_threads(folder);
    if (after.empty()) return base::fail(base::ErrorCode::unavailable, "the program has ended");

    IdleCost cost;
    cost.core_percent = (processor_seconds(folder / "stat") - spent_before) / took.count() * 100;
    for (const auto& [id, now] : after) {
        const auto then = before.find(id);
        const Seen base = then == before.end() ? Seen{} : then->second;
        const double wakes = static_cast<double>(now.switches - base.switches) / took.count();
        if (wakes == 0) continue;
        cost.wakes_per_second += wakes;
        cost.threads.push_back({.name = now.name,
                                .wakes_per_second = wakes,
                                .core_percent = (now.processor_seconds - base.processor_seconds) /
                                                took.count() * 100});
    }
    std::ranges::sort(cost.threads, std::ranges::greater{}, &ThreadCost::wakes_per_second);
    return cost;
}

} // namespace rexue::bench
