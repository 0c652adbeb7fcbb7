#include "kiosk/screens/samples/sample_house.h"

#include <initializer_list>
#include <string>

#include "platform/base/uuid.h"

namespace rexue::screens::samples {

namespace {

namespace chr = std::chrono;
using queue::EventKind;
using queue::HouseEvent;
using queue::Intent;

constexpr base::Date today{chr::year(2026), chr::month(6), chr::day(14)};
constexpr base::Instant noon_utc = chr::sys_days(today) + chr::hours(2) + chr::minutes(24);

HouseEvent event(EventKind kind, const std::string& ticket, int minutes_ago) {
    static int serial = 0;
    HouseEvent made;
    made.at = noon_utc - chr::minutes(minutes_ago);
    made.id = base::Uuid{};
    made.id.bytes[15] = static_cast<std::uint8_t>(++serial & 0xFF);
    made.id.bytes[14] = static_cast<std::uint8_t>(serial >> 8);
    made.house = "qd-wusi";
    made.terminal = "sample";
    made.day = today;
    made.kind = kind;
    if (!ticket.empty()) made.ticket = ticket;
    return made;
}

HouseEvent checked_in(const std::string& ticket, Intent intent, int minutes_ago) {
    HouseEvent made = event(EventKind::checked_in, ticket, minutes_ago);
    made.visit = made.id;
    made.stage = "examination";
    made.intent = intent;
    return made;
}

HouseEvent moved(EventKind kind, const std::string& ticket, const char* where, int minutes_ago) {
    HouseEvent made = event(kind, ticket, minutes_ago);
    if (kind == EventKind::transferred) {
        made.stage = where;
    } else {
        made.service_point = where;
    }
    return made;
}

} // namespace

flow::Now sample_now() {
    return {.wall = noon_utc, .steady = chr::milliseconds(1'000'000)};
}

flow::House sample_house() {
    return {.id = "qd-wusi",
            .name = "五四广场献血屋",
            .name_en = "May Fourth Square Donation House",
            .city = "青岛",
            .city_en = "Qingdao",
            .place = "370200",
            .slogan = "情义齐鲁 · 热血山东",
            .utc_offset = chr::minutes(480),
            .stages = {"examination", "pre_test", "collection"},
            .service_points = {{"w1", "1号体检窗口", "Examination desk 1", "examination"},
                               {"w2", "初筛窗口", "Pre-donation test", "pre_test"},
                               {"c1", "1号采血位", "Donation chair 1", "collection"},
                               {"c2", "2号采血位", "Donation chair 2", "collection"}},
            .blood_needed = {"A", "O"},
            .notices = {"献血前请吃一顿清淡的早餐，多喝水。", "献血后请在休息区坐满15分钟。"}};
}

queue::QueueState sample_queue() {
    queue::QueueState state;
    for (const HouseEvent& step : {checked_in("A005", Intent::whole_blood_300, 58),
                                   checked_in("A007", Intent::whole_blood_400, 55),
                                   checked_in("B003", Intent::platelets_2, 50),
                                   checked_in("A009", Intent::whole_blood_400, 44),
                                   checked_in("A010", Intent::whole_blood_200, 40),
                                   checked_in("A012", Intent::whole_blood_400, 22),
                                   moved(EventKind::called, "A005", "w1", 30),
                                   event(EventKind::missed, "A005", 22),
                                   moved(EventKind::transferred, "A007", "collection", 20),
                                   moved(EventKind::called, "A007", "c2", 16),
                                   moved(EventKind::arrived, "A007", "c2", 15),
                                   moved(EventKind::transferred, "B003", "collection", 14),
                                   moved(EventKind::called, "B003", "c1", 10),
                                   moved(EventKind::transferred, "A010", "collection", 9),
                                   moved(EventKind::transferred, "A009", "pre_test", 8),
                                   moved(EventKind::called, "A009", "w2", 6),
                                   checked_in("A013", Intent::whole_blood_400, 8),
                                   checked_in("A014", Intent::whole_blood_300, 6),
                                   checked_in("B005", Intent::platelets_1, 4),
                                   checked_in("A015", Intent::whole_blood_200, 1),
                                   moved(EventKind::called, "A012", "w1", 1)}) {
        queue::apply(state, step);
    }
    return state;
}

queue::QueueState queue_with_own_ticket() {
    queue::QueueState state = sample_queue();
    queue::apply(state, checked_in("A017", Intent::whole_blood_400, 0));
    return state;
}

queue::QueueState queue_with_missed_calls() {
    queue::QueueState state = sample_queue();
    queue::apply(state, event(EventKind::missed, "A012", 0));
    return state;
}

queue::QueueState queue_with_recalled_ticket() {
    queue::QueueState state = queue_with_missed_calls();
    queue::apply(state, moved(EventKind::recalled, "A005", "w1", 0));
    return state;
}

flow::House five_desks() {
    flow::House house = sample_house();
    house.service_points.insert(house.service_points.begin() + 1,
                                {"w3", "2号体检窗口", "Examination desk 2", "examination"});
    return house;
}

queue::QueueState queue_of_five_desks() {
    queue::QueueState state = sample_queue();
    for (const HouseEvent& step :
         {event(EventKind::left, "A007", 1), moved(EventKind::called, "A010", "c2", 0),
          moved(EventKind::called, "A013", "w3", 0)}) {
        queue::apply(state, step);
    }
    return state;
}

queue::QueueState crowded_queue() {
    queue::QueueState state = sample_queue();
    for (int number = 16; number < 76; ++number) {
        const std::string ticket = "A0" + std::to_string(number);
        queue::apply(state, checked_in(ticket, Intent::whole_blood_400, 1));
        if (number % 3 == 1) {
            queue::apply(state, moved(EventKind::transferred, ticket, "pre_test", 1));
        } else if (number % 3 == 2) {
            queue::apply(state, moved(EventKind::transferred, ticket, "collection", 1));
        }
    }
    queue::apply(state, event(EventKind::missed, "A012", 0));
    queue::apply(state, moved(EventKind::called, "A013", "w1", 0));
    for (const char* ticket : {"A018", "A021", "A024", "A027"}) {
        queue::apply(state, moved(EventKind::called, ticket, "w1", 0));
        queue::apply(state, event(EventKind::missed, ticket, 0));
    }
    queue::apply(state, moved(EventKind::called, "A030", "w1", 0));
    return state;
}

queue::QueueState with_help_wanted(queue::QueueState queue, chr::seconds asked_ago) {
    HouseEvent request = event(EventKind::help_requested, "", 0);
    request.at = noon_utc - asked_ago;
    queue::apply(queue, request);
    return queue;
}

queue::QueueState with_help_about(queue::QueueState queue, std::string_view about,
                                  chr::seconds asked_ago) {
    HouseEvent request = event(EventKind::help_requested, "", 0);
    request.at = noon_utc - asked_ago;
    request.about = about;
    queue::apply(queue, request);
    return queue;
}

flow::House with_long_names(flow::House house) {
    house.name = "青岛市市南区五四广场地铁站无偿献血爱心屋(奥帆中心店)";
    house.name_en = "May Fourth Square Metro Station Voluntary Blood Donation House of Qingdao";
    for (flow::ServicePoint& point : house.service_points) {
        point.name = "一楼东侧走廊尽头" + point.name + "(靠近休息区)";
        point.name_en += " at the far end of the eastern corridor";
    }
    return house;
}

flow::donor::Session house_session(flow::donor::State state) {
    flow::donor::Session session;
    session.state = state;
    session.house = sample_house();
    session.queue = sample_queue();
    session.link = flow::Link::online;
    session.reader = flow::donor::Reader::ready;
    session.camera = flow::donor::Camera::working;
    session.printer = flow::donor::Printer::ready;
    return session;
}

identity::IdentityDocument sample_document() {
    return document_named("示𠮷样");
}

identity::IdentityDocument document_named(const std::string& name) {
    identity::IdentityDocument document;
    document.kind = identity::DocumentKind::resident;
    document.name = name;
    document.sex = identity::Sex::male;
    document.birth = base::Date(chr::year(1990), chr::month(1), chr::day(1));
    document.number = "370200199001010017";
    document.valid_from = base::Date(chr::year(2020), chr::month(1), chr::day(1));
    document.valid_to = base::Date(chr::year(2040), chr::month(1), chr::day(1));
    return document;
}

flow::donor::KnownDonor sample_donor() {
    return {.id = "sample",
            .masked_name = "示*样",
            .masked_number = "3702**********0017",
            .masked_mobile = "138****0000",
            .donation_count = 8,
            .last_donation = base::Date(chr::year(2025), chr::month(11), chr::day(2)),
            .last_intent = Intent::whole_blood_400};
}

} // namespace rexue::screens::samples
