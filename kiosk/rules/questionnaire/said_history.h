// What the donor says of the last donation (Q07), beside what is on record. One reading for the
// terminal and the server.
#pragma once

#include "kiosk/rules/donation/inquiry.h"
#include "kiosk/rules/questionnaire/answers.h"

namespace rexue::questionnaire {

enum class SaidHistory {
    taken,   // or nothing was said, because nothing was asked
    unclear, // when or what is not said, or the records say otherwise: staff find out
};

// Puts it into `inquiry`, which has what is on record. A donation that is on record already is not
// counted twice; one that is not counts, wherever it was. Who says "never" and is on record has
// given.
SaidHistory add_said_history(donation::Inquiry& inquiry, const Answers& answers);

} // namespace rexue::questionnaire
