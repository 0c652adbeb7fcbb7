// What may be chosen at the terminal: the amounts that the rulebook in force offers.
#pragma once

#include <vector>

#include "kiosk/flow/donor/visit.h"

namespace rexue::flow::donor {

// V01, V02, smallest first, whole blood before platelets. Without a book in force, and of a kind
// for which the book names no amount, every amount that this terminal knows. What weight an amount
// asks for (V03) is seen when staff weigh.
//
// A book may name an amount that this terminal has no choice for: then it is not offered. Books
// ship with the program, and a test holds every one of them to the choices.
std::vector<queue::Intent> offered(const Visit& visit, base::Date today);

} // namespace rexue::flow::donor
