#include "platform/command_line/command_line.h"

#include <iostream>
#include <string>

#include "platform/base/error.h"

namespace rexue::command_line {
namespace {

// The innermost command that was understood.
const CLI::App& last_command(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app : last_command(*chosen.back());
}

// CLI11 says of a misspelt command that one is required, and not which word it did not know.
std::string sentence_of(const CLI::App& app, const CLI::ParseError& error) {
    const CLI::App& command = last_command(app);
    const auto unknown = command.remaining();
    if (command.get_require_subcommand_min() == 0 || unknown.empty()) return error.what();
    return "there is no command \"" + unknown.front() + "\"";
}

} // namespace

std::optional<int> parse(CLI::App& app, int argc, const char* const* argv) {
    REXUE_ASSERT(app.get_description().contains(':'));
    const std::string name = app.get_description().substr(0, app.get_description().find(':'));
    app.set_version_flag("--version", name + " " REXUE_VERSION);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& asked) { // --help, --version
        return app.exit(asked);
    } catch (const CLI::ParseError& error) {
        std::cerr << name << ": " << sentence_of(app, error) << " (--help tells what there is)\n";
        return error.get_exit_code();
    }
    return std::nullopt;
}

} // namespace rexue::command_line
