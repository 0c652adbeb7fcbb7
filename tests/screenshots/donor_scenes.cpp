#include <utility>

#include "kiosk/screens/donor/donor_screens.h"
#include "kiosk/screens/donor/look.h"
#include "tests/screenshots/sample_house.h"
#include "tests/screenshots/scenes.h"

namespace rexue::screenshots {

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

Scene scene_in(std::string name, Session session, const Preferences& preferences, Kept kept) {
    session.preferences = preferences;
    return {.name = "donor-" + std::move(name),
            .language = preferences.language,
            .canvas = {},
            .look = screens::donor::look_of(preferences),
            .kept = kept,
            .lower_half = preferences.reach == Reach::low,
            .draw = [session = std::move(session)](ui::Frame& frame) {
                const screens::donor::Emit nowhere = [](Event) {};
                screens::donor::draw(frame,
                                     {.session = session, .now = sample_now(), .emit = nowhere});
            }};
}

struct Manner {
    const char* name;
    Preferences preferences;
    Kept kept;
};

// What a donor may choose, and the languages that find what Chinese and English do not.
const Manner manners[] = {
    {"care", {.mode = Mode::care}, Kept::picture},
    {"care-largest", {.mode = Mode::care, .text = TextStep::largest}, Kept::layout},
    {"white-on-black", {.contrast = Contrast::white_on_black}, Kept::picture},
    {"black-on-white", {.contrast = Contrast::black_on_white}, Kept::layout},
    {"largest", {.text = TextStep::largest}, Kept::picture},
    {"low", {.reach = Reach::low}, Kept::picture},
    {"care-low", {.mode = Mode::care, .reach = Reach::low}, Kept::layout},
    {"en", {.language = "en"}, Kept::picture},
    {"en-care", {.language = "en", .mode = Mode::care}, Kept::layout},
    {"en-largest", {.language = "en", .text = TextStep::largest}, Kept::layout},
    {"en-low", {.language = "en", .reach = Reach::low}, Kept::layout},
    {"pseudo", {.language = "en_XA"}, Kept::layout},
    {"pseudo-rtl", {.language = "ar_XB"}, Kept::layout},
};

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

Session adjusting() {
    Session session = house_session(State::identify);
    session.adjusting = true;
    return session;
}

struct Case {
    const char* name;
    Session session;
};

// Each screen once: what is drawn in every manner.
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

} // namespace

std::vector<Scene> donor_scenes() {
    std::vector<Scene> scenes;
    for (const Case& one : screens())
        scenes.push_back(scene_in(one.name, one.session, {}, Kept::picture));
    for (const Case& one : states())
        scenes.push_back(scene_in(one.name, one.session, {}, Kept::picture));
    for (const Manner& manner : manners) {
        for (const Case& one : screens()) {
            scenes.push_back(scene_in(std::string(one.name) + "-" + manner.name, one.session,
                                      manner.preferences, manner.kept));
        }
        for (const Case& one : states()) {
            scenes.push_back(scene_in(std::string(one.name) + "-" + manner.name, one.session,
                                      manner.preferences, Kept::layout));
        }
    }
    return scenes;
}

} // namespace rexue::screenshots
