// Sample houses, staff and donors, for trying out and for tests. See assets/sample/README.md.
#pragma once

#include <filesystem>

#include "net/server/store/store.h"

namespace rexue::server {

// Loads houses.json, staff.json, donors.json and stock.json of `folder`. Donations are dated in
// days before `today`. invalid_argument with the file's JSON pointer, not_found for a missing file.
base::Status load_sample(Store& store, const std::filesystem::path& folder, base::Date today);

} // namespace rexue::server
