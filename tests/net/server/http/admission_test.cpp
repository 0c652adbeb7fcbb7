// Who gets in: certificates, codes, machines, houses, surfaces.
#include "net/server/keys/authority.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"
#include "tests/net/server/running_server.h"

namespace rexue::tests {
namespace {

using wire::SurfaceKind;

class Admission : public RunningServer {
  protected:
    Admission() { start(); }
};

const std::string house_path = "/v1/houses/test-house";

TEST_F(Admission, an_enrolled_terminal_reads_its_house) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    EXPECT_EQ(terminal.enrolment.ticket_letter, "A");
    EXPECT_EQ(terminal.enrolment.surface, SurfaceKind::donor);
    const auto answer = terminal.get(house_path);
    ASSERT_EQ(answer.status, 200) << answer.error;
    const auto house = json::from_json<wire::House>(json::parse(answer.body).value());
    EXPECT_EQ(house->name, a_house().name);
    EXPECT_EQ(answer.headers.at("date"), "Sun, 14 Jun 2026 04:00:00 GMT")
        << "the injected clock is what terminals take as their floor";
}

TEST_F(Admission, a_code_is_good_once) {
    const auto code = code_for(SurfaceKind::board);
    EXPECT_EQ(enrol_with(code, make_key_pem()).status, 201);
    EXPECT_EQ(problem_code(enrol_with(code, make_key_pem())), "unauthenticated");
}

TEST_F(Admission, a_code_is_good_for_a_day) {
    const auto code = code_for(SurfaceKind::board);
    clock_.advance(std::chrono::hours(24));
    EXPECT_EQ(problem_code(enrol_with(code, make_key_pem())), "unauthenticated");
}

TEST_F(Admission, a_letter_is_given_again_only_after_its_terminal_is_revoked) {
    const server::EnrolmentWish wish{
        .house = a_house().house, .surface = SurfaceKind::donor, .ticket_letter = "A"};
    const auto older = code_for(SurfaceKind::donor, "A");
    const auto holder = enrol(SurfaceKind::donor, "A").enrolment.terminal;
    const auto refused = server::make_enrolment_code(data_, wish, clock_);
    EXPECT_EQ(refused.error().code, base::ErrorCode::already_exists);
    EXPECT_TRUE(refused.error().detail.contains(holder.value)) << refused.error().detail;
    EXPECT_EQ(problem_code(enrol_with(older, make_key_pem())), "already_exists");
    ASSERT_TRUE(server::revoke_terminal(data_, holder, clock_));
    EXPECT_TRUE(server::make_enrolment_code(data_, wish, clock_));
    EXPECT_EQ(enrol_with(older, make_key_pem()).status, 201);
}

TEST_F(Admission, a_bad_signing_request_leaves_the_code_good) {
    const auto code = code_for(SurfaceKind::board);
    const auto bad = ask({.method = "POST",
                          .path = "/v1/enrolments",
                          .headers = {"Content-Type: application/json"},
                          .body = R"({"code":")" + code + R"(","csr_pem":"nonsense"})"});
    EXPECT_EQ(problem_code(bad), "invalid_argument");
    EXPECT_TRUE(bad.body.contains("/csr_pem")) << bad.body;
    EXPECT_EQ(enrol_with(code, make_key_pem()).status, 201);
}

TEST_F(Admission, without_a_certificate_only_the_open_doors_open) {
    EXPECT_EQ(ask({.path = "/healthz"}).status, 200);
    EXPECT_EQ(ask({.path = "/readyz"}).status, 200);
    EXPECT_EQ(ask({.path = "/metrics"}).status, 200);
    const auto refused =
        ask({.path = house_path, .headers = {"Rexue-Instance: " + std::string(64, 'a')}});
    EXPECT_EQ(problem_code(refused), "unauthenticated");
    EXPECT_EQ(ask({.path = "/nothing"}).status, 404);
}

TEST_F(Admission, a_certificate_of_another_authority_ends_the_handshake) {
    const auto files = server::keys::Authority::make(noon);
    const auto other = server::keys::Authority::load(*files);
    const auto key = make_key_pem();
    const auto terminal = enrol(SurfaceKind::donor, "A");
    const auto forged =
        other->certify_terminal(make_csr_pem(key), terminal.enrolment.terminal.value, noon);
    ASSERT_TRUE(forged);
    const auto answer =
        exchange(server_->port(), {.ca_pem = ca_pem_, .certificate_pem = *forged, .key_pem = key},
                 {.path = house_path, .headers = {"Rexue-Instance: " + terminal.instance}});
    EXPECT_EQ(answer.status, 0);
    EXPECT_FALSE(answer.error.empty());
    EXPECT_TRUE(ask({.path = "/metrics"}).body.contains("rexue_handshakes_failed_total 1"));
}

TEST_F(Admission, a_client_that_trusts_another_authority_does_not_talk_to_us) {
    const auto other = server::keys::Authority::make(noon);
    const auto answer =
        exchange(server_->port(), {.ca_pem = other->certificate_pem}, {.path = "/healthz"});
    EXPECT_EQ(answer.status, 0);
}

TEST_F(Admission, a_certificate_that_we_signed_but_never_stored_is_nobody) {
    const auto pair = server::keys::Authority::load(
        {.key_pem = *storage::read_text_file(data_.authority_key(), 10000),
         .certificate_pem = ca_pem_});
    const auto key = make_key_pem();
    const auto unknown = pair->certify_terminal(make_csr_pem(key), "t-x", noon);
    const auto answer =
        exchange(server_->port(), {.ca_pem = ca_pem_, .certificate_pem = *unknown, .key_pem = key},
                 {.path = house_path, .headers = {"Rexue-Instance: " + std::string(64, 'a')}});
    EXPECT_EQ(problem_code(answer), "unauthenticated");
}

TEST_F(Admission, a_revoked_terminal_is_out) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    EXPECT_EQ(terminal.get(house_path).status, 200);
    ASSERT_TRUE(server::revoke_terminal(data_, terminal.enrolment.terminal, clock_));
    EXPECT_EQ(problem_code(terminal.get(house_path)), "unauthenticated");
}

