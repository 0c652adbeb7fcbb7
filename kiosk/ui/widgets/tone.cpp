#include "kiosk/ui/widgets/tone.h"

#include "platform/base/error.h"

namespace rexue::ui::widgets {

ToneLook look_of(Tone tone) {
    switch (tone) {
        case Tone::calm:
            return {Ground::card, Ink::primary, "info"};
        case Tone::done:
            return {Ground::done, Ink::done, "check"};
        case Tone::attention:
            return {Ground::attention, Ink::attention, "warning"};
        case Tone::honour:
            return {Ground::honour, Ink::honour, "star"};
        case Tone::urgent:
            return {Ground::action_tint, Ink::action, "bell"};
    }
    REXUE_ASSERT(!"a tone that has no look");
}

} // namespace rexue::ui::widgets
