// What makes an event an event: the members its kind needs, and identifiers that are none but that.
#include "kiosk/rules/queue/house_event.h"

#include <functional>

#include <gtest/gtest.h>

#include "platform/json/parse.h"
#include "tests/support/house_events.h"

namespace rexue::queue {
namespace {

using support::uuid;

HouseEvent complete(EventKind kind) {
    HouseEvent event;
    event.id = uuid(1);
    event.house = "qd-wusi";
    event.terminal = "t1";
    event.at = support::instant("2026-06-14T02:24:05.123Z");
    event.day = support::date("2026-06-14");
    event.kind = kind;
    event.ticket = "A012";
    event.visit = uuid(2);
    event.stage = "examination";
    event.service_point = "w1";
    event.intent = Intent::platelets_2;
    event.undoes = uuid(3);
    event.about = help_about::out_of_paper;
    return event;
}

std::string refusal(const HouseEvent& event) {
    const auto checked = check(event);
    if (checked) return "";
    EXPECT_EQ(checked.error().code, base::ErrorCode::invalid_argument);
    return checked.error().detail;
}

const std::vector<EventKind> all_kinds{
    EventKind::checked_in, EventKind::help_requested, EventKind::help_answered,
    EventKind::called,     EventKind::recalled,       EventKind::arrived,
    EventKind::missed,     EventKind::returned,       EventKind::transferred,
    EventKind::left,       EventKind::undone,         EventKind::help_ended,
    EventKind::reviewed};

struct Member {
    const char* name;
    std::function<void(HouseEvent&)> take_away;
    std::vector<EventKind> needed_by;
};

const std::vector<Member> members{
    {"ticket",
     [](HouseEvent& e) { e.ticket.reset(); },
     {EventKind::checked_in, EventKind::called, EventKind::recalled, EventKind::arrived,
      EventKind::missed, EventKind::returned, EventKind::transferred, EventKind::left,
      EventKind::reviewed}},
    {"visit", [](HouseEvent& e) { e.visit.reset(); }, {EventKind::checked_in, EventKind::reviewed}},
    {"intent", [](HouseEvent& e) { e.intent.reset(); }, {EventKind::checked_in}},
    {"stage",
     [](HouseEvent& e) { e.stage.reset(); },
     {EventKind::checked_in, EventKind::transferred}},
    {"service_point",
     [](HouseEvent& e) { e.service_point.reset(); },
     {EventKind::called, EventKind::recalled, EventKind::arrived}},
    {"undoes",
     [](HouseEvent& e) { e.undoes.reset(); },
     {EventKind::undone, EventKind::help_answered, EventKind::help_ended}},
};

TEST(HouseEvent, NeedsExactlyTheMembersOfItsKind) {
    for (const EventKind kind : all_kinds) {
        EXPECT_EQ(refusal(complete(kind)), "");
        for (const Member& member : members) {
            HouseEvent event = complete(kind);
            member.take_away(event);
            const bool needed = std::ranges::find(member.needed_by, kind) != member.needed_by.end();
            EXPECT_EQ(refusal(event),
                      needed ? "/" + std::string(member.name) + ": is missing or malformed" : "")
                << boost::describe::enum_to_string(kind, "?") << " without " << member.name;
            EXPECT_EQ(has_needed_members(event), !needed);
        }
    }
}

TEST(HouseEvent, RefusesMalformedMembers) {
    const std::pair<const char*, std::function<void(HouseEvent&)>> rows[] = {
        {"/id: is missing or malformed", [](HouseEvent& e) { e.id = {}; }},
        {"/house: is missing or malformed", [](HouseEvent& e) { e.house = ""; }},
        {"/house: is missing or malformed", [](HouseEvent& e) { e.house = std::string(65, 'h'); }},
        {"/terminal: is missing or malformed", [](HouseEvent& e) { e.terminal = "t 1"; }},
        {"/terminal: is missing or malformed", [](HouseEvent& e) { e.terminal = "示例"; }},
        {"/day: is missing or malformed",
         [](HouseEvent& e) { e.day = base::Date(e.day.year() / 2 / 30); }},
        {"/stage: is missing or malformed", [](HouseEvent& e) { e.stage = "exam\n"; }},
        {"/service_point: is missing or malformed", [](HouseEvent& e) { e.service_point = ""; }},
        {"/ticket: is missing or malformed", [](HouseEvent& e) { e.ticket = "A0012"; }},
        {"/about: is missing or malformed", [](HouseEvent& e) { e.about = "no paper"; }},
    };
    for (const auto& [expected, spoil] : rows) {
        HouseEvent event = complete(EventKind::called);
        spoil(event);
        EXPECT_EQ(refusal(event), expected);
    }
    HouseEvent longest = complete(EventKind::called);
    longest.house = std::string(64, 'h');
    EXPECT_EQ(refusal(longest), "");
}

TEST(HouseEvent, GoesThroughJson) {
    for (const EventKind kind : all_kinds) {
        const HouseEvent event = complete(kind);
        const auto text = boost::json::serialize(to_json(event));
        EXPECT_EQ(event_from_json(json::parse(text).value()).value(), event);
    }
}

TEST(HouseEvent, RefusesJsonThatIsNone) {
    for (const char* text : {"{}", "[]", "null", R"({"id":"7"})"}) {
        EXPECT_FALSE(event_from_json(json::parse(text).value()).has_value()) << text;
    }
    auto unknown = to_json(complete(EventKind::called));
    unknown.as_object()["kind"] = "collected";
    EXPECT_EQ(event_from_json(unknown).error().detail, "/kind: not one of the known words");
    auto lacking = to_json(complete(EventKind::called));
    lacking.as_object().erase("ticket");
    EXPECT_EQ(event_from_json(lacking).error().detail, "/ticket: is missing or malformed");
}

} // namespace
} // namespace rexue::queue
