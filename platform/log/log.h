// The operators' log: every line is one of the events of catalogue.h with a few fields.
//
//   log::write(log::server_started, {{"port", 8443}});
//
// Fields are identifiers, codes, counts and durations. Never a name, a number of a document or
// card, an answer, a PIN or a token.
#pragma once

#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>

#include "platform/base/error.h"
#include "platform/base/strong_id.h"

namespace rexue::log {

enum class Level { debug, info, warning, error };

// Declared once, in catalogue.h.
struct LogEvent {
    std::string_view name; // lower_case_words, stable: operators search for it
    Level level = Level::info;
    std::string_view meaning; // a sentence for the operator's handbook
};

struct Field {
    std::string_view name;
    std::string value;

    Field(std::string_view field, std::string_view text) : name(field), value(text) {}
    Field(std::string_view field, std::integral auto number)
        : name(field), value(std::to_string(number)) {}
    template <typename Tag>
    Field(std::string_view field, const base::StrongId<Tag>& id) : name(field), value(id.value) {}
};

// One line on stderr: time, level, name, fields as name=value; control characters are escaped and
// values cut at 200 bytes. Any thread.
void write(const LogEvent& event, std::initializer_list<Field> fields = {});

// `fields` with the code and the detail of an error behind them.
void write(const LogEvent& event, const base::Error& error,
           std::initializer_list<Field> fields = {});

// Lines below the level are dropped from now on.
void set_level(Level lowest);

} // namespace rexue::log
