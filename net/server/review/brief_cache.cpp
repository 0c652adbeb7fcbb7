#include "net/server/review/brief_cache.h"

#include <algorithm>

namespace rexue::server {

std::optional<wire::ReviewBrief> BriefCache::find(const BriefKey& key, wire::StaffRole role,
                                                  base::Instant now) const {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key.visit);
    if (found == entries_.end() || found->second.key != key) return std::nullopt;
    // A clock that was put back makes nothing young again.
    const auto& [_, briefs, at] = found->second;
    if (now < at || now - at >= kept_for) return std::nullopt;
    return role == wire::StaffRole::physician ? briefs.to_physicians : briefs.to_others;
}

void BriefCache::keep(const BriefKey& key, KeptBriefs briefs, base::Instant now) {
    const std::lock_guard lock(mutex_);
    if (entries_.size() >= most_visits && !entries_.contains(key.visit)) {
        entries_.erase(std::ranges::min_element(entries_, {},
                                                [](const auto& entry) { return entry.second.at; }));
    }
    entries_.insert_or_assign(key.visit, Entry{.key = key, .briefs = std::move(briefs), .at = now});
}

} // namespace rexue::server
