// The files a talk with a donor goes by.
#pragma once

#include <filesystem>
#include <memory>

#include "kiosk/flow/donor/forms.h"
#include "platform/base/error.h"

namespace rexue::app {

// From the folders questionnaires, rulebooks and consents of `assets`. All of it or an error that
// names the file: nothing is shown by halves. A form with a question that the screens cannot ask is
// refused (unsupported).
base::Result<std::shared_ptr<const flow::donor::Forms>> load_forms(
    const std::filesystem::path& assets);

} // namespace rexue::app
