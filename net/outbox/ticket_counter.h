// This terminal's own count of tickets, a day at a time, kept where a power cut cannot reach it.
#pragma once

#include "platform/base/date_text.h"
#include "platform/base/error.h"
#include "platform/storage/database.h"

namespace rexue::outbox {

// A number may be skipped, it is never given twice. Each day has its own row, so a clock that
// steps back to an earlier day goes on with that day's count, and forward again with the later's.
// All functions belong inside a write transaction of the caller: with it they count or do not.
class TicketCounter {
  public:
    static constexpr int max_count = 9999;
    // After a lost database the numbers given earlier that day are unknown: go on far above what
    // one terminal gives in a day.
    static constexpr int jump_after_loss = 500;

    explicit TicketCounter(storage::Database& database) : database_(database) {}

    // The SQL of its tables.
    static std::string_view schema();

    // 1, 2, 3 … of `day`. limit_exceeded past max_count.
    base::Result<int> next(base::Date day);

    // Numbers of `day` up to `count` have been seen elsewhere (the house log): never give them.
    base::Status raise(base::Date day, int count);

    // `times` databases of this terminal have been lost before this one. The first day that is
    // counted, and all before it, start at `times` * jump_after_loss. Told again, it changes
    // nothing.
    base::Status note_losses(int times);

  private:
    base::Result<int> first_count(base::Date day);
    base::Status store(base::Date day, int count);

    storage::Database& database_;
};

} // namespace rexue::outbox
