#include <string>
#include <utility>

#include "kiosk/screens/samples/sample_house.h"
#include "kiosk/screens/samples/scenes.h"
#include "kiosk/screens/volunteer/volunteer_screens.h"

namespace rexue::screens::samples {

namespace {

using namespace flow::volunteer;
using std::chrono::day;
using std::chrono::June;
using std::chrono::year;

// A tablet of 12.4 inches, upright.
constexpr ui::Canvas tablet{.width_px = 1200, .height_px = 1920, .width_mm = 167};
constexpr float arm_length_mm = 450;

constexpr base::Date yesterday = year(2026) / June / day(13);
constexpr base::Date in_two_years = year(2028) / June / day(14);

Session house_session(const VolunteerHonours& honours, State state) {
    Session session;
    session.state = state;
    session.house = sample_house();
    session.link = flow::Link::online;
    session.camera = Device::working;
    session.reader = Device::working;
    session.printer = Printer::ready;
    session.honours = honours;
    const base::Instant then = std::chrono::sys_days(yesterday);
    session.trust = {.keys_as_of = then, .withdrawn_as_of = then};
    return session;
}

Holder a_holder() {
    return {.name = base::SecretText("示*样"),
            .card_number = base::SecretText("3702000000000158"),
            .tier = "shandong-card",
            .awards = {"national-bronze"},
            .award_count = 27,
            .as_of = yesterday,
            .expires = in_two_years};
}

Session judged(const VolunteerHonours& honours, Verdict verdict) {
    Session session = house_session(honours, State::card);
    session.card =
        Card{.verdict = verdict, .source = Source::printed_code, .holder = {}, .doubts = {}};
    const bool is_said = verdict == Verdict::valid || verdict == Verdict::expired ||
                         verdict == Verdict::not_yet_valid || verdict == Verdict::revoked;
    if (is_said) session.card->holder = a_holder();
    return session;
}

Session with_record(Session session) {
    honour::Record record;
    record.on = year(2026) / June / day(14);
    record.province = "370000";
    record.city = "370200";
    for (int i = 0; i < 13; ++i) {
        record.history.push_back({.date = year(2013 + i) / June / day(1),
                                  .type = donation::DonationType::whole_blood,
                                  .ml = 400,
                                  .units = {},
                                  .place = "370200"});
    }
    session.awards = session.honours->ledgers(record, nullptr).awards.lines;
    return session;
}

Session in_another_city(Session session) {
    session.place = "370300";
    return session;
}

Session unknown_at_the_centre(Session session) {
    session.card->doubts = {flow::volunteer::Doubt::unknown_at_centre};
    return session;
}

Session offline_with_doubts(Session session) {
    session.link = flow::Link::offline;
    session.card->doubts = {Doubt::withdrawn_list_old};
    return session;
}

Session of_a_phone(Session session) {
    session.link = flow::Link::offline;
    session.card->source = Source::live_code;
    session.card->holder = Holder{.name = {},
                                  .card_number = base::SecretText("3702000000000158"),
                                  .tier = {},
                                  .awards = {},
                                  .award_count = {},
                                  .as_of = {},
                                  .expires = {}};
    session.card->doubts = {Doubt::centre_not_asked};
    return session;
}

Session of_nobody_yet(Session session) {
    session.card->source = Source::id_card;
    session.card->holder = Holder{.name = base::SecretText("测*人"),
                                  .card_number = {},
                                  .tier = {},
                                  .awards = {},
                                  .award_count = {},
                                  .as_of = {},
                                  .expires = {}};
    return with_record(std::move(session));
}

Session with_long_words(Session session) {
    session.house = with_long_names(session.house);
    session.card->holder->name =
        base::SecretText("SAMPLE VISITOR WITH AN EXTRAORDINARILY LONG NAM");
    session.card->holder->awards = {"national-bronze", "national-silver", "national-gold"};
    session.sheet = Sheet::failed;
    return with_record(std::move(session));
}

Session noticed(Session session, Notice notice) {
    session.notice = notice;
    return session;
}

Session without_devices(Session session) {
    session.camera = Device::absent;
    session.reader = Device::absent;
    session.printer = Printer::absent;
    return session;
}

Session without_trust(Session session) {
    session.link = flow::Link::offline;
    session.trust = {};
    session.camera = Device::broken;
    return session;
}

Session of_kind(Session session, honour::BenefitKind kind) {
    session.state = State::benefits;
    session.kind = kind;
    return session;
}

struct Case {
    const char* name;
    Session session;
};

std::vector<Case> cases(const VolunteerHonours& honours) {
    const Session scanning = house_session(honours, State::scan);
    const Session valid = judged(honours, Verdict::valid);
    Session browsing = house_session(honours, State::card);
    browsing.place = "440100";
    return {
        {"scan", scanning},
        {"scan-noticed", noticed(scanning, Notice::centre_away)},
        {"scan-no-devices", without_devices(scanning)},
        {"scan-no-keys", without_trust(scanning)},
        {"looking-up", house_session(honours, State::looking_up)},
        {"valid", with_record(valid)},
        {"valid-offline", offline_with_doubts(valid)},
        {"valid-unknown", unknown_at_the_centre(valid)},
        {"valid-elsewhere", in_another_city(valid)},
        {"valid-phone", of_a_phone(valid)},
        {"valid-long-words", with_long_words(valid)},
        {"expired", judged(honours, Verdict::expired)},
        {"not-yet-valid", judged(honours, Verdict::not_yet_valid)},
        {"unknown-issuer", judged(honours, Verdict::unknown_issuer)},
        {"revoked", judged(honours, Verdict::revoked)},
        {"altered", judged(honours, Verdict::altered)},
        {"seen-before", judged(honours, Verdict::seen_before)},
        {"seen-elsewhere", judged(honours, Verdict::seen_elsewhere)},
        {"not-ours", judged(honours, Verdict::not_ours)},
        {"unreadable", judged(honours, Verdict::unreadable)},
        {"nothing-held", of_nobody_yet(judged(honours, Verdict::nothing_held))},
        {"browsing", browsing},
        {"benefits", of_kind(valid, honour::BenefitKind::transport)},
        {"benefits-doubtful", of_kind(valid, honour::BenefitKind::partner)},
        {"benefits-long-words", of_kind(browsing, honour::BenefitKind::service)},
        {"places", house_session(honours, State::places)},
    };
}

} // namespace

std::vector<Scene> volunteer_scenes(const VolunteerHonours& honours) {
    std::vector<Scene> scenes;
    for (const Case& one : cases(honours)) {
        scenes.push_back(
            {.name = std::string("volunteer-") + one.name,
             .canvas = tablet,
             .viewing_distance_mm = arm_length_mm,
             .look = {},
             .draw = [session = one.session](ui::Frame& frame) {
                 const volunteer::Emit nowhere = [](const Event&) {};
                 volunteer::draw(frame, {.session = session, .now = sample_now(), .emit = nowhere});
             }});
    }
    return scenes;
}

} // namespace rexue::screens::samples
