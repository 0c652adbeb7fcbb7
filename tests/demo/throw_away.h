// A folder that is gone with the demo, however the demo ends.
#pragma once

#include <filesystem>
#include <functional>

namespace rexue::demo {

// Does `work` in a process of its own, with a fresh folder below the system's temporary one, and
// removes the folder when that process and all that it has started have ended. SIGINT and SIGTERM
// end it. Exit code of the work; 128 + signal after a signal; 1 when no folder can be made.
// To be called before any thread is started.
int work_in_throw_away_folder(const std::function<int(const std::filesystem::path&)>& work);

} // namespace rexue::demo
