// What the rules say of a type, in the donor's words.
#pragma once

#include <string>
#include <vector>

#include "kiosk/flow/donor/visit.h"

namespace rexue::screens::donor {

std::string type_words(donation::DonationType type);
// "Possible today", "From 2 May 2027", "Our staff tell you when".
std::string day_words(const donation::Assessment& assessment);
// Why, of the reason that lasts longest; empty where nothing stands or it is not for the donor.
// Only of an assessment for the donor.
std::string reason_words(const flow::donor::Visit& visit, const donation::Assessment& assessment,
                         base::Date today);
// Why staff are to be asked, each reason once, in the book's order; likewise only for the donor. An
// illness that lasts is not among them, nor what a physician has decided: that is talked of alone,
// not read by who stands behind.
std::vector<std::string> reasons_for_staff(const flow::donor::Visit& visit,
                                           const donation::Assessment& assessment,
                                           base::Date today);

} // namespace rexue::screens::donor
