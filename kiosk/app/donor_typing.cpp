#include "kiosk/app/donor_typing.h"

#include <algorithm>
#include <utility>

#include "kiosk/rules/identity/number_check.h"
#include "platform/base/secret_text.h"

namespace rexue::app {

namespace donor = flow::donor;
namespace keyboard = ui::keyboard;
using keyboard::Field;
using keyboard::Keystroke;
using keyboard::Verdict;

namespace {

std::optional<Field> field_of(donor::State state) {
    switch (state) {
        case donor::State::typing_number:
            return Field::resident_number;
        case donor::State::typing_name:
            return Field::name;
        default:
            return std::nullopt;
    }
}

// Who reads the screens in Latin letters most likely has a name in them.
keyboard::Layout first_layout(const donor::Preferences& preferences) {
    return preferences.language.starts_with("en") ? keyboard::Layout::latin
                                                  : keyboard::Layout::pinyin;
}

// Its text wipes itself.
void wipe_ink(Keystroke& keystroke) {
    std::ranges::fill(keystroke.points, input_method::InkPoint{});
}

} // namespace

void DonorTyping::follow(const donor::Session& session) {
    const auto wanted = field_of(session.state);
    if (wanted == field_) return;
    wipe();
    field_ = wanted;
    if (!field_) return;
    begin(typing_, *field_, first_layout(session.preferences));
    // Back from the next page: what was typed is still there to be mended.
    if (!session.visit.typed) return;
    const auto& typed = *session.visit.typed;
    typing_.text += field_ == Field::name ? typed.name : typed.number;
}

Verdict DonorTyping::verdict(base::Date today) const {
    if (field_ != Field::resident_number || !is_whole_number(typing_)) return Verdict::unfinished;
    return identity::check_number(typing_.text, today).valid ? Verdict::fits : Verdict::misfits;
}

std::optional<donor::Event> DonorTyping::finished(const Keystroke& keystroke,
                                                  base::Date today) const {
    const bool is_name = field_ == Field::name;
    if (keystroke.kind == Keystroke::Kind::leave_to_staff) {
        if (!is_name) return donor::NumberLeftToStaff{};
        return donor::NameTyped{.name = typing_.text, .by = donor::NameBy::staff};
    }
    if (keystroke.kind != Keystroke::Kind::finish || !can_finish(typing_)) return std::nullopt;
    if (is_name) return donor::NameTyped{.name = typing_.text, .by = donor::NameBy::donor};
    if (verdict(today) != Verdict::fits) return std::nullopt;
    return donor::NumberTyped{.number = typing_.text};
}

DonorTyping::Pumped DonorTyping::pump(base::Date today) {
    Pumped pumped;
    for (Keystroke& keystroke : struck_) {
        // What is done with is not typed into any more.
        if (field_ && !pumped.event) {
            apply(typing_, keystroke);
            pumped.event = finished(keystroke, today);
            pumped.changed = true;
        }
        wipe_ink(keystroke);
    }
    struck_.clear();
    if (auto outcome = engines_.take()) {
        if (outcome->answer) {
            take(typing_, std::move(*outcome->answer));
        } else {
            take_failure(typing_, outcome->question);
        }
        pumped.changed = true;
    }
    if (auto query = next_query(typing_)) {
        engines_.ask(std::move(*query));
        input_method::wipe(*query); // what a move leaves of short texts
    }
    return pumped;
}

void DonorTyping::wipe() {
    for (Keystroke& keystroke : struck_)
        wipe_ink(keystroke);
    struck_.clear();
    keyboard::wipe(typing_);
    engines_.forget();
    field_.reset();
}

} // namespace rexue::app
