#include <utility>

#include "kiosk/screens/donor/donor_screens.h"
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

Scene scene(std::string name, Session session, std::string language = "zh_CN") {
    session.english = language == "en";
    return {.name = "donor-" + std::move(name),
            .language = std::move(language),
            .canvas = {},
            .draw = [session = std::move(session)](ui::Frame& frame) {
                const screens::donor::Emit nowhere = [](Event) {};
                screens::donor::draw(frame,
                                     {.session = session, .now = sample_now(), .emit = nowhere});
            }};
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

} // namespace

std::vector<Scene> donor_scenes() {
    const auto expired = [] {
        identity::IdentityDocument document = sample_document();
        document.valid_to =
            base::Date(std::chrono::year(2026), std::chrono::month(6), std::chrono::day(13));
        return document;
    };
    return {
        scene("attract", house_session(State::attract)),
        scene("attract-en", house_session(State::attract), "en"),
        scene("attract-empty", empty_house()),
        scene("attract-offline", offline(State::attract)),
        scene("attract-first-start", before_the_house_is_known()),
        scene("identify", house_session(State::identify)),
        scene("identify-en", house_session(State::identify), "en"),
        scene("identify-reading", with_reader(Reader::reading)),
        scene("identify-card-moved", with_reader(Reader::card_moved)),
        scene("identify-card-unread", with_reader(Reader::card_unread)),
        scene("identify-unplugged", with_reader(Reader::unplugged)),
        scene("identify-silent", with_reader(Reader::silent)),
        scene("identify-garbled", with_reader(Reader::garbled)),
        scene("identify-faulty", with_reader(Reader::faulty)),
        scene("identify-code-not-ours", with_notice(Notice::code_not_ours)),
        scene("identify-card-not-known", with_notice(Notice::card_not_known)),
        scene("looking-up", house_session(State::looking_up)),
        scene("confirm-known", by_document(State::confirm, sample_document(), Recognition::known)),
        scene("confirm-known-en",
              by_document(State::confirm, sample_document(), Recognition::known), "en"),
        scene("confirm-first", by_document(State::confirm, sample_document(), Recognition::first)),
        scene("confirm-expired", by_document(State::confirm, expired(), Recognition::known)),
        scene("confirm-unchecked",
              by_document(State::confirm, sample_document(), Recognition::unchecked)),
        scene("confirm-honour-card", by_honour_card(Recognition::known)),
        scene("confirm-honour-card-unchecked", by_honour_card(Recognition::unchecked)),
        scene("confirm-long-name",
              by_document(State::confirm,
                          document_named("SAMPLE VISITOR WITH AN EXTRAORDINARILY LONG NAM"),
                          Recognition::first)),
        scene(
            "confirm-uyghur-name",
            by_document(State::confirm, document_named("示例古丽·测试买买提"), Recognition::first)),
        scene("choose", choosing(std::nullopt)),
        scene("choose-400", choosing(queue::Intent::whole_blood_400)),
        scene("choose-400-en", choosing(queue::Intent::whole_blood_400), "en"),
        scene("ticket", with_ticket(Printer::ready)),
        scene("ticket-en", with_ticket(Printer::ready), "en"),
        scene("ticket-out-of-paper", with_ticket(Printer::out_of_paper)),
        scene("ticket-no-printer", with_ticket(Printer::absent)),
        scene("see-staff", help(Help::asked)),
        scene("see-staff-coming", help(Help::coming)),
        scene("out-of-service", duplicate()),
        scene("idle-warning", warned()),
    };
}

} // namespace rexue::screenshots
