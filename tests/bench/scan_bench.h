// What scanning costs, and how soon a code is read.
#pragma once

#include <ostream>

namespace rexue::bench {

// One line of JSON a figure to `out`: `name`, `value`, `unit`. Some ten seconds, one thread.
//   scan_core_share            percent of a core for 720p MJPEG at 15 frames a second, decoding and
//                              scanning, no code in view, a scene that moves in every frame
//   scan_core_share_at_rest    the same, the scene at rest but for the sensor's noise
//   scan_first_frame_p95_ms    from a code's first good frame to its report, waiting for further
//                              frames included, QR dark on light
//   scan_first_frame_inverted_p95_ms   … light on dark
//   decode_frame_ms            one MJPEG frame to grey
// Returns 0, or 1 when a code that must be read was not.
int bench_scanning(std::ostream& out);

} // namespace rexue::bench
