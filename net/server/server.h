// The central server as one object: for the program, for journeys and for the demo.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "net/server/cards/card_desk.h"
#include "net/server/data_folder.h"
#include "platform/base/error.h"
#include "platform/storage/database.h"
#include "platform/time/clock.h"

namespace rexue::server {

struct ServerOptions {
    DataFolder data; // made by `init` of setup.h
    // Rulebooks and questionnaires that visits are judged by; empty: all are for staff to decide.
    std::filesystem::path assets;
    // What the station sets where the books leave it open; empty: nothing. See Catalogues::load.
    std::filesystem::path station_settings = {};
    CardOptions cards = {};
    std::string address = "127.0.0.1";
    std::uint16_t port = 0; // 0: any free one, see `port()`
    // Days, deadlines of codes, sessions and PIN waits, and the Date header go by it. Socket
    // timeouts and heartbeats go by the machine's clock. Must outlive the server.
    const time::Clock* clock = nullptr;
    size_t max_connections = 512;
    std::chrono::milliseconds heartbeat{5'000};
    std::chrono::milliseconds idle_timeout{60'000}; // of a client that says nothing
    storage::DatabaseOptions database;
};

class Server {
  public:
    // Answers when it returns. not_found when the folder was never initialised, conflict when
    // another server runs on it (each would tell only its own followers), corrupt when its keys do
    // not fit, io when the port is taken, invalid_argument for a rulebook or form with a fault.
    static base::Result<std::unique_ptr<Server>> create(const ServerOptions& options);

    // Lets requests under way end, then stops; blocks for a few seconds at most.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;

  private:
    struct Parts;
    explicit Server(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> parts_;
};

} // namespace rexue::server
