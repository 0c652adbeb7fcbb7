// The fonts all text is drawn with: one Pango context, set up by code and not by the machine.
#pragma once

#include "kiosk/ui/text/glib_pointer.h"
#include "kiosk/ui/theme.h"

namespace rexue::ui::text {

// Grey antialiasing, no hinting, simplified forms of Han characters first, then the fonts with
// the rare planes: whatever /etc/fonts says, the same text gives the same pixels. Window thread
// only, as everything in this folder.
class Fonts {
  public:
    // Made at the first call (some ten milliseconds: Pango reads the font lists) and kept.
    static Fonts& shared();

    // A layout of its own with no text yet.
    ObjectPointer<PangoLayout> new_layout(float em_px, Weight weight) const;

    // The height of capitals in em, from the font itself.
    float capital_em() const { return capital_em_; }

  private:
    Fonts();
    float measured_capital_em() const;

    ObjectPointer<PangoFontMap> map_;
    ObjectPointer<PangoContext> context_;
    float capital_em_ = 0;
};

} // namespace rexue::ui::text
