#include "platform/devices/id_reader/simulated/fault.h"

#include <algorithm>
#include <array>
#include <utility>

#include "platform/base/encoding.h"
#include "platform/base/utf8.h"

namespace rexue::devices {

namespace {

using samv::Command;
using samv::StatusGroup;
using samv::StatusWord;

template <typename Value, size_t size>
std::optional<Value> find_word(const std::array<std::pair<std::string_view, Value>, size>& words,
                               std::string_view word) {
    const auto found = std::ranges::find(words, word, &std::pair<std::string_view, Value>::first);
    return found != words.end() ? std::optional(found->second) : std::nullopt;
}

constexpr auto kinds = std::to_array<std::pair<std::string_view, FaultKind>>({
    {"unplugged", FaultKind::unplugged},
    {"silent", FaultKind::silent},
    {"wrong_checksum", FaultKind::wrong_checksum},
    {"truncated", FaultKind::truncated},
    {"overlong", FaultKind::overlong},
    {"noise", FaultKind::noise},
    {"lifted_mid_read", FaultKind::lifted_mid_read},
});

constexpr auto commands = std::to_array<std::pair<std::string_view, Command>>({
    {"find", Command::find_card},
    {"select", Command::select_card},
    {"read", Command::read_text_and_photo},
});

std::optional<Command> usual_command(StatusWord status) {
    if (status == StatusWord::find_failed) return Command::find_card;
    if (status == StatusWord::read_failed || status == StatusWord::item_empty) {
        return Command::read_text_and_photo;
    }
    if (samv::group_of(status) == StatusGroup::card) return Command::select_card;
    return std::nullopt;
}

std::optional<Fault> parse_kind(std::string_view word) {
    constexpr std::string_view status = "sw:";
    if (word.starts_with(status)) {
        const auto code = base::hex_decode(word.substr(status.size()));
        if (!code || code->size() != 1) return std::nullopt;
        const auto sw3 = static_cast<StatusWord>(code->front());
        return Fault{.kind = FaultKind::status, .status = sw3, .command = usual_command(sw3)};
    }
    const auto kind = find_word(kinds, word);
    if (!kind) return std::nullopt;
    Fault fault{.kind = *kind};
    if (*kind == FaultKind::lifted_mid_read) fault.command = Command::read_text_and_photo;
    return fault;
}

} // namespace

Fault parse_fault(std::string_view text) {
    const std::string_view word = base::trimmed(text);
    const size_t at = word.find('@');
    auto fault = parse_kind(word.substr(0, at));
    if (!fault) return {};
    if (at != std::string_view::npos) {
        fault->command = find_word(commands, word.substr(at + 1));
        if (!fault->command) return {};
    }
    return *fault;
}

bool strikes(const Fault& fault, Command command) {
    if (fault.kind == FaultKind::none) return false;
    return !fault.command || *fault.command == command;
}

} // namespace rexue::devices
