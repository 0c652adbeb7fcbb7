// QR codes as textures, one texel a module, quiet zone included.
#pragma once

#include <list>
#include <string>
#include <string_view>

#include "kiosk/ui/draw/texture.h"

namespace rexue::ui::draw {

class QrCache {
  public:
    // No screen shows more; the oldest goes first.
    static constexpr size_t max_codes = 4;

    // Null for content that no code holds. Dark modules are covered. Valid for four more calls.
    const Texture* find(std::string_view content);
    // Overwrites the contents as well.
    void clear();

  private:
    struct Code {
        std::string content;
        Texture modules;
    };
    std::list<Code> codes_;
};

} // namespace rexue::ui::draw
