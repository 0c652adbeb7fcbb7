// The words of the fault file, and which command each strikes.
#include "platform/devices/id_reader/simulated/fault.h"

#include <gtest/gtest.h>

namespace rexue::devices {

using samv::Command;
using samv::StatusWord;

TEST(FaultTest, Words) {
    EXPECT_EQ(parse_fault("unplugged\n").kind, FaultKind::unplugged);
    EXPECT_EQ(parse_fault(" silent ").kind, FaultKind::silent);
    EXPECT_EQ(parse_fault("wrong_checksum").kind, FaultKind::wrong_checksum);
    EXPECT_EQ(parse_fault("truncated").kind, FaultKind::truncated);
    EXPECT_EQ(parse_fault("overlong").kind, FaultKind::overlong);
    EXPECT_EQ(parse_fault("noise").kind, FaultKind::noise);
    EXPECT_EQ(parse_fault("lifted_mid_read").command, Command::read_text_and_photo);
    EXPECT_EQ(parse_fault("truncated@select").command, Command::select_card);
    EXPECT_EQ(parse_fault("sw:41").status, StatusWord::read_failed);
    EXPECT_EQ(parse_fault("sw:9f@read").status, StatusWord::card_found);
}

TEST(FaultTest, AnythingElseIsNoFault) {
    for (const char* word : {"", "\n", "silen", "silent noise", "silent@", "silent@write",
                             "sw:", "sw:4", "sw:411", "sw:zz", "@read", "Unplugged"}) {
        EXPECT_EQ(parse_fault(word), Fault{}) << word;
    }
}

TEST(FaultTest, StatusesStrikeTheCommandThatGivesThem) {
    struct Row {
        const char* word;
        bool find;
        bool select;
        bool read;
    };
    constexpr Row rows[] = {
        {"sw:80", true, false, false},      {"sw:81", false, true, false},
        {"sw:31", false, true, false},      {"sw:41", false, false, true},
        {"sw:91", false, false, true},      {"sw:60", true, true, true},
        {"sw:60@read", false, false, true}, {"silent", true, true, true},
        {"", false, false, false},
    };
    for (const Row& row : rows) {
        const Fault fault = parse_fault(row.word);
        EXPECT_EQ(strikes(fault, Command::find_card), row.find) << row.word;
        EXPECT_EQ(strikes(fault, Command::select_card), row.select) << row.word;
        EXPECT_EQ(strikes(fault, Command::read_text_and_photo), row.read) << row.word;
    }
}

} // namespace rexue::devices
