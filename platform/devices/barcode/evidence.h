// Whether what was read may be believed.
#pragma once

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
    void clear() { witnesses_.clear(); }

  private:
    struct Witness {
        std::string text;
        Scale scale;
        Filter filter;
    };
    int kinds_for(const std::string& text) const;

    std::vector<Witness> witnesses_;
};

} // namespace rexue::devices
