// Every status of SAM-V (GA 467) has its code, its name and its group.
#include "platform/devices/id_reader/samv/status_word.h"

#include <gtest/gtest.h>

namespace rexue::devices::samv {

TEST(StatusWordTest, CodesNamesAndGroups) {
    struct Row {
        unsigned code;
        const char* name;
        StatusGroup group;
    };
    constexpr Row rows[] = {
        {0x01, "port_failed", StatusGroup::module},
        {0x02, "timed_out", StatusGroup::module},
        {0x03, "transfer_failed", StatusGroup::module},
        {0x05, "serial_unusable", StatusGroup::module},
        {0x10, "wrong_checksum", StatusGroup::line},
        {0x11, "wrong_length", StatusGroup::line},
        {0x21, "wrong_command", StatusGroup::line},
        {0x23, "not_permitted", StatusGroup::module},
        {0x24, "unknown_error", StatusGroup::module},
        {0x31, "card_refuses_sam", StatusGroup::card},
        {0x32, "sam_refuses_card", StatusGroup::card},
        {0x33, "information_unverified", StatusGroup::card},
        {0x40, "wrong_card_type", StatusGroup::card},
        {0x41, "read_failed", StatusGroup::card},
        {0x47, "random_failed", StatusGroup::card},
        {0x60, "self_test_failed", StatusGroup::module},
        {0x66, "sam_unauthorised", StatusGroup::module},
        {0x80, "find_failed", StatusGroup::no_card},
        {0x81, "select_failed", StatusGroup::card},
        {0x90, "done", StatusGroup::success},
        {0x91, "item_empty", StatusGroup::card},
        {0x9F, "card_found", StatusGroup::success},
    };
    for (const Row& row : rows) {
        const auto status = static_cast<StatusWord>(row.code);
        EXPECT_EQ(to_string(status), row.name);
        EXPECT_EQ(group_of(status), row.group) << row.name;
    }
}

TEST(StatusWordTest, AnyOtherCodeIsTheModulesTrouble) {
    for (const unsigned code : {0x00U, 0x04U, 0x55U, 0xFFU}) {
        EXPECT_EQ(to_string(static_cast<StatusWord>(code)), "unlisted");
        EXPECT_EQ(group_of(static_cast<StatusWord>(code)), StatusGroup::module);
    }
}

} // namespace rexue::devices::samv
