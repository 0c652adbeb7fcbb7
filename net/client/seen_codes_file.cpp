#include "net/client/seen_codes_file.h"

#include <array>

namespace rexue::client {

namespace {

constexpr std::array<std::string_view, 2> schema{R"sql(
CREATE TABLE seen_code (
    step INTEGER NOT NULL,  -- half minutes since 2020-01-01
    card INTEGER NOT NULL,
    PRIMARY KEY (step, card)
) WITHOUT ROWID;
)sql",
                                                 R"sql(
CREATE TABLE forgotten (
    to_step INTEGER NOT NULL  -- the latest step of which a code went
);
INSERT INTO forgotten (to_step) VALUES (-1);
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

base::Status SeenCodesFile::forget_before(std::int64_t step) {
    // The clock may go ahead and be put back: how far it has forgotten stays on record.
    auto note = database_.prepare(
        "UPDATE forgotten SET to_step = max(to_step, "
        "(SELECT coalesce(max(step), -1) FROM seen_code WHERE step < $1))");
    if (!note) return base::fail(note);
    if (const auto done = note->bind(step).run(); !done) return base::fail(done);
    auto forget = database_.prepare("DELETE FROM seen_code WHERE step < $1");
    if (!forget) return base::fail(forget);
    return forget->bind(step).run();
}

base::Result<std::int64_t> SeenCodesFile::forgotten_to() {
    auto ask = database_.prepare("SELECT to_step FROM forgotten");
    if (!ask) return base::fail(ask);
    const auto row = ask->step();
    if (!row) return base::fail(row);
    return *row ? ask->column<std::int64_t>(0) : -1;
}

base::Result<bool> SeenCodesFile::first_time(const credential::SeenCode& code,
                                             std::int64_t now_step) {
    auto transaction = database_.begin();
    if (!transaction) return base::fail(transaction);
    if (const auto done = forget_before(now_step - credential::kept_steps); !done) {
        return base::fail(done);
    }
    const auto forgotten = forgotten_to();
    if (!forgotten) return base::fail(forgotten);
    auto note = database_.prepare(
        "INSERT INTO seen_code (step, card) VALUES ($1, $2) ON CONFLICT DO NOTHING");
    if (!note) return base::fail(note);
    if (const auto done = note->bind(code.absolute_step, code.card_number).run(); !done) {
        return base::fail(done);
    }
    const bool is_new = database_.changed_rows() == 1;
    if (const auto kept = transaction->commit(); !kept) return base::fail(kept);
    if (is_new && code.absolute_step <= *forgotten) return credential::time_forgotten();
    return is_new;
}

} // namespace rexue::client
