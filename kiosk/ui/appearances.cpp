#include "kiosk/ui/appearances.h"

#include <iterator>
#include <utility>

namespace rexue::ui {

std::chrono::milliseconds Appearances::since(std::string_view id, std::chrono::milliseconds now) {
    auto found = shown_.find(id);
    if (found == shown_.end()) found = shown_.emplace(id, Shown{.since = now}).first;
    found->second.is_drawn = true;
    return found->second.since;
}

void Appearances::end_frame() {
    for (auto entry = shown_.begin(); entry != shown_.end();) {
        const bool is_drawn = std::exchange(entry->second.is_drawn, false);
        entry = is_drawn ? std::next(entry) : shown_.erase(entry);
    }
}

} // namespace rexue::ui
