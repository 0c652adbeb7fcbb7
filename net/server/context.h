// What handlers work with. All of it may be used from any thread.
#pragma once

#include "net/server/cards/card_desk.h"
#include "net/server/follower_hub.h"
#include "net/server/keys/authority.h"
#include "net/server/keys/sealing.h"
#include "net/server/metrics.h"
#include "net/server/review/brief_cache.h"
#include "net/server/review/catalogues.h"
#include "net/server/store/store.h"
#include "platform/time/clock.h"

namespace rexue::server {

struct Context {
    Store& store;
    const time::Clock& clock;
    const keys::Authority& authority;
    const keys::SealingKeys& sealing;
    Metrics& metrics;
    FollowerHub& followers;
    const Catalogues& catalogues;
    BriefCache& briefs;
    const CardDesk& cards;
};

} // namespace rexue::server
