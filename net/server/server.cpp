#include "net/server/server.h"

#include <algorithm>

#include "net/server/http/http_server.h"
#include "net/server/store/sqlite_store.h"
#include "platform/log/catalogue.h"
#include "platform/storage/file.h"
#include "platform/storage/file_lock.h"

namespace rexue::server {

namespace {

struct Keys {
    keys::Authority authority;
    keys::SealingKeys sealing;
    std::string server_key;
    std::string certificate_chain;
};

std::unexpected<base::Error> missing(const DataFolder& data, const base::Error& error) {
    return base::fail(error.code, data.path.string() + ": " + error.detail +
                                      " (a data folder is made by rexue-server init)");
}

base::Result<Keys> read_keys(const DataFolder& data) {
    const auto text = [](const std::filesystem::path& path) {
        return storage::read_text_file(path, max_key_file_bytes);
    };
    const auto authority_key = text(data.authority_key());
    const auto authority_certificate = text(data.authority_certificate());
    const auto server_key = text(data.server_key());
    const auto server_certificate = text(data.server_certificate());
    for (const auto* file :
         {&authority_key, &authority_certificate, &server_key, &server_certificate}) {
        if (!*file) return missing(data, file->error());
    }
    auto authority = keys::Authority::load(
        {.key_pem = *authority_key, .certificate_pem = *authority_certificate});
    if (!authority) return base::fail(authority);
    auto secret = storage::read_file(data.sealing_key(), max_key_file_bytes);
    if (!secret) return missing(data, secret.error());
    auto sealing = keys::SealingKeys::load(std::move(*secret));
    if (!sealing) return base::fail(sealing);
    return Keys{.authority = std::move(*authority),
                .sealing = std::move(*sealing),
                .server_key = *server_key,
                .certificate_chain = *server_certificate + *authority_certificate};
}

} // namespace

// In the order they are needed: each rests on those above it and goes before them.
struct Server::Parts {
    storage::FileLock lock;
    Keys keys;
    std::unique_ptr<Store> store;
    Catalogues catalogues;
    CardDesk cards;
    Metrics metrics;
    FollowerHub followers;
    BriefCache briefs;
    Context context;
    std::unique_ptr<HttpServer> http;

    Parts(storage::FileLock taken, Keys all_keys, std::unique_ptr<Store> opened,
          Catalogues all_catalogues, CardDesk card_desk, const time::Clock& clock)
        : lock(std::move(taken)),
          keys(std::move(all_keys)),
          store(std::move(opened)),
          catalogues(std::move(all_catalogues)),
          cards(std::move(card_desk)),
          context{.store = *store,
                  .clock = clock,
                  .authority = keys.authority,
                  .sealing = keys.sealing,
                  .metrics = metrics,
                  .followers = followers,
                  .catalogues = catalogues,
                  .briefs = briefs,
                  .cards = cards} {}
};

base::Result<std::unique_ptr<Server>> Server::create(const ServerOptions& options) {
    REXUE_ASSERT(options.clock != nullptr);
    auto keys = read_keys(options.data);
    if (!keys) return base::fail(keys);
    auto lock = storage::FileLock::take(options.data.lock());
    if (!lock) return base::fail(lock);
    auto store = SqliteStore::open(options.data.database(), options.database);
    if (!store) return base::fail(store);
    auto catalogues = Catalogues::load(options.assets, options.station_settings);
    if (!catalogues) return base::fail(catalogues);
    for (const donation::Change& change : catalogues->changes()) {
        log::write(log::station_setting, {{"rule", change.rule},
                                          {"what", change.what},
                                          {"before", change.before},
                                          {"after", change.after},
                                          {"set_by", change.set_by},
                                          {"set_on", base::format_date(change.set_on)}});
    }
    auto cards = CardDesk::load(options.data, options.assets, options.cards);
    if (!cards) return base::fail(cards);
    auto parts = std::make_unique<Parts>(std::move(*lock), std::move(*keys), std::move(*store),
                                         std::move(*catalogues), std::move(*cards), *options.clock);
    HttpOptions http{.address = options.address,
                     .port = options.port,
                     .certificate_chain = parts->keys.certificate_chain,
                     .private_key = parts->keys.server_key,
                     .authority = parts->keys.authority.certificate_pem()};
    http.max_connections = options.max_connections;
    http.heartbeat = options.heartbeat;
    http.idle_timeout = options.idle_timeout;
    http.handshake_timeout = std::min(http.handshake_timeout, options.idle_timeout);
    auto listening = HttpServer::create(std::move(http), parts->context);
    if (!listening) return base::fail(listening);
    parts->http = std::move(*listening);
    log::write(log::server_started, {{"port", parts->http->port()}});
    return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() {
    parts_->http.reset();
    log::write(log::server_stopped);
}

std::uint16_t Server::port() const {
    return parts_->http->port();
}

} // namespace rexue::server
