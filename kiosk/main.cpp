// rexue-kiosk: one surface of a blood-donation house on one screen.
#include <iostream>

#include <malloc.h>

#include "kiosk/app/kiosk.h"
#include "kiosk/app/options.h"

int main(int argc, char** argv) {
    // A dozen threads that mostly sleep would each keep an arena of their own; and buffers of a
    // picture's size go back to the system when they are freed, not into a pool.
    mallopt(M_ARENA_MAX, 2);
    mallopt(M_MMAP_THRESHOLD, 128 * 1024);
    mallopt(M_TRIM_THRESHOLD, 256 * 1024);
    const rexue::app::Parsed parsed = rexue::app::parse_options(argc, argv);
    if (parsed.drawing) return rexue::app::draw_screen(*parsed.drawing, std::cout, std::cerr);
    if (!parsed.options) return parsed.exit_code;
    return rexue::app::run_kiosk(*parsed.options);
}
