// Whoever can say whether a scanned honour card is true.
#pragma once

#include "kiosk/flow/volunteer/session.h"
#include "net/credential/verify.h"

namespace rexue::app {

class CardVerifier {
  public:
    virtual ~CardVerifier() = default;
    // Never blocks on the line. Any thread.
    virtual credential::Finding verify(std::string_view text, base::Instant at) = 0;
    // How old what it verifies with is.
    virtual flow::volunteer::Trust trust() const = 0;
};

} // namespace rexue::app
