// The tables, one migration step a release that changed them. Written so that SQLite and
// PostgreSQL both take it: text for ids and days, BIGINT for instants in ms since 1970 UTC.
#pragma once

#include <array>
#include <string_view>

namespace rexue::server {

inline constexpr std::array<std::string_view, 8> schema_steps{R"sql(
CREATE TABLE houses (
    id TEXT PRIMARY KEY,
    definition TEXT NOT NULL,
    last_sequence BIGINT NOT NULL DEFAULT 0
);

CREATE TABLE enrolment_codes (
    code_hash TEXT PRIMARY KEY,
    house TEXT NOT NULL REFERENCES houses (id),
    surface TEXT NOT NULL,
    ticket_letter TEXT NOT NULL,
    expires BIGINT NOT NULL,
    used_at BIGINT
);

CREATE TABLE terminals (
    id TEXT PRIMARY KEY,
    house TEXT NOT NULL REFERENCES houses (id),
    surface TEXT NOT NULL,
    ticket_letter TEXT NOT NULL,
    certificate TEXT NOT NULL,
    fingerprint TEXT NOT NULL UNIQUE,
    enrolled_at BIGINT NOT NULL,
    revoked_at BIGINT
);

CREATE TABLE instances (
    terminal TEXT PRIMARY KEY REFERENCES terminals (id),
    instance TEXT NOT NULL,
    heard_at BIGINT NOT NULL
);

CREATE TABLE events (
    house TEXT NOT NULL REFERENCES houses (id),
    sequence BIGINT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    ticket TEXT,
    visit TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (house, sequence)
);
CREATE INDEX events_of_day ON events (house, day, sequence);
-- One ticket is given once a day.
CREATE UNIQUE INDEX tickets_of_day ON events (house, day, ticket) WHERE kind = 'checked_in';

CREATE TABLE records (
    visit TEXT NOT NULL,
    revision INTEGER NOT NULL,
    house TEXT NOT NULL REFERENCES houses (id),
    terminal TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    ciphertext TEXT NOT NULL,
    signature TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (visit, revision)
);

CREATE TABLE donors (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    document_number TEXT NOT NULL UNIQUE,
    mobile TEXT NOT NULL
);

CREATE TABLE donations (
    donor TEXT NOT NULL REFERENCES donors (id),
    day TEXT NOT NULL,
    type TEXT NOT NULL,
    volume_ml INTEGER,
    units INTEGER,
    PRIMARY KEY (donor, day, type)
);

CREATE TABLE honour_cards (
    number TEXT PRIMARY KEY,
    donor TEXT NOT NULL UNIQUE REFERENCES donors (id)
);

CREATE TABLE staff (
    house TEXT NOT NULL REFERENCES houses (id),
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    pin_hash TEXT NOT NULL,
    wrong_pins INTEGER NOT NULL DEFAULT 0,
    blocked_until BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (house, number)
);

CREATE TABLE staff_sessions (
    token_hash TEXT PRIMARY KEY,
    terminal TEXT NOT NULL REFERENCES terminals (id),
    house TEXT NOT NULL,
    staff TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    expires BIGINT NOT NULL
);
)sql",
                                                              R"sql(
-- Each record that comes in asks who checked its visit in.
CREATE INDEX check_ins_of_visit ON events (visit) WHERE kind = 'checked_in';
)sql",
                                                              R"sql(
-- Staff numbers that nobody has wait after wrong PINs like those that somebody has.
CREATE TABLE unknown_staff (
    house TEXT NOT NULL REFERENCES houses (id),
    number TEXT NOT NULL,
    wrong_pins INTEGER NOT NULL,
    blocked_until BIGINT NOT NULL,
    tried_at BIGINT NOT NULL,
    PRIMARY KEY (house, number)
);
CREATE INDEX unknown_staff_tried ON unknown_staff (tried_at);
)sql",
                                                              R"sql(
-- What staff have done with a visit, sealed to the server's key. Only ever added to.
CREATE TABLE review_steps (
    visit TEXT NOT NULL,
    position INTEGER NOT NULL,
    house TEXT NOT NULL REFERENCES houses (id),
    id TEXT NOT NULL UNIQUE,
    sealed TEXT NOT NULL,
    taken_at BIGINT NOT NULL,
    PRIMARY KEY (visit, position)
);
)sql",
                                                              R"sql(
-- Who has booked stays sealed; the day stands in the open for counts, and the donor for whoever
-- comes on it.
CREATE TABLE bookings (
    id TEXT PRIMARY KEY,
    house TEXT NOT NULL REFERENCES houses (id),
    day TEXT NOT NULL,
    donor TEXT REFERENCES donors (id),
    terminal TEXT NOT NULL,
    algorithm TEXT NOT NULL,
    ciphertext TEXT NOT NULL,
    signature TEXT NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE INDEX bookings_of_day ON bookings (house, day, donor);
)sql",
                                                              R"sql(
-- What honours count: where a donation was given, and what a donor did beside giving blood.
ALTER TABLE donations ADD COLUMN place TEXT;
ALTER TABLE donors ADD COLUMN volunteer_hours INTEGER;
ALTER TABLE donors ADD COLUMN volunteer_years INTEGER;
ALTER TABLE donors ADD COLUMN stem_cell_donations INTEGER;
ALTER TABLE donors ADD COLUMN rare_group INTEGER;

-- Coins and certificates of a house, and who gave them out in which visit.
CREATE TABLE offer_stock (
    house TEXT NOT NULL REFERENCES houses (id),
    offer TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (house, offer)
);
CREATE TABLE gifts (
    visit TEXT NOT NULL,
    offer TEXT NOT NULL,
    house TEXT NOT NULL REFERENCES houses (id),
    staff TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (visit, offer)
);
)sql",
                                                              R"sql(
-- What physicians have decided of somebody on record, until when; why stays in the sealed step.
CREATE TABLE deferrals (
    donor TEXT NOT NULL REFERENCES donors (id),
    type TEXT NOT NULL,
    until TEXT,
    visit TEXT NOT NULL,
    decided_at BIGINT NOT NULL,
    PRIMARY KEY (donor, type)
);
)sql",
                                                              R"sql(
-- Honour cards that were issued; a place in the revocation list is given once.
CREATE TABLE cards (
    place INTEGER PRIMARY KEY,
    number TEXT NOT NULL,
    donor TEXT NOT NULL REFERENCES donors (id),
    issued_at BIGINT NOT NULL,
    expires BIGINT NOT NULL,
    revoked_at BIGINT,
    code TEXT NOT NULL
);
CREATE INDEX cards_of_donor ON cards (donor, issued_at);
CREATE INDEX cards_of_number ON cards (number);

-- Dynamic codes of the last half hour: who shows one at two terminals shows a picture of it.
CREATE TABLE shown_codes (
    step BIGINT NOT NULL,
    card TEXT NOT NULL,
    terminal TEXT NOT NULL,
    PRIMARY KEY (step, card)
);
)sql"};

} // namespace rexue::server
