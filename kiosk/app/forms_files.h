// The files a talk with a donor goes by.
#pragma once

#include <filesystem>
#include <memory>

#include "kiosk/flow/donor/forms.h"
#include "platform/base/error.h"

namespace rexue::app {

// What `assets`/forms.json names, and all rulebooks. All of it or an error that names the file:
// nothing is shown by halves. A form with a question that the screens cannot ask, or without one
// that the program fills in itself, is refused (unsupported). Words that no station has approved
// are used, and logged.
base::Result<std::shared_ptr<const flow::donor::Forms>> load_forms(
    const std::filesystem::path& assets);

} // namespace rexue::app
