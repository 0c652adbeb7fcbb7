// Finds codes in grey pictures, on a thread of its own that always takes the newest one.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "platform/image/grey_image.h"

namespace rexue::devices {

enum class CodeFormat { qr, data_matrix, code_128 };
const char* to_string(CodeFormat format);

struct ScannedCode {
    std::string text; // valid UTF-8, at most max_code_bytes; what it means is not our business
    CodeFormat format = CodeFormat::qr;
};
inline constexpr size_t max_code_bytes = 8192;

// One picture, one answer; the calling thread does the work. Pictures of any size up to 12
// megapixels. Looks again at the inverted picture, at smaller scales, and at sharpened and
// contrast-stretched ones, within `budget`; what is cheap and usual comes first.
// Pure: no state between calls.
std::optional<ScannedCode> find_code(const image::GreyImage& image,
                                     std::chrono::milliseconds budget);

// Feeds pictures to find_code. `found` is called from the scanner's thread, once for a code that
// stays in view (again after it has been gone for a second, or when another is shown).
class BarcodeScanner {
  public:
    using Found = std::function<void(ScannedCode)>;

    explicit BarcodeScanner(Found found);
    ~BarcodeScanner(); // stops the thread after the picture at hand

    // Any thread, never blocks: replaces a picture that still waits.
    void offer(std::shared_ptr<const image::GreyImage> image);

  private:
    struct Worker;
    std::unique_ptr<Worker> worker_;
};

} // namespace rexue::devices
