// rexue-kiosk: one surface of a blood-donation house on one screen.
#include "kiosk/app/kiosk.h"
#include "kiosk/app/options.h"

int main(int argc, char** argv) {
    const rexue::app::Parsed parsed = rexue::app::parse_options(argc, argv);
    if (!parsed.options) return parsed.exit_code;
    return rexue::app::run_kiosk(*parsed.options);
}
