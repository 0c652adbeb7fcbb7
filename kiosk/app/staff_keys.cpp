#include "kiosk/app/staff_keys.h"

#include <array>

namespace rexue::app {

namespace {

namespace staff = flow::staff;
using window::Key;

struct CommandKey {
    char32_t character;
    staff::Command command;
};

constexpr std::array command_keys{
    CommandKey{U'r', staff::Command::recall}, CommandKey{U'i', staff::Command::arrived},
    CommandKey{U'm', staff::Command::missed}, CommandKey{U'd', staff::Command::served},
    CommandKey{U'u', staff::Command::undo},
};

std::optional<staff::Event> command_of(const window::KeyInput& key, const staff::Session& session) {
    const auto asked = [&](staff::Command command) -> std::optional<staff::Event> {
        if (!staff::can_ask(session, command)) return std::nullopt;
        return staff::CommandTapped{.command = command};
    };
    if (key.key == Key::space || key.key == Key::enter) return asked(staff::Command::next);
    for (const CommandKey& one : command_keys) {
        const char32_t capital = one.character - U'a' + U'A';
        if (key.character == one.character || key.character == capital) return asked(one.command);
    }
    return std::nullopt;
}

std::optional<staff::Event> typed(const window::KeyInput& key) {
    if (key.character >= U'0' && key.character <= U'9') {
        return staff::DigitTapped{.digit = static_cast<char>(key.character)};
    }
    if (key.key == Key::backspace) return staff::EraseTapped{};
    if (key.key == Key::enter) return staff::SignInTapped{};
    return std::nullopt;
}

std::optional<staff::Event> figure_typed(const window::KeyInput& key) {
    if (key.character == U'.') return staff::PointTapped{};
    if (key.key == Key::enter) return staff::KeepTapped{};
    return typed(key);
}

std::optional<staff::Event> way_back(staff::State state) {
    switch (state) {
        case staff::State::reviews:
        case staff::State::review:
        case staff::State::correcting:
        case staff::State::measuring:
        case staff::State::matching:
        case staff::State::giving:
        case staff::State::deciding:
            return staff::BackTapped{};
        case staff::State::signed_out:
        case staff::State::signing_in:
        case staff::State::choose_desk:
        case staff::State::desk:
            return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

std::optional<staff::Event> staff_event_of(const window::KeyInput& key,
                                           const staff::Session& session) {
    if (session.state == staff::State::signed_out) return typed(key);
    if (session.state == staff::State::desk) return command_of(key, session);
    // On the way back nothing is kept.
    if (key.key == Key::escape) return way_back(session.state);
    if (session.state == staff::State::measuring || session.state == staff::State::correcting) {
        return figure_typed(key);
    }
    return std::nullopt;
}

} // namespace rexue::app
