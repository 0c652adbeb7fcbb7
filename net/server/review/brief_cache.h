// What the list of reviews says of a visit, kept until there is something new: to open and to judge
// every record of the day again for every desk that looks takes longer than the desks' patience.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "net/wire/review.h"

namespace rexue::server {

// Steps are only ever added, so their number tells whether there is a new one.
struct BriefKey {
    base::Uuid visit;
    int revision = 1; // of the record
    size_t steps = 0;
    base::Date day{}; // that it was judged for

    bool operator==(const BriefKey&) const = default;
};

// As the list shows it: no name, no answer, no figure.
struct KeptBriefs {
    wire::ReviewBrief to_physicians;
    wire::ReviewBrief to_others;
};

// Any thread. What a donor's earlier donations say may change without a step: nothing is kept for
// longer than a minute, and a visit that is opened is always judged anew.
class BriefCache {
  public:
    static constexpr size_t most_visits = 1000;
    static constexpr std::chrono::minutes kept_for{1};

    std::optional<wire::ReviewBrief> find(const BriefKey& key, wire::StaffRole role,
                                          base::Instant now) const;
    // In place of what there was of this visit. When it is full, the oldest goes.
    void keep(const BriefKey& key, KeptBriefs briefs, base::Instant now);

  private:
    struct Entry {
        BriefKey key;
        KeptBriefs briefs;
        base::Instant at{};
    };

    mutable std::mutex mutex_;
    std::map<base::Uuid, Entry> entries_;
};

} // namespace rexue::server
