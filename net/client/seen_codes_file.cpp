#include "net/client/seen_codes_file.h"

#include <array>

namespace rexue::client {

namespace {

constexpr std::array<std::string_view, 1> schema{R"sql(
CREATE TABLE seen_code (
    step INTEGER NOT NULL,  -- half minutes since 2020-01-01
    card INTEGER NOT NULL,
    PRIMARY KEY (step, card)
) WITHOUT ROWID;
)sql"};

// 4 MiB: a hundred thousand codes, more than can be shown in half an hour.
constexpr std::int64_t max_pages = 1'024;

} // namespace

base::Result<std::unique_ptr<SeenCodesFile>> SeenCodesFile::open(
    const std::filesystem::path& file) {
    auto database = storage::Database::open(file, {.max_pages = max_pages});
    if (!database) return base::fail(database);
    if (const auto ready = database->migrate(schema); !ready) return base::fail(ready);
    return std::unique_ptr<SeenCodesFile>(new SeenCodesFile(std::move(*database)));
}

base::Result<bool> SeenCodesFile::first_time(const credential::SeenCode& code,
                                             std::int64_t now_step) {
    auto transaction = database_.begin();
    if (!transaction) return base::fail(transaction);
    auto forget = database_.prepare("DELETE FROM seen_code WHERE step < $1");
    if (!forget) return base::fail(forget);
    if (const auto done = forget->bind(now_step - credential::kept_steps).run(); !done) {
        return base::fail(done);
    }
    auto note = database_.prepare(
        "INSERT INTO seen_code (step, card) VALUES ($1, $2) ON CONFLICT DO NOTHING");
    if (!note) return base::fail(note);
    if (const auto done = note->bind(code.absolute_step, code.card_number).run(); !done) {
        return base::fail(done);
    }
    const bool is_new = database_.changed_rows() == 1;
    if (const auto kept = transaction->commit(); !kept) return base::fail(kept);
    return is_new;
}

} // namespace rexue::client
