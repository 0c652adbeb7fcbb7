// Whom a DonorQuery means.
#pragma once

#include "net/server/store/store.h"
#include "net/wire/donors.h"

namespace rexue::server {

// invalid_argument for a query with both numbers or none; not_found.
base::Result<Donor> find_donor(Store& store, const wire::DonorQuery& query);

} // namespace rexue::server
