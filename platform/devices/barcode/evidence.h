// Whether what was read may be believed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "platform/devices/barcode/look.h"

namespace rexue::devices {

// Collects the readings of one picture, or of a stream's last moments. QR and Data Matrix correct
// their own errors and are believed at once. A Code 128 whose plain picture reads the same along
// many lines is too; any other must be read by two looks of different kinds (another size or
// another filter: looks that differ in the threshold alone make the same mistakes), and by more
// looks than any other text.
class Evidence {
  public:
    // True when `reading`, seen by `look`, may be reported now.
    bool add(const Reading& reading, const Look& look);

    // When a still picture has been looked at in all ways and nothing else was found: what the
    // library alone read in it, if no other text has more witnesses and it is long enough
    // for its check character to mean something.
    std::optional<ScannedCode> last_resort() const;

    void clear() { witnesses_.clear(); }

  private:
    struct Witness {
        std::string text;
        Look look;
    };
    // How many kinds of looks read it; how many read the text most read but for it.
    int kinds_for(const std::string& text) const;
    int kinds_against(const std::string& text) const;

    std::vector<Witness> witnesses_;
};

} // namespace rexue::devices
