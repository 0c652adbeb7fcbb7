#include "kiosk/screens/volunteer/card_words.h"

#include "kiosk/screens/benefit_words.h"
#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::volunteer {

using flow::volunteer::Doubt;
using flow::volunteer::Verdict;
using ui::tr;
using ui::widgets::Tone;

VerdictWords words_of(Verdict verdict) {
    switch (verdict) {
        case Verdict::valid:
            return {tr("Valid"), tr("Please compare the name with an ID card."), Tone::done,
                    "check"};
        case Verdict::expired:
            return {tr("Expired"), tr("It was true once. The station issues a new one."),
                    Tone::attention, "clock"};
        case Verdict::not_yet_valid:
            return {tr("Not valid yet"), tr("It begins on a later day. Is the date here right?"),
                    Tone::attention, "clock"};
        case Verdict::unknown_issuer:
            return {tr("Issuer not known here"),
                    tr("It may be true. Only its own station can say; ask there."), Tone::attention,
                    "help"};
        case Verdict::revoked:
            return {tr("Withdrawn"), tr("The station has taken this card back."), Tone::urgent,
                    "close"};
        case Verdict::altered:
            return {tr("Not genuine"), tr("Somebody has changed it, or made it."), Tone::urgent,
                    "close"};
        case Verdict::seen_before:
            return {tr("Shown before"),
                    tr("This code was shown here already. Ask for a new one on the phone."),
                    Tone::attention, "repeat"};
        case Verdict::seen_elsewhere:
            return {tr("Shown elsewhere"),
                    tr("Another terminal has seen this code. Ask for a new one on the phone."),
                    Tone::attention, "repeat"};
        case Verdict::not_ours:
            return {tr("Not an honour card"), tr("This code belongs to something else."),
                    Tone::attention, "qr"};
        case Verdict::unreadable:
            return {tr("Cannot be read"), tr("Please hold it still, flat and in the light."),
                    Tone::attention, "qr"};
        case Verdict::nothing_held:
            return {tr("No honour card yet"),
                    tr("The centre knows this donor. What is missing stands below."), Tone::calm,
                    "info"};
    }
    return {};
}

std::string_view words_of(Doubt doubt) {
    switch (doubt) {
        case Doubt::withdrawn_list_absent:
            return tr(
                "There is no list of withdrawn cards here: a withdrawn one would not be seen");
        case Doubt::withdrawn_list_old:
            return tr("The list of withdrawn cards is old: connect to the centre");
        case Doubt::replay_unchecked:
            return tr("Whether this code was shown before could not be checked");
        case Doubt::centre_not_asked:
            return tr(
                "Without the line nobody sees here whether this code was shown elsewhere, or "
                "its card withdrawn");
        case Doubt::unknown_at_centre:
            return tr("The centre does not know this number: it may be withdrawn.");
        case Doubt::keys_too_old:
            return tr("The keys here are too old for a phone's code: connect to the centre");
    }
    return {};
}

std::string place_name(const flow::volunteer::Session& session, const std::string& place) {
    if (session.honours == nullptr) return place;
    const auto* book = session.honours->catalogue().of_place(place);
    return book == nullptr ? place : in_shown_language(book->title);
}

std::string as_of_words(const flow::volunteer::Session& session, const std::string& place) {
    if (session.honours == nullptr) return {};
    const auto* book = session.honours->catalogue().of_place(place);
    return book == nullptr || !book->as_of ? std::string() : full_date(*book->as_of);
}

} // namespace rexue::screens::volunteer
