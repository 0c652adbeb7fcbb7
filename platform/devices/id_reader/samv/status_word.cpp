#include "platform/devices/id_reader/samv/status_word.h"

#include <algorithm>
#include <array>

namespace rexue::devices::samv {

namespace {

struct Entry {
    StatusWord status;
    StatusGroup group;
    std::string_view name;
};

constexpr auto entries = std::to_array<Entry>({
    {StatusWord::port_failed, StatusGroup::module, "port_failed"},
    {StatusWord::timed_out, StatusGroup::module, "timed_out"},
    {StatusWord::transfer_failed, StatusGroup::module, "transfer_failed"},
    {StatusWord::serial_unusable, StatusGroup::module, "serial_unusable"},
    {StatusWord::wrong_checksum, StatusGroup::line, "wrong_checksum"},
    {StatusWord::wrong_length, StatusGroup::line, "wrong_length"},
    {StatusWord::wrong_command, StatusGroup::line, "wrong_command"},
    {StatusWord::not_permitted, StatusGroup::module, "not_permitted"},
    {StatusWord::unknown_error, StatusGroup::module, "unknown_error"},
    {StatusWord::card_refuses_sam, StatusGroup::card, "card_refuses_sam"},
    {StatusWord::sam_refuses_card, StatusGroup::card, "sam_refuses_card"},
    {StatusWord::information_unverified, StatusGroup::card, "information_unverified"},
    {StatusWord::wrong_card_type, StatusGroup::card, "wrong_card_type"},
    {StatusWord::read_failed, StatusGroup::card, "read_failed"},
    {StatusWord::random_failed, StatusGroup::card, "random_failed"},
    {StatusWord::self_test_failed, StatusGroup::module, "self_test_failed"},
    {StatusWord::sam_unauthorised, StatusGroup::module, "sam_unauthorised"},
    {StatusWord::find_failed, StatusGroup::no_card, "find_failed"},
    {StatusWord::select_failed, StatusGroup::card, "select_failed"},
    {StatusWord::done, StatusGroup::success, "done"},
    {StatusWord::item_empty, StatusGroup::card, "item_empty"},
    {StatusWord::card_found, StatusGroup::success, "card_found"},
});

constexpr Entry unlisted{.status = {}, .group = StatusGroup::module, .name = "unlisted"};

const Entry& entry_of(StatusWord status) {
    const auto found = std::ranges::find(entries, status, &Entry::status);
    return found != entries.end() ? *found : unlisted;
}

} // namespace

StatusGroup group_of(StatusWord status) {
    return entry_of(status).group;
}

std::string_view to_string(StatusWord status) {
    return entry_of(status).name;
}

} // namespace rexue::devices::samv
