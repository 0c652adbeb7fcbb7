#include "kiosk/screens/donor/verdict_words.h"

#include <algorithm>

#include "kiosk/screens/words.h"
#include "kiosk/ui/strings.h"

namespace rexue::screens::donor {

using donation::Assessment;
using donation::Outcome;
using ui::tr;

std::string type_words(donation::DonationType type) {
    return std::string(type == donation::DonationType::whole_blood ? tr("Whole blood")
                                                                   : tr("Platelets by apheresis"));
}

std::string day_words(const Assessment& assessment) {
    if (assessment.outcome == Outcome::eligible) return std::string(tr("Possible today"));
    if (assessment.earliest) return say(tr("From {} on"), full_date(*assessment.earliest));
    return std::string(tr("Our staff tell you when"));
}

std::string reason_words(const flow::donor::Visit& visit, const Assessment& assessment,
                         base::Date today) {
    const donation::Rulebook* book = visit.forms ? visit.forms->books.in_force(today) : nullptr;
    if (book == nullptr) return {};
    const donation::Reason* lasting = nullptr;
    for (const donation::Reason& reason : assessment.reasons) {
        const bool longer = lasting == nullptr || (lasting->until && !reason.until) ||
                            (lasting->until && reason.until && *reason.until > *lasting->until);
        if (longer) lasting = &reason;
    }
    const donation::Rule* rule = lasting == nullptr ? nullptr : book->find(lasting->rule);
    return rule == nullptr ? std::string()
                           : std::string(book->reason_words(*rule, ui::current_language()));
}

namespace {

bool is_told(const donation::Rule& rule) {
    return rule.kind != donation::Kind::permanent && rule.kind != donation::Kind::decided;
}

} // namespace

std::vector<std::string> reasons_for_staff(const flow::donor::Visit& visit,
                                           const Assessment& assessment, base::Date today) {
    const donation::Rulebook* book = visit.forms ? visit.forms->books.in_force(today) : nullptr;
    if (book == nullptr) return {};
    std::vector<std::string> words;
    for (const donation::Reason& reason : assessment.reasons) {
        const donation::Rule* rule = book->find(reason.rule);
        if (rule == nullptr || !is_told(*rule)) continue;
        std::string told(book->reason_words(*rule, ui::current_language()));
        if (std::ranges::find(words, told) == words.end()) words.push_back(std::move(told));
    }
    return words;
}

} // namespace rexue::screens::donor