TEST_F(Admission, another_house_is_forbidden) {
    const auto terminal = enrol(SurfaceKind::donor, "A");
    for (const char* path : {"/v1/houses/other", "/v1/houses/other/events"}) {
        EXPECT_EQ(problem_code(terminal.get(path)), "forbidden") << path;
    }
}

TEST_F(Admission, a_terminal_must_say_which_machine_it_is) {
    auto terminal = enrol(SurfaceKind::donor, "A");
    for (const std::string& wrong : {std::string(), std::string(63, 'a'), std::string(64, 'G')}) {
        terminal.instance = wrong;
        EXPECT_EQ(problem_code(terminal.get(house_path)), "invalid_argument") << wrong;
    }
}

TEST_F(Admission, a_second_machine_with_the_same_certificate_is_refused_and_seen) {
    const auto first = enrol(SurfaceKind::donor, "A");
    auto second = first;
    second.instance = std::string(64, 'b');
    EXPECT_EQ(first.get(house_path).status, 200);
    testing::internal::CaptureStderr();
    const auto refused = second.get(house_path);
    const std::string log = testing::internal::GetCapturedStderr();
    EXPECT_TRUE(log.contains("instance_conflict")) << log;
    EXPECT_TRUE(log.contains(first.enrolment.terminal.value)) << "an operator is told which one";
    EXPECT_EQ(problem_code(refused), "conflict");
    EXPECT_TRUE(refused.body.contains("another terminal uses this certificate"));
    EXPECT_TRUE(ask({.path = "/metrics"}).body.contains("rexue_instance_conflicts_total 1"));

    clock_.advance(std::chrono::seconds(60));
    EXPECT_EQ(second.get(house_path).status, 200) << "the first has fallen silent: replaced";
    EXPECT_EQ(problem_code(first.get(house_path)), "conflict");
}

TEST_F(Admission, staff_things_need_a_staff_terminal_and_a_session_of_that_terminal) {
    const auto calls = house_path + "/calls";
    const boost::json::value next{
        {"id", an_id().to_string()}, {"command", "next"}, {"service_point", "w1"}};
    auto desk = staff_desk();
    auto donor = enrol(SurfaceKind::donor, "A");
    donor.token = desk.token;
    EXPECT_EQ(problem_code(donor.post(calls, next)), "forbidden");
    auto other_desk = enrol(SurfaceKind::staff);
    EXPECT_EQ(problem_code(other_desk.post(calls, next)), "unauthenticated");
    other_desk.token = desk.token;
    EXPECT_EQ(problem_code(other_desk.post(calls, next)), "unauthenticated");
    EXPECT_EQ(problem_code(desk.post(calls, next)), "not_found") << "let in; nobody waits";
    clock_.advance(std::chrono::hours(4));
    EXPECT_EQ(problem_code(desk.post(calls, next)), "unauthenticated");
}

} // namespace
} // namespace rexue::tests
