#include <utility>

#include "kiosk/screens/donor/donor_screens.h"
#include "kiosk/screens/donor/look.h"
#include "kiosk/screens/samples/sample_house.h"
#include "kiosk/screens/samples/scenes.h"

namespace rexue::screens::samples {

namespace {

using namespace flow::donor;

Session house_session(State state) {
    Session session;
    session.state = state;
    session.house = sample_house();
    session.queue = sample_queue();
    session.link = flow::Link::online;
    session.reader = Reader::ready;
    session.camera = Camera::working;
    session.printer = Printer::ready;
    return session;
}

Session by_document(State state, const identity::IdentityDocument& document,
                    Recognition recognition) {
    Session session = house_session(state);
    session.visit.entry = Entry::identity_document;
    session.visit.document = document;
    session.visit.recognition = recognition;
    if (recognition == Recognition::known) session.visit.donor = sample_donor();
    return session;
}

Session with_ticket(Printer printer) {
    Session session = by_document(State::ticket, sample_document(), Recognition::known);
    session.queue = queue_with_own_ticket();
    session.printer = printer;
    session.visit.intent = queue::Intent::whole_blood_400;
    session.visit.ticket = "A017";
    session.visit.wait = queue::estimate_wait(session.queue, "examination", "A017", 1);
    return session;
}

Session with_reader(Reader reader) {
    Session session = house_session(State::identify);
    session.reader = reader;
    return session;
}

Session with_notice(Notice notice) {
    Session session = house_session(State::identify);
    session.notice = notice;
    return session;
}

Session by_honour_card(Recognition recognition) {
    Session session = house_session(State::confirm);
    session.visit.entry = Entry::honour_card;
    session.visit.card_number = "3702000000000156";
    session.visit.recognition = recognition;
    if (recognition == Recognition::known) session.visit.donor = sample_donor();
    return session;
}

Session choosing(std::optional<queue::Intent> intent) {
    Session session = by_document(State::choose, sample_document(), Recognition::known);
    session.visit.intent = intent;
    return session;
}

Session choosing_without(flow::Link link) {
    Session session = choosing(std::nullopt);
    session.link = link;
    return session;
}

Session unplugged(State state) {
    Session session = house_session(state);
    session.reader = Reader::unplugged;
    return session;
}

Session nothing_reads(State state) {
    Session session = unplugged(state);
    session.camera = Camera::broken;
    return session;
}

Session camera_broken() {
    Session session = house_session(State::identify);
    session.camera = Camera::broken;
    return session;
}

Session empty_house() {
    Session session = house_session(State::attract);
    session.queue = {};
    session.house.blood_needed.clear();
    return session;
}

Session before_the_house_is_known() {
    Session session;
    session.link = flow::Link::offline;
    session.reader = Reader::ready;
    session.camera = Camera::absent;
    return session;
}

Session offline(State state) {
    Session session = house_session(state);
    session.link = flow::Link::offline;
    return session;
}

Session warned() {
    Session session = choosing(queue::Intent::whole_blood_400);
    session.warned_until = sample_now().steady + std::chrono::seconds(17);
    return session;
}

Session duplicate() {
    Session session = house_session(State::out_of_service);
    session.duplicate = true;
    return session;
}

Session help(Help help) {
    Session session = house_session(State::see_staff);
    session.help = help;
    return session;
}

// Whatever staff have to be told, they have not heard of it.
Session unheard(Session session) {
    session.help = Help::asked;
    session.call_failed = true;
    return session;
}

Session kept_back(Session session) {
    session.health.kept_back = 2;
    return session;
}

Session adjusting() {
    Session session = house_session(State::identify);
    session.adjusting = true;
    return session;
}

struct Case {
    const char* name;
    Session session;
};

std::vector<Case> screens() {
    return {{"attract", house_session(State::attract)},
            {"identify", house_session(State::identify)},
            {"looking-up", house_session(State::looking_up)},
            {"confirm", by_document(State::confirm, sample_document(), Recognition::known)},
            {"choose", choosing(queue::Intent::whole_blood_400)},
            {"ticket", with_ticket(Printer::ready)},
            {"see-staff", help(Help::asked)},
            {"out-of-service", duplicate()},
            {"idle-warning", warned()},
            {"adjust", adjusting()}};
}

// What else may be the case on them.
std::vector<Case> states() {
    identity::IdentityDocument expired = sample_document();
    expired.valid_to =
        base::Date(std::chrono::year(2026), std::chrono::month(6), std::chrono::day(13));
    const auto first = [](const char* name) {
        return by_document(State::confirm, document_named(name), Recognition::first);
    };
    return {{"attract-empty", empty_house()},
            {"attract-offline", offline(State::attract)},
            {"attract-first-start", before_the_house_is_known()},
            {"attract-unplugged", unplugged(State::attract)},
            {"attract-nothing-reads", nothing_reads(State::attract)},
            {"identify-nothing-reads", nothing_reads(State::identify)},
            {"identify-no-camera", camera_broken()},
            {"choose-offline", choosing_without(flow::Link::offline)},
            {"choose-untrusted", choosing_without(flow::Link::untrusted)},
            {"identify-reading", with_reader(Reader::reading)},
            {"identify-card-moved", with_reader(Reader::card_moved)},
            {"identify-card-unread", with_reader(Reader::card_unread)},
            {"identify-unplugged", with_reader(Reader::unplugged)},
            {"identify-silent", with_reader(Reader::silent)},
            {"identify-garbled", with_reader(Reader::garbled)},
            {"identify-faulty", with_reader(Reader::faulty)},
            {"identify-code-not-ours", with_notice(Notice::code_not_ours)},
            {"identify-card-not-known", with_notice(Notice::card_not_known)},
            {"confirm-first", by_document(State::confirm, sample_document(), Recognition::first)},
            {"confirm-expired", by_document(State::confirm, expired, Recognition::known)},
            {"confirm-unchecked",
             by_document(State::confirm, sample_document(), Recognition::unchecked)},
            {"confirm-honour-card", by_honour_card(Recognition::known)},
            {"confirm-honour-card-unchecked", by_honour_card(Recognition::unchecked)},
            {"confirm-long-name", first("SAMPLE VISITOR WITH AN EXTRAORDINARILY LONG NAM")},
            {"confirm-uyghur-name", first("示例古丽·测试买买提")},
            {"choose-nothing-yet", choosing(std::nullopt)},
            {"ticket-out-of-paper", with_ticket(Printer::out_of_paper)},
            {"ticket-no-printer", with_ticket(Printer::absent)},
            {"see-staff-still-calling", help(Help::still_calling)},
            {"see-staff-coming", help(Help::coming)}};
}

// The same with other words, which need their room too.
std::vector<Case> rewordings() {
    return {{"see-staff-unheard", unheard(help(Help::asked))},
            {"identify-unplugged-unheard", unheard(with_reader(Reader::unplugged))},
            {"ticket-out-of-paper-unheard", unheard(with_ticket(Printer::out_of_paper))},
            {"attract-kept-back", kept_back(house_session(State::attract))},
            {"out-of-service-kept-back", kept_back(duplicate())}};
}

std::vector<Scene> scenes_of(const std::vector<Case>& cases, const Preferences& preferences) {
    std::vector<Scene> scenes;
    scenes.reserve(cases.size());
    for (const Case& one : cases) {
        Session session = one.session;
        session.preferences = preferences;
        scenes.push_back(
            {.name = std::string("donor-") + one.name,
             .language = preferences.language,
             .canvas = {},
             .look = donor::look_of(preferences),
             .draw = [session = std::move(session)](ui::Frame& frame) {
                 const donor::Emit nowhere = [](Event) {};
                 donor::draw(frame, {.session = session, .now = sample_now(), .emit = nowhere});
             }});
    }
    return scenes;
}

} // namespace

std::vector<Scene> donor_screens(const Preferences& preferences) {
    return scenes_of(screens(), preferences);
}

std::vector<Scene> donor_states(const Preferences& preferences) {
    return scenes_of(states(), preferences);
}

std::vector<Scene> donor_rewordings(const Preferences& preferences) {
    return scenes_of(rewordings(), preferences);
}

} // namespace rexue::screens::samples
