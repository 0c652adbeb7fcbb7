#include "tests/net/server/samples.h"

namespace rexue::tests {

wire::House a_house() {
    return {.house = wire::HouseId("test-house"),
            .name = "测试献血屋",
            .name_en = "Test house",
            .city = "示例市",
            .city_en = "Sample City",
            .place = "370200",
            .slogan = "",
            .utc_offset_minutes = 480,
            .opens = "09:00",
            .closes = "17:00",
            .stages = {"examination", "pre_test", "collection"},
            .service_points = {{.id = "w1", .name = "1号", .name_en = "1", .stage = "examination"},
                               {.id = "w2", .name = "2号", .name_en = "2", .stage = "examination"},
                               {.id = "t1", .name = "3号", .name_en = "3", .stage = "pre_test"},
                               {.id = "c1", .name = "4号", .name_en = "4", .stage = "collection"}},
            .blood_needed_today = {"A"},
            .notices = {}};
}

base::Uuid an_id() {
    return base::make_uuid_v7(std::chrono::system_clock::now());
}

queue::HouseEvent a_check_in(const std::string& ticket, const std::string& terminal) {
    return {.id = an_id(),
            .house = a_house().house.value,
            .terminal = terminal,
            .at = noon,
            .day = day_one,
            .kind = queue::EventKind::checked_in,
            .ticket = ticket,
            .visit = an_id(),
            .stage = "examination",
            .service_point = std::nullopt,
            .intent = queue::Intent::whole_blood_400,
            .undoes = std::nullopt};
}

server::Terminal a_terminal(const std::string& id, wire::SurfaceKind surface) {
    return {.id = wire::TerminalId(id),
            .house = a_house().house,
            .surface = surface,
            .ticket_letter = "A",
            .certificate_pem = "certificate of " + id,
            .fingerprint = "fingerprint of " + id,
            .enrolled_at = noon,
            .revoked_at = std::nullopt};
}

} // namespace rexue::tests
