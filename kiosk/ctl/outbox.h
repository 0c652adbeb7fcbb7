// rexuectl outbox: what a terminal still has to deliver, and what the server has refused.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>

namespace rexue::ctl {

// A JSON line an item, oldest first: kind, id, queued, status, tries, refusal. What the items say
// is never written. The terminal may be running. 0; 1 with a sentence on `err`.
int list_outbox(const std::filesystem::path& profile, std::ostream& out, std::ostream& err);

// Puts quarantined items back in line at their old places, by `ids`, or all of them when `ids` is
// empty; a running terminal sends them within a minute. Writes the number put back. 1 when an id
// is none or names nothing quarantined: then nothing has changed.
int requeue(const std::filesystem::path& profile, std::span<const std::string> ids,
            std::ostream& out, std::ostream& err);

} // namespace rexue::ctl
