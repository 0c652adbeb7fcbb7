// What donors touch has no dock.
#include "kiosk/app/dock.h"

namespace rexue::app {

std::unique_ptr<Dock> make_dock(const DockOptions&, const time::Clock&) {
    return nullptr;
}

} // namespace rexue::app
