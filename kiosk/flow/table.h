// A flow is a table: a row for each (state, event) that means something, and nothing for the
// rest. Events that mean nothing in a state are ignored by rule, not by accident: a test walks
// all pairs and compares the table with the list of ignored ones.
#pragma once

#include <array>
#include <cstddef>
#include <type_traits>
#include <variant>
#include <vector>

namespace rexue::flow {

template <typename Session, typename Effect>
struct Step {
    Session session;
    std::vector<Effect> effects;
};

// The index of an event type in its variant: what a table row is keyed by.
template <typename Variant, typename Type, size_t index = 0>
constexpr size_t kind_of() {
    static_assert(index < std::variant_size_v<Variant>, "not an event of this flow");
    if constexpr (std::is_same_v<std::variant_alternative_t<index, Variant>, Type>) {
        return index;
    } else {
        return kind_of<Variant, Type, index + 1>();
    }
}

template <typename State, typename Handler>
struct Row {
    State state;
    size_t event_kind;
    Handler handler;
};

// What an event means in every state that has no row of its own for it.
template <typename Handler>
struct Rule {
    size_t event_kind;
    Handler handler;
};

// The row, else the rule, else null: the event means nothing here.
template <typename State, typename Handler, size_t row_count, size_t rule_count>
constexpr Handler find_handler(const std::array<Row<State, Handler>, row_count>& rows,
                               const std::array<Rule<Handler>, rule_count>& rules, State state,
                               size_t event_kind) {
    for (const auto& row : rows) {
        if (row.state == state && row.event_kind == event_kind) return row.handler;
    }
    for (const auto& rule : rules) {
        if (rule.event_kind == event_kind) return rule.handler;
    }
    return nullptr;
}

// One step of a flow: the session as the handler of the pair leaves it, and what that asks for.
// What means nothing here changes nothing.
template <typename Effect, typename Session, typename Event, typename Now, typename State,
          typename Handler, size_t row_count, size_t rule_count>
Step<Session, Effect> step(const std::array<Row<State, Handler>, row_count>& rows,
                           const std::array<Rule<Handler>, rule_count>& rules,
                           const Session& session, const Event& event, const Now& now) {
    Step<Session, Effect> step{.session = session, .effects = {}};
    if (const Handler handler = find_handler(rows, rules, session.state, event.index())) {
        handler(step, event, now);
    }
    return step;
}

} // namespace rexue::flow
