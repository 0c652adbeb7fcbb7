#include "kiosk/screens/link_pill.h"

#include "kiosk/ui/strings.h"

namespace rexue::screens {

using ui::tr;

LinkPill link_pill(flow::Link link) {
    switch (link) {
        case flow::Link::online:
            return {"check", tr("Centre connected"), ui::Ground::done, ui::Ink::done};
        case flow::Link::connecting:
            return {"clock", tr("Connecting to the centre")};
        case flow::Link::offline:
            return {"network_off", tr("Line is down")};
        case flow::Link::untrusted:
        case flow::Link::duplicate_terminal:
            return {"warning", tr("Not connected")};
    }
    return {"warning", ""};
}

} // namespace rexue::screens
