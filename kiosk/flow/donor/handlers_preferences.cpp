#include <algorithm>

#include "kiosk/flow/donor/handlers.h"

namespace rexue::flow::donor {

namespace {

void use(Outcome& outcome, const Now& now) {
    arm_idle(outcome.session, now);
    outcome.effects.emplace_back(UsePreferences{.preferences = outcome.session.preferences});
}

template <typename Switch>
void flip(Switch& which, Switch one, Switch other) {
    which = which == one ? other : one;
}

} // namespace

void use_language(Outcome& outcome, const Event& event, const Now& now) {
    outcome.session.preferences.language = std::get<LanguageTapped>(event).language;
    use(outcome, now);
}

void switch_care(Outcome& outcome, const Event&, const Now& now) {
    flip(outcome.session.preferences.mode, Mode::care, Mode::normal);
    use(outcome, now);
}

void switch_reach(Outcome& outcome, const Event&, const Now& now) {
    flip(outcome.session.preferences.reach, Reach::low, Reach::full);
    use(outcome, now);
}

void switch_adjusting(Outcome& outcome, const Event&, const Now& now) {
    outcome.session.adjusting = !outcome.session.adjusting;
    arm_idle(outcome.session, now);
}

void use_contrast(Outcome& outcome, const Event& event, const Now& now) {
    outcome.session.preferences.contrast = std::get<ContrastTapped>(event).contrast;
    use(outcome, now);
}

void use_text_step(Outcome& outcome, const Event& event, const Now& now) {
    outcome.session.preferences.text = std::get<TextStepTapped>(event).text;
    use(outcome, now);
}

void switch_read_aloud(Outcome& outcome, const Event&, const Now& now) {
    flip(outcome.session.preferences.read_aloud, ReadAloud::on, ReadAloud::off);
    use(outcome, now);
}

void use_volume(Outcome& outcome, const Event& event, const Now& now) {
    outcome.session.preferences.volume =
        std::clamp(std::get<VolumeTapped>(event).volume, 1, Preferences::loudest);
    use(outcome, now);
}

} // namespace rexue::flow::donor
