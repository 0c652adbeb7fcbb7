// The dynamic codes that were shown at this terminal, in a file of its profile: a restart in the
// middle of a half minute does not make a screenshot good again.
#pragma once

#include <filesystem>
#include <memory>

#include "net/credential/seen_codes.h"
#include "platform/storage/database.h"

namespace rexue::client {

// Belongs to one thread at a time. Each code is on disk before it is called new; codes past
// credential::kept_steps go when the next one comes, so that the file stays small; how far they
// went is kept.
class SeenCodesFile final : public credential::SeenCodes {
  public:
    // Creates the file if there is none. io, corrupt, storage_full.
    static base::Result<std::unique_ptr<SeenCodesFile>> open(const std::filesystem::path& file);

    base::Result<bool> first_time(const credential::SeenCode& code, std::int64_t now_step) override;

  private:
    explicit SeenCodesFile(storage::Database database) : database_(std::move(database)) {}

    base::Status forget_before(std::int64_t step);
    base::Result<std::int64_t> forgotten_to();

    storage::Database database_;
};

} // namespace rexue::client
