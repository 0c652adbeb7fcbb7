// What honour cards are verified with at this terminal, with the line up or down: the issuer's keys
// and the list of revoked cards, fetched from the server and kept on disk, and the dynamic codes
// that were shown here.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "net/client/server_link.h"
#include "net/credential/verify.h"

namespace rexue::client {

struct CardTrustOptions {
    std::filesystem::path cache;      // a file, made when the server first answers
    std::filesystem::path seen_codes; // another: seen_codes_file.h
    std::chrono::milliseconds refresh = std::chrono::hours(3);
    // After an answer that was none, while the line is up.
    std::chrono::milliseconds first_retry = std::chrono::seconds(1);
    std::chrono::milliseconds longest_retry = std::chrono::minutes(5);
    // From the client thread, when keys or list are others, or newer: as_of() says another time.
    // May be left out.
    std::function<void()> on_change = {};
};

// Nothing: never heard.
struct CardsAsOf {
    std::optional<base::Instant> keys;        // when the server last said them
    std::optional<base::Instant> revocations; // the day of the list, as its issuer says
};

// Functions: any thread. Asks when the line comes up, as often as `refresh` says while it is up,
// and when told to. Goes before the link.
class CardTrust {
  public:
    // Reads what is kept; a damaged file is as none. io, storage_full when codes that are shown
    // cannot be kept.
    static base::Result<std::unique_ptr<CardTrust>> create(ServerLink& link,
                                                           CardTrustOptions options,
                                                           const time::Clock& clock);
    // Callbacks still to come do not come any more.
    ~CardTrust();
    CardTrust(const CardTrust&) = delete;
    CardTrust& operator=(const CardTrust&) = delete;

    // What this terminal knows by itself, at once; a dynamic code blocks on the disk. A dynamic
    // code that is valid is told to the server as well, while it is online: if another terminal has
    // told it of the same one, `second_word` is called with the same finding as seen_before, once,
    // from the client thread. A server that does not answer says nothing.
    using SecondWord = std::function<void(credential::Finding)>;
    credential::Finding verify(std::string_view text, base::Instant at,
                               SecondWord second_word = {});

    CardsAsOf as_of() const;
    void refresh();

  private:
    class Impl;
    CardTrust(HttpClient& http, std::shared_ptr<Impl> impl) : http_(http), impl_(std::move(impl)) {}

    HttpClient& http_;
    std::shared_ptr<Impl> impl_;
};

} // namespace rexue::client
