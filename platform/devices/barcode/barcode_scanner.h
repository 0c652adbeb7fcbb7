// Finds codes in grey pictures, on a thread of its own that always takes the newest one.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/image/grey_image.h"
#include "platform/time/clock.h"

namespace rexue::devices {

enum class CodeFormat { qr, data_matrix, code_128 };
const char* to_string(CodeFormat format);

inline constexpr size_t max_code_bytes = 8192;

struct ScannedCode {
    // Valid UTF-8; what it means is not our business. May hold any character, control characters
    // too. A text longer than max_code_bytes is cut after a whole character: hostile codes are
    // reported so that the terminal can say "not one of ours", and none of ours is that long.
    std::string text;
    CodeFormat format = CodeFormat::qr;
};

// One picture, one answer; the calling thread does the work. Pictures of any size up to 12
// megapixels. What ZXing alone reads is read, by the same means and first; then it is looked for
// light on dark, then smaller, larger, sharpened, averaged and levelled. `budget` is wall time, and
// looked at between the looks: one look at 12 megapixels may take half a second. A Code 128, weak
// against chance readings, is believed only on more than one look's word.
// Pure: no state between calls.
std::optional<ScannedCode> find_code(const image::GreyImage& image,
                                     std::chrono::milliseconds budget);

// Looks for codes in a stream of pictures, on a thread of its own that always takes the newest one.
// A frame gets a few milliseconds: QR codes, dark and light, in every one, heavier looks in turn
// (see LiveScan). `found` is called from that thread, once for each code that stays in view, and
// again after it has been gone for a second. Two codes in view are two reports.
class BarcodeScanner {
  public:
    using Found = std::function<void(ScannedCode)>;

    // `clock` tells how long a code has been gone; kept by reference.
    explicit BarcodeScanner(Found found, const time::Clock& clock = machine_clock());
    ~BarcodeScanner(); // stops the thread after the picture at hand

    // Any thread, never blocks: replaces a picture that still waits.
    void offer(std::shared_ptr<const image::GreyImage> image);

  private:
    static const time::Clock& machine_clock();
    struct Worker;
    std::unique_ptr<Worker> worker_;
};

} // namespace rexue::devices
