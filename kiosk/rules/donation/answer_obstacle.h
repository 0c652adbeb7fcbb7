// The days that one answer bars.
#pragma once

#include "kiosk/rules/donation/obstacle.h"

namespace rexue::donation {

// A window bars until its end. Without a case, of several the longest counts that has an end (a day
// was given), for nobody may be cleared by a shorter one.
//
// A period (T03a) bars from three days before its first day through three days after its last;
// these are whole days, so that the fourth is free on either side. One day alone is the last when
// it is past, and the first when it lies ahead: then nobody can say when it will be over.
//
// An ongoing condition, a permanent rule and a finding bar without an end, whatever the date.
Obstacle obstacle_of(const Rule& rule, const Answer& answer, base::Date on);

} // namespace rexue::donation
