// The forms of a talk, with the rulebooks as the station reads them.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "kiosk/flow/donor/forms.h"

namespace rexue::app {

// `settings` as the server sends them with the house. Null when they do not fit these books, which
// is logged: then staff talk with every donor, and nobody is cleared by a rule that the station has
// set otherwise. Null stays null. Any thread.
std::shared_ptr<const flow::donor::Forms> as_station_reads(
    const std::shared_ptr<const flow::donor::Forms>& forms,
    const std::optional<std::string>& settings);

} // namespace rexue::app
