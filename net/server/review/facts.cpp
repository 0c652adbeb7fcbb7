#include "net/server/review/facts.h"

#include "kiosk/rules/identity/number_check.h"

namespace rexue::server {

using donation::Sex;

namespace {

void add_number(Facts& facts, const std::string& number) {
    const auto told = identity::check_number(number, facts.visited);
    if (!facts.birth) facts.birth = told.birth;
    if (facts.sex) return;
    if (told.sex == identity::Sex::male) facts.sex = Sex::male;
    if (told.sex == identity::Sex::female) facts.sex = Sex::female;
}

} // namespace

Facts facts_of(const wire::VisitRecord& record, const std::optional<Donor>& donor,
               base::Date visited) {
    Facts facts{.birth = record.birth, .sex = {}, .history = {}, .visited = visited};
    if (record.sex == "male") facts.sex = Sex::male;
    if (record.sex == "female") facts.sex = Sex::female;
    if (record.document_number) add_number(facts, *record.document_number);
    if (!donor) return facts;
    add_number(facts, donor->document_number);
    facts.history = donor->donations;
    return facts;
}

void add_deferrals(Facts& facts, const std::vector<KeptDeferral>& kept, const base::Uuid& visit) {
    for (const KeptDeferral& one : kept) {
        if (one.visit == visit) continue;
        const bool is_blood = one.deferral.type == wire::DonationType::whole_blood;
        facts.deferrals.push_back({.type = is_blood ? donation::DonationType::whole_blood
                                                    : donation::DonationType::platelets,
                                   .until = one.deferral.until});
    }
}

std::vector<Sex> possible_sexes(const Facts& facts) {
    if (facts.sex) return {*facts.sex};
    return {Sex::male, Sex::female};
}

} // namespace rexue::server
