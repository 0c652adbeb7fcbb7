#include "platform/storage/statement.h"

#include <string>

#include "platform/storage/connection.h"
#include "platform/storage/sqlite_error.h"

namespace rexue::storage {

Statement::Statement(detail::Connection& connection, detail::PreparedStatement& prepared)
    : connection_(&connection), prepared_(&prepared) {
    prepared_->in_use = true;
}

Statement::Statement(Statement&& other) noexcept
    : connection_(other.connection_),
      prepared_(std::exchange(other.prepared_, nullptr)),
      bind_fault_(other.bind_fault_) {}

Statement::~Statement() {
    if (prepared_ == nullptr) return;
    sqlite3_reset(prepared_->handle.get());
    // Bound names and numbers are not kept in memory between two uses.
    sqlite3_clear_bindings(prepared_->handle.get());
    prepared_->in_use = false;
}

base::Result<bool> Statement::step() {
    if (bind_fault_ != SQLITE_OK) {
        return std::unexpected(detail::sqlite_error(bind_fault_, "bind"));
    }
    const int code = sqlite3_step(prepared_->handle.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    auto error = detail::newest_error(connection_->handle.get(), "step");
    sqlite3_reset(prepared_->handle.get());
    return std::unexpected(std::move(error));
}

base::Status Statement::run() {
    while (true) {
        const auto row = step();
        if (!row) return base::fail(row);
        if (!*row) return {};
    }
}

void Statement::reset() {
    sqlite3_reset(prepared_->handle.get());
    bind_fault_ = SQLITE_OK;
}

void Statement::note_bind(int code) {
    if (bind_fault_ == SQLITE_OK) bind_fault_ = code;
}

// `$2` is a name to SQLite: the same text is then good for PostgreSQL, where it is a position.
int Statement::position_of(int index) const {
    const std::string name = "$" + std::to_string(index);
    return sqlite3_bind_parameter_index(prepared_->handle.get(), name.c_str());
}

void Statement::bind_null(int index) {
    note_bind(sqlite3_bind_null(prepared_->handle.get(), position_of(index)));
}

void Statement::bind_integer(int index, std::int64_t value) {
    note_bind(sqlite3_bind_int64(prepared_->handle.get(), position_of(index), value));
}

void Statement::bind_real(int index, double value) {
    note_bind(sqlite3_bind_double(prepared_->handle.get(), position_of(index), value));
}

void Statement::bind_text(int index, std::string_view value) {
    // A null pointer would bind NULL; empty text is text.
    const char* data = value.data() == nullptr ? "" : value.data();
    note_bind(sqlite3_bind_text64(prepared_->handle.get(), position_of(index), data, value.size(),
                                  SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_bytes(int index, std::span<const std::byte> value) {
    const void* data = value.empty() ? static_cast<const void*>("") : value.data();
    note_bind(sqlite3_bind_blob64(prepared_->handle.get(), position_of(index), data, value.size(),
                                  SQLITE_TRANSIENT));
}

bool Statement::column_is_null(int index) const {
    return sqlite3_column_type(prepared_->handle.get(), index) == SQLITE_NULL;
}

std::int64_t Statement::column_integer(int index) const {
    return sqlite3_column_int64(prepared_->handle.get(), index);
}

double Statement::column_real(int index) const {
    return sqlite3_column_double(prepared_->handle.get(), index);
}

std::string Statement::column_text(int index) const {
    const auto* text = sqlite3_column_text(prepared_->handle.get(), index);
    const auto size = sqlite3_column_bytes(prepared_->handle.get(), index);
    if (text == nullptr) return {};
    return {reinterpret_cast<const char*>(text), static_cast<size_t>(size)};
}

base::Bytes Statement::column_bytes(int index) const {
    const auto* data =
        static_cast<const std::byte*>(sqlite3_column_blob(prepared_->handle.get(), index));
    const auto size = sqlite3_column_bytes(prepared_->handle.get(), index);
    if (data == nullptr) return {};
    return {data, data + size};
}

} // namespace rexue::storage
