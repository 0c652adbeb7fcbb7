// One SQL statement on its way: bind parameters, step through rows, read columns by type.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "platform/base/encoding.h"
#include "platform/base/error.h"

namespace rexue::storage {

namespace detail {

struct Connection;
struct PreparedStatement;

template <typename T>
inline constexpr bool is_optional = false;
template <typename T>
inline constexpr bool is_optional<std::optional<T>> = true;

} // namespace detail

// Got from Database::prepare, must not outlive it. Giving it back (destruction) resets it and
// forgets what was bound.
class Statement {
  public:
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    // Binds `$1`, `$2` … in order: integers, double, bool (0/1), text, bytes, std::optional of
    // those, std::nullopt. Text and bytes are copied. A fault shows at the next step.
    template <typename... Values>
    Statement& bind(const Values&... values) {
        int index = 0;
        (bind_at(++index, values), ...);
        return *this;
    }

    template <typename T>
    void bind_at(int index, const T& value) {
        if constexpr (std::same_as<T, std::nullopt_t>) {
            bind_null(index);
        } else if constexpr (detail::is_optional<T>) {
            value ? bind_at(index, *value) : bind_null(index);
        } else if constexpr (std::integral<T>) {
            bind_integer(index, static_cast<std::int64_t>(value));
        } else if constexpr (std::floating_point<T>) {
            bind_real(index, value);
        } else if constexpr (std::convertible_to<const T&, std::string_view>) {
            bind_text(index, value);
        } else {
            bind_bytes(index, std::span<const std::byte>(value));
        }
    }

    // True: there is a row to read. False: done. already_exists for a broken UNIQUE or primary
    // key, conflict for any other constraint, storage_full, corrupt, io, unavailable (locked).
    base::Result<bool> step();
    // Calls `row(const Statement&) -> base::Status` for each row, until it fails.
    template <typename Row>
    base::Status each(Row row) {
        while (true) {
            const auto more = step();
            if (!more) return base::fail(more);
            if (!*more) return {};
            if (const base::Status read = row(std::as_const(*this)); !read) return read;
        }
    }
    // For statements whose rows do not matter.
    base::Status run();
    // Ready to be stepped again, with the same or other values bound.
    void reset();

    // Columns of the present row, counted from 0: std::int64_t, int, bool, double, std::string,
    // base::Bytes, std::optional of those. SQLite converts where the stored type differs.
    template <typename T>
    T column(int index) const {
        if constexpr (detail::is_optional<T>) {
            if (column_is_null(index)) return std::nullopt;
            return column<typename T::value_type>(index);
        } else if constexpr (std::same_as<T, bool>) {
            return column_integer(index) != 0;
        } else if constexpr (std::integral<T>) {
            return static_cast<T>(column_integer(index));
        } else if constexpr (std::floating_point<T>) {
            return column_real(index);
        } else if constexpr (std::same_as<T, std::string>) {
            return column_text(index);
        } else {
            static_assert(std::same_as<T, base::Bytes>, "no such column type");
            return column_bytes(index);
        }
    }

  private:
    friend class Database;
    Statement(detail::Connection& connection, detail::PreparedStatement& prepared);

    void bind_null(int index);
    void bind_integer(int index, std::int64_t value);
    void bind_real(int index, double value);
    void bind_text(int index, std::string_view value);
    void bind_bytes(int index, std::span<const std::byte> value);
    void note_bind(int code);
    int position_of(int index) const;

    bool column_is_null(int index) const;
    std::int64_t column_integer(int index) const;
    double column_real(int index) const;
    std::string column_text(int index) const;
    base::Bytes column_bytes(int index) const;

    detail::Connection* connection_;
    detail::PreparedStatement* prepared_;
    int bind_fault_ = 0;
};

} // namespace rexue::storage
