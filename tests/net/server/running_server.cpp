#include "tests/net/server/running_server.h"

#include <array>

#include "net/server/http/route_table.h"
#include "net/server/keys/secrets.h"
#include "net/wire/problem.h"
#include "platform/base/encoding.h"
#include "platform/base/random.h"
#include "platform/json/codec.h"
#include "platform/json/parse.h"
#include "platform/storage/file.h"
#include "tests/net/wire/openapi_document.h"

namespace rexue::tests {

namespace {

constexpr auto json_type = "Content-Type: application/json";
const std::string events_path = "/v1/houses/test-house/events";

std::string random_instance() {
    std::array<std::byte, 32> bytes;
    base::fill_random(bytes);
    return base::hex_encode(bytes);
}

server::Method method_of(const std::string& word) {
    if (word == "GET") return server::Method::get;
    if (word == "POST") return server::Method::post;
    if (word == "PUT") return server::Method::put;
    return server::Method::other;
}

Answer checked(std::uint16_t port, const Credentials& credentials, const Exchange& what) {
    auto answer = exchange(port, credentials, what);
    expect_described(what, answer);
    return answer;
}

} // namespace

void expect_described(const Exchange& what, const Answer& answer) {
    const auto path = what.path.substr(0, what.path.find('?'));
    const auto match = server::find_route(method_of(what.method), path);
    if (match.route == nullptr || answer.status == 0) return;
    EXPECT_EQ(OpenApiDocument::get().why_undescribed(match.route->operation, answer.status,
                                                     answer.content_type),
              "")
        << answer.body;
}

std::string problem_code(const Answer& answer) {
    if (answer.content_type != "application/problem+json") return {};
    const auto value = json::parse(answer.body);
    const auto problem = json::from_json<wire::Problem>(*value);
    EXPECT_EQ(problem->status, answer.status);
    return std::string(base::to_string(wire::error_of(*problem).code));
}

TestTerminal::TestTerminal(std::uint16_t server_port, Credentials own, wire::Enrolment got)
    : enrolment(std::move(got)),
      credentials(std::move(own)),
      instance(random_instance()),
      port(server_port) {}

std::vector<std::string> TestTerminal::headers(std::vector<std::string> more) const {
    if (!instance.empty()) more.push_back("Rexue-Instance: " + instance);
    if (!token.empty()) more.push_back("Authorization: Bearer " + token);
    return more;
}

Answer TestTerminal::get(const std::string& path, std::vector<std::string> more) const {
    return checked(port, credentials, {.path = path, .headers = headers(std::move(more))});
}

Answer TestTerminal::post_text(const std::string& path, const std::string& body) const {
    return checked(port, credentials,
                   {.method = "POST", .path = path, .headers = headers({json_type}), .body = body});
}

Answer TestTerminal::post(const std::string& path, const boost::json::value& body) const {
    return post_text(path, boost::json::serialize(body));
}

Answer TestTerminal::put(const std::string& path, const boost::json::value& body) const {
    return checked(port, credentials,
                   {.method = "PUT",
                    .path = path,
                    .headers = headers({json_type}),
                    .body = boost::json::serialize(body)});
}

Answer TestTerminal::follow(const std::string& after_or_id_header,
                            std::function<bool(const std::string&)> enough,
                            std::chrono::milliseconds timeout) const {
    std::vector<std::string> wanted{"Accept: text/event-stream"};
    std::string path = events_path;
    if (after_or_id_header.starts_with("Last-Event-ID"))
        wanted.push_back(after_or_id_header);
    else if (!after_or_id_header.empty())
        path += "?after=" + after_or_id_header;
    return checked(port, credentials,
                   {.path = path,
                    .headers = headers(std::move(wanted)),
                    .enough = std::move(enough),
                    .timeout = timeout});
}

Answer TestTerminal::check_in(const std::string& ticket) const {
    const auto event = a_check_in(ticket, enrolment.terminal.value);
    return post(events_path, {{"events", {queue::to_json(event)}}});
}

RunningServer::RunningServer() {
    EXPECT_TRUE(server::init({.data = data_}, clock_));
    ca_pem_ = storage::read_text_file(data_.authority_certificate(), 100'000).value();
    store_ = std::move(server::SqliteStore::open(data_.database()).value());
    EXPECT_TRUE(store_->put_house(a_house()));
}

void RunningServer::start(server::ServerOptions changed) {
    changed.data = data_;
    changed.clock = &clock_;
    auto running = server::Server::create(changed);
    ASSERT_TRUE(running) << running.error().detail;
    server_ = std::move(*running);
}

std::string RunningServer::code_for(wire::SurfaceKind surface, const std::string& letter) {
    const auto code = server::make_enrolment_code(
        data_, {.house = a_house().house, .surface = surface, .ticket_letter = letter}, clock_);
    EXPECT_TRUE(code) << code.error().detail;
    return *code;
}

Answer RunningServer::ask(const Exchange& what) const {
    return checked(server_->port(), nobody(), what);
}

Answer RunningServer::enrol_with(const std::string& code, const std::string& key_pem) {
    return ask({.method = "POST",
                .path = "/v1/enrolments",
                .headers = {json_type},
                .body = boost::json::serialize(json::to_json(
                    wire::EnrolmentRequest{.code = code, .csr_pem = make_csr_pem(key_pem)}))});
}

TestTerminal RunningServer::enrol(wire::SurfaceKind surface, const std::string& letter) {
    const auto key = make_key_pem();
    const auto answer = enrol_with(code_for(surface, letter), key);
    EXPECT_EQ(answer.status, 201) << answer.body << answer.error;
    auto enrolment = json::from_json<wire::Enrolment>(json::parse(answer.body).value()).value();
    Credentials own{
        .ca_pem = enrolment.ca_pem, .certificate_pem = enrolment.certificate_pem, .key_pem = key};
    return {server_->port(), std::move(own), std::move(enrolment)};
}

TestTerminal RunningServer::staff_desk() {
    auto terminal = enrol(wire::SurfaceKind::staff);
    terminal.token = server::keys::make_token();
    EXPECT_TRUE(store_->open_session({.token_hash = server::keys::hash_of(terminal.token),
                                      .terminal = terminal.enrolment.terminal,
                                      .house = a_house().house,
                                      .staff = "1001",
                                      .name = "示例护士",
                                      .role = wire::StaffRole::nurse,
                                      .expires = clock_.wall() + std::chrono::hours(4)},
                                     clock_.wall()));
    return terminal;
}

} // namespace rexue::tests
