// The colours in which words are seen, found in the picture itself: what the theme says of them is
// not asked.
#pragma once

#include <optional>
#include <span>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/semantic_tree.h"
#include "kiosk/ui/theme.h"
#include "kiosk/ui/ui.h"
#include "platform/image/picture.h"

namespace rexue::screenshots {

struct DrawnColours {
    ui::Colour ink;
    ui::Colour ground;
};

// The words of one node of a tree that was drawn as this picture.
//   Place   the node's rectangle. Of what can be pressed, without its edge (borders, the edge that
//           a main button stands on, corners through which the page is seen) and without the words
//           of other nodes that lie in it: those are nodes of their own.
//   Ground  the colour of most of its pixels.
//   Ink     of all colours that as many pixels have as half a capital letter is high, the one with
//           the greatest contrast to the ground: where a stroke covers whole pixels, they have the
//           ink's own colour, and at its smooth edges no shade has more contrast than it. So words
//           too thin to reach their own colour anywhere are taken for as pale as they look.
// Two colours are one where no channel differs by more than 2. Nothing when there is only ground:
// what should be read cannot be seen.
std::optional<DrawnColours> drawn_colours(const image::Picture& picture, const ui::Canvas& canvas,
                                          const ui::Node& node, std::span<const ui::Node> all);

} // namespace rexue::screenshots
