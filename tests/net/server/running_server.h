// A real server on loopback with a simulated clock, and terminals that enrolled with it. Every
// answer is held to the OpenAPI description.
#pragma once

#include <string>

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include "net/server/server.h"
#include "net/server/setup.h"
#include "net/server/store/sqlite_store.h"
#include "tests/net/server/https.h"
#include "tests/net/server/samples.h"
#include "tests/platform/storage/temporary_folder.h"

namespace rexue::tests {

// One enrolled terminal and its way to ask.
class TestTerminal {
  public:
    TestTerminal(std::uint16_t port, Credentials credentials, wire::Enrolment enrolment);

    Answer get(const std::string& path, std::vector<std::string> headers = {}) const;
    Answer post(const std::string& path, const boost::json::value& body) const;
    Answer post_text(const std::string& path, const std::string& body) const;
    Answer put(const std::string& path, const boost::json::value& body) const;
    // Follows the house's events until `enough` says so or `timeout` is over.
    Answer follow(const std::string& after_or_id_header,
                  std::function<bool(const std::string&)> enough,
                  std::chrono::milliseconds timeout = std::chrono::seconds(10)) const;

    Answer check_in(const std::string& ticket) const;

    wire::Enrolment enrolment;
    Credentials credentials;
    std::string instance; // 64 hex digits; empty: the header is left out
    std::string token;    // of a staff session
    std::uint16_t port;

  private:
    std::vector<std::string> headers(std::vector<std::string> more) const;
};

class RunningServer : public testing::Test {
  protected:
    RunningServer();

    void start(server::ServerOptions changed = {});
    TestTerminal enrol(wire::SurfaceKind surface, const std::string& letter = "");
    std::string code_for(wire::SurfaceKind surface, const std::string& letter = "");
    Answer enrol_with(const std::string& code, const std::string& key_pem);
    // A staff terminal with somebody signed in; the session is written straight into the store,
    // because hashing a PIN takes its time.
    TestTerminal staff_desk();
    Credentials nobody() const { return {.ca_pem = ca_pem_}; }
    server::SqliteStore& store() { return *store_; }

    // Asks without a client certificate.
    Answer ask(const Exchange& what) const;

    TemporaryFolder folder_;
    server::DataFolder data_{folder_.path() / "data"};
    time::SimulatedClock clock_{noon};
    std::string ca_pem_;
    std::unique_ptr<server::SqliteStore> store_;
    std::unique_ptr<server::Server> server_;
};

// Fails the test when net/wire/openapi.yaml does not describe this answer.
void expect_described(const Exchange& what, const Answer& answer);

// The problem's code, "conflict"; empty when the answer is none.
std::string problem_code(const Answer& answer);

} // namespace rexue::tests
