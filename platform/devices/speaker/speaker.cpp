#include "platform/devices/speaker/speaker.h"

namespace rexue::devices {

std::string_view to_string(SpeakerCondition condition) {
    switch (condition) {
        case SpeakerCondition::absent:
            return "absent";
        case SpeakerCondition::idle:
            return "idle";
        case SpeakerCondition::playing:
            return "playing";
        case SpeakerCondition::unplugged:
            return "unplugged";
        case SpeakerCondition::broken:
            return "broken";
    }
    return "";
}

std::string_view to_string(UtteranceOutcome outcome) {
    switch (outcome) {
        case UtteranceOutcome::played:
            return "played";
        case UtteranceOutcome::stopped:
            return "stopped";
        case UtteranceOutcome::unheard:
            return "unheard";
        case UtteranceOutcome::refused:
            return "refused";
    }
    return "";
}

} // namespace rexue::devices
