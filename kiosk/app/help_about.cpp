#include "kiosk/app/help_about.h"

#include "kiosk/rules/queue/house_event.h"

namespace rexue::app {

namespace donor = flow::donor;
namespace about = queue::help_about;

namespace {

std::string_view broken_device(const donor::Session& session) {
    if (session.printer == donor::Printer::out_of_paper) return about::out_of_paper;
    if (session.printer == donor::Printer::broken) return about::printer;
    return about::id_reader;
}

bool reads_cards(donor::Reader reader) {
    switch (reader) {
        case donor::Reader::ready:
        case donor::Reader::reading:
        case donor::Reader::card_done:
        case donor::Reader::card_moved:
        case donor::Reader::card_unread:
            return true;
        case donor::Reader::absent:
        case donor::Reader::connecting:
        case donor::Reader::unplugged:
        case donor::Reader::silent:
        case donor::Reader::garbled:
        case donor::Reader::faulty:
            return false;
    }
    return false;
}

bool prints(donor::Printer printer) {
    return printer == donor::Printer::ready || printer == donor::Printer::printing ||
           printer == donor::Printer::low;
}

} // namespace

std::string_view help_about(const donor::Session& session) {
    // Nobody at the terminal has asked: the terminal does.
    if (session.help == donor::Help::none) return broken_device(session);
    if (session.state != donor::State::see_staff) return {};
    switch (session.handover) {
        case donor::Handover::no_number:
            return about::no_number;
        case donor::Handover::enter_number:
            return about::enter_number;
    }
    return {};
}

bool is_mended(const donor::Session& session, std::string_view what) {
    if (what == about::id_reader) return reads_cards(session.reader);
    if (what == about::out_of_paper || what == about::printer) return prints(session.printer);
    return false;
}

} // namespace rexue::app
