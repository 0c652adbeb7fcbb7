// Small helpers that the store's sources share: one statement in one line, values as columns.
#pragma once

#include <string>
#include <string_view>

#include <boost/describe.hpp>

#include "platform/base/date_text.h"
#include "platform/base/error.h"
#include "platform/base/uuid.h"
#include "platform/storage/database.h"

namespace rexue::server::sql {

inline std::int64_t column_of(base::Instant instant) {
    return instant.time_since_epoch().count();
}
inline base::Instant instant_of(std::int64_t column) {
    return base::Instant(std::chrono::milliseconds(column));
}

template <typename Enum>
std::string_view word_of(Enum value) {
    return boost::describe::enum_to_string(value, "");
}
// corrupt for a word that this program does not know.
template <typename Enum>
base::Result<Enum> enum_of(const std::string& word) {
    Enum value{};
    if (!boost::describe::enum_from_string(word.c_str(), value)) {
        return base::fail(base::ErrorCode::corrupt, "store: an unknown word");
    }
    return value;
}

// A statement that returns no rows.
template <typename... Values>
base::Status run(storage::Database& database, std::string_view text, const Values&... values) {
    auto statement = database.prepare(text);
    if (!statement) return base::fail(statement);
    return statement->bind(values...).run();
}

// Calls `row(const Statement&)` for each row, until it fails.
template <typename Row, typename... Values>
base::Status each(storage::Database& database, std::string_view text, Row row,
                  const Values&... values) {
    auto statement = database.prepare(text);
    if (!statement) return base::fail(statement);
    return statement->bind(values...).each(std::move(row));
}

// The first row through `row(const Statement&) -> Result<T>`; not_found with `missing` if none.
template <typename Row, typename... Values>
auto one(storage::Database& database, std::string_view missing, std::string_view text, Row row,
         const Values&... values) -> decltype(row(std::declval<const storage::Statement&>())) {
    auto statement = database.prepare(text);
    if (!statement) return base::fail(statement);
    const auto found = statement->bind(values...).step();
    if (!found) return base::fail(found);
    if (!*found) return base::fail(base::ErrorCode::not_found, std::string(missing));
    return row(*statement);
}

} // namespace rexue::server::sql
