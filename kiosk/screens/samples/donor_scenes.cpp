#include <utility>

#include "kiosk/screens/donor/donor_screens.h"
#include "kiosk/screens/donor/look.h"
#include "kiosk/screens/samples/sample_house.h"
#include "kiosk/screens/samples/scenes.h"
#include "kiosk/screens/samples/talk_cases.h"

namespace rexue::screens::samples {

namespace {

using namespace flow::donor;

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

struct Case {
    std::string name;
    Session session;
    ui::keyboard::Typing typing = {};
    ui::keyboard::Verdict verdict = ui::keyboard::Verdict::unfinished;
    donor::Drafts drafts = {};
    std::chrono::seconds later{0}; // than the sample's now, by the wall clock
};

Session with_ticket_and_no_line() {
    Session session = with_ticket(Printer::ready);
    session.link = flow::Link::offline;
    session.visit.wait.reset();
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

// The number of nobody: its area does not exist.
constexpr std::string_view sample_number = "000000199001010018";

Case typing_number(const char* name, std::string_view number,
                   ui::keyboard::Verdict verdict = ui::keyboard::Verdict::unfinished) {
    Case one{.name = name, .session = house_session(State::typing_number), .verdict = verdict};
    ui::keyboard::begin(one.typing, ui::keyboard::Field::resident_number);
    one.typing.text += number;
    return one;
}

Case typing_name(const char* name, ui::keyboard::Layout layout, std::string_view so_far) {
    Case one{.name = name, .session = house_session(State::typing_name)};
    one.session.visit.entry = Entry::typed_number;
    one.session.visit.typed = TypedIdentity{.number = sample_number, .birth = {}, .name = {}};
    ui::keyboard::begin(one.typing, ui::keyboard::Field::name, layout);
    one.typing.text += so_far;
    return one;
}

Case choosing_by_pinyin(const char* name) {
    Case one = typing_name(name, ui::keyboard::Layout::pinyin, "示");
    one.typing.letters = "yan";
    for (const char* offered :
         {"严", "颜", "言", "燕", "岩", "延", "研", "盐", "炎", "沿", "雁", "艳", "晏", "闫", "䶮"})
        one.typing.candidates.push_back({.text = offered, .letters = 3});
    return one;
}

Case choosing_by_strokes(const char* name) {
    Case one = typing_name(name, ui::keyboard::Layout::strokes, "示");
    one.typing.radical = "口";
    one.typing.strokes = 3;
    for (const char* offered : {"吉", "同", "名", "向", "合", "后", "吃", "𠮷"})
        one.typing.candidates.push_back({.text = offered});
    return one;
}

Case writing(const char* name) {
    Case one = typing_name(name, ui::keyboard::Layout::handwriting, "示");
    one.typing.ink = {{{0.1F, 0.5F}, {0.9F, 0.48F}}, {{0.5F, 0.1F}, {0.5F, 0.9F}}};
    for (const char* offered : {"十", "才", "寸"})
        one.typing.candidates.push_back({.text = offered});
    return one;
}

Case offline_while_typing(const char* name) {
    Case one = typing_number(name, "000000");
    one.session.link = flow::Link::offline;
    return one;
}

Session by_typed_number(NameBy by) {
    Session session = typing_name("", ui::keyboard::Layout::pinyin, "").session;
    session.state = State::confirm;
    session.visit.recognition = Recognition::first;
    session.visit.typed->name = "示𠮷样";
    session.visit.typed->name_by = by;
    return session;
}

Session left_to_staff() {
    Session session = help(Help::asked);
    session.handover = Handover::enter_number;
    return session;
}

// 39 counts in 29 donations, and hours of a volunteer.
KnownDonor near_gold() {
    KnownDonor donor = sample_donor();
    const auto today = flow::date_in(sample_house(), sample_now().wall);
    for (int i = 0; i < 29; ++i) {
        donor.given.history.push_back(
            {.date = base::Date(std::chrono::sys_days(today) - std::chrono::days(230 + 190 * i)),
             .type = donation::DonationType::whole_blood,
             .ml = i < 10 ? 400 : 200,
             .units = {},
             .place = "370200"});
    }
    donor.given.volunteer_hours = 90;
    return donor;
}

// Gold long ago, with platelets.
KnownDonor holder() {
    KnownDonor donor = near_gold();
    donor.given.history.front() = {.date = donor.given.history.front().date,
                                   .type = donation::DonationType::platelets,
                                   .ml = {},
                                   .units = 2,
                                   .place = "370200"};
    donor.given.history.push_back(
        {.date = base::Date(std::chrono::year(2011), std::chrono::month(2), std::chrono::day(3)),
         .type = donation::DonationType::platelets,
         .ml = {},
         .units = 2,
         .place = "370200"});
    return donor;
}

Session looking_at(HonoursPage page, const std::optional<KnownDonor>& donor,
                   Recognition recognition = Recognition::known) {
    Session session = by_document(State::honours, sample_document(), recognition);
    session.house.stock = {{.offer = "certificate-milestone", .count = 3}};
    if (donor) session.visit.donor = donor;
    session.visit.honours_page = page;
    return session;
}

Session celebrating() {
    Session session = with_ticket(Printer::ready);
    session.visit.donor = near_gold();
    session.house.stock = {{.offer = "certificate-milestone", .count = 3}};
    return session;
}

std::vector<Case> screens() {
    return {{"attract", house_session(State::attract)},
            {"identify", house_session(State::identify)},
            typing_number("typing-number", "0000001990"),
            choosing_by_pinyin("typing-name"),
            {"looking-up", house_session(State::looking_up)},
            {"confirm", by_document(State::confirm, sample_document(), Recognition::known)},
            {"choose", choosing(queue::Intent::whole_blood_400)},
            {"ticket", with_ticket(Printer::ready)},
            {"honours-awards", looking_at(HonoursPage::awards, near_gold())},
            {"honours-card", looking_at(HonoursPage::card, holder())},
            {"honours-relief", looking_at(HonoursPage::relief, holder())},
            {"see-staff", help(Help::asked)},
            {"out-of-service", duplicate()},
            {"idle-warning", warned()},
            {"adjust", adjusting()}};
}

Session booked_for_today() {
    Session session = by_document(State::confirm, sample_document(), Recognition::known);
    session.visit.donor->booked_today = true;
    return session;
}

// What else may be the case on them.
std::vector<Case> states() {
    identity::IdentityDocument expired = sample_document();
    expired.valid_to =
        base::Date(std::chrono::year(2026), std::chrono::month(6), std::chrono::day(13));
    const auto first = [](const char* name) {
        return by_document(State::confirm, document_named(name), Recognition::first);
    };
    return {
        {"attract-empty", empty_house()},
        {.name = "attract-needs",
         .session = house_session(State::attract),
         .later = std::chrono::seconds(15)},
        {.name = "attract-notice",
         .session = house_session(State::attract),
         .later = std::chrono::seconds(30)},
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
        {"confirm-booked", booked_for_today()},
        {"confirm-honour-card", by_honour_card(Recognition::known)},
        {"confirm-honour-card-unchecked", by_honour_card(Recognition::unchecked)},
        {"confirm-long-name", first("SAMPLE VISITOR WITH AN EXTRAORDINARILY LONG NAM")},
        {"confirm-uyghur-name", first("示例古丽·测试买买提")},
        {"choose-nothing-yet", choosing(std::nullopt)},
        {"ticket-out-of-paper", with_ticket(Printer::out_of_paper)},
        {"ticket-no-printer", with_ticket(Printer::absent)},
        {"ticket-offline", with_ticket_and_no_line()},
        {"ticket-celebrating", celebrating()},
        {"honours-awards-gold", looking_at(HonoursPage::awards, holder())},
        {"honours-awards-offline",
         looking_at(HonoursPage::awards, std::nullopt, Recognition::unchecked)},
        {"honours-card-first", looking_at(HonoursPage::card, std::nullopt, Recognition::first)},
        {"honours-relief-first", looking_at(HonoursPage::relief, std::nullopt, Recognition::first)},
        {"see-staff-still-calling", help(Help::still_calling)},
        {"see-staff-coming", help(Help::coming)},
        {"see-staff-enter-number", left_to_staff()},
        {"confirm-typed", by_typed_number(NameBy::donor)},
        {"confirm-typed-for-staff", by_typed_number(NameBy::staff)},
        typing_number("typing-number-empty", ""),
        typing_number("typing-number-misfits", "000000199001010017",
                      ui::keyboard::Verdict::misfits),
        typing_number("typing-number-fits", sample_number, ui::keyboard::Verdict::fits),
        offline_while_typing("typing-number-offline"),
        typing_name("typing-name-empty", ui::keyboard::Layout::pinyin, ""),
        typing_name("typing-name-latin", ui::keyboard::Layout::latin,
                    "SAMPLE VISITOR WITH AN EXTRAORDINARILY LONG NAM"),
        choosing_by_strokes("typing-name-strokes"),
        writing("typing-name-write")};
}

// The same with other words, which need their room too.
std::vector<Case> rewordings() {
    return {{"see-staff-unheard", unheard(help(Help::asked))},
            {"identify-unplugged-unheard", unheard(with_reader(Reader::unplugged))},
            {"ticket-out-of-paper-unheard", unheard(with_ticket(Printer::out_of_paper))},
            {"attract-kept-back", kept_back(house_session(State::attract))},
            {"out-of-service-kept-back", kept_back(duplicate())}};
}

// What a donor has come to, worked out as flow does it.
void work_out(Session& session, const DonorHonours& honours) {
    session.honours = honours;
    const bool is_confirmed = session.state == State::choose || session.state == State::ticket ||
                              session.state == State::honours;
    if (!is_confirmed) return;
    const auto today = flow::date_in(session.house, sample_now().wall);
    session.visit.honours = my_honours(session.visit, session.house, honours, today);
}

std::vector<Scene> scenes_of(std::vector<Case> cases, const Preferences& preferences,
                             const DonorHonours& honours) {
    for (Case& one : cases)
        work_out(one.session, honours);
    std::erase_if(cases, [](const Case& one) {
        return one.session.state == State::honours && !one.session.visit.honours;
    });
    std::vector<Scene> scenes;
    scenes.reserve(cases.size());
    for (const Case& one : cases) {
        Session session = one.session;
        session.preferences = preferences;
        scenes.push_back(
            {.name = "donor-" + one.name,
             .language = preferences.language,
             .canvas = {},
             .look = donor::look_of(preferences),
             .draw = [session = std::move(session), typing = one.typing, verdict = one.verdict,
                      drafts = one.drafts, later = one.later](ui::Frame& frame) mutable {
                 const donor::Emit nowhere = [](const Event&) {};
                 const donor::Strike untouched = [](const ui::keyboard::Keystroke&) {};
                 donor::draw(
                     frame,
                     {.session = session,
                      .now = {.wall = sample_now().wall + later, .steady = sample_now().steady},
                      .emit = nowhere,
                      .keyboard = {.typing = &typing, .verdict = verdict, .strike = &untouched},
                      .drafts = &drafts});
             }});
    }
    return scenes;
}

} // namespace

std::vector<Scene> donor_screens(const Preferences& preferences, const DonorForms& forms,
                                 const DonorHonours& honours) {
    std::vector<Case> cases = screens();
    for (TalkCase& one : talk_screens(forms))
        cases.push_back({.name = one.name, .session = one.session, .drafts = one.drafts});
    return scenes_of(std::move(cases), preferences, honours);
}

std::vector<Scene> donor_states(const Preferences& preferences, const DonorForms& forms,
                                const DonorHonours& honours) {
    std::vector<Case> cases = states();
    for (TalkCase& one : talk_states(forms))
        cases.push_back({.name = one.name, .session = one.session, .drafts = one.drafts});
    return scenes_of(std::move(cases), preferences, honours);
}

std::vector<Scene> donor_rewordings(const Preferences& preferences, const DonorForms& forms,
                                    const DonorHonours& honours) {
    std::vector<Case> cases = rewordings();
    for (TalkCase& one : talk_rewordings(forms))
        cases.push_back({.name = one.name, .session = one.session, .drafts = one.drafts});
    return scenes_of(std::move(cases), preferences, honours);
}

} // namespace rexue::screens::samples
