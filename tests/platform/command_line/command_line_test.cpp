// What a person at a shell is told when the words are wrong.
#include "platform/command_line/command_line.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace rexue::command_line {
namespace {

class CommandLine : public testing::Test {
  protected:
    CommandLine() {
        app_.require_subcommand(1);
        auto* box = app_.add_subcommand("box", "a box");
        box->require_subcommand(1);
        box->add_subcommand("open", "opens it")->callback([this] { ++opened_; });
        app_.add_subcommand("fill", "fills it")->add_option("what", what_)->required();
    }

    std::optional<int> parse(std::vector<const char*> words) {
        words.insert(words.begin(), "program");
        testing::internal::CaptureStderr();
        testing::internal::CaptureStdout();
        const auto ended = command_line::parse(app_, static_cast<int>(words.size()), words.data());
        errors_ = testing::internal::GetCapturedStderr();
        out_ = testing::internal::GetCapturedStdout();
        return ended;
    }

    CLI::App app_{"rexue-sample: shows how words are taken"};
    int opened_ = 0;
    std::string what_;
    std::string errors_;
    std::string out_;
};

TEST_F(CommandLine, runs_what_was_asked_for) {
    EXPECT_EQ(parse({"box", "open"}), std::nullopt);
    EXPECT_EQ(opened_, 1);
    EXPECT_EQ(errors_, "");
}

TEST_F(CommandLine, names_the_command_that_there_is_not) {
    EXPECT_NE(parse({"bxo", "open"}).value_or(0), 0);
    EXPECT_EQ(errors_, "rexue-sample: there is no command \"bxo\" (--help tells what there is)\n");
    EXPECT_NE(parse({"box", "opne"}).value_or(0), 0);
    EXPECT_EQ(errors_, "rexue-sample: there is no command \"opne\" (--help tells what there is)\n");
    EXPECT_EQ(opened_, 0);
}

TEST_F(CommandLine, says_what_is_missing) {
    EXPECT_NE(parse({}).value_or(0), 0);
    EXPECT_EQ(errors_, "rexue-sample: A subcommand is required (--help tells what there is)\n");
    EXPECT_NE(parse({"fill"}).value_or(0), 0);
    EXPECT_EQ(errors_, "rexue-sample: what is required (--help tells what there is)\n");
}

TEST_F(CommandLine, tells_its_version_and_its_help_on_stdout) {
    EXPECT_EQ(parse({"--version"}), 0);
    EXPECT_TRUE(out_.starts_with("rexue-sample ")) << out_;
    EXPECT_EQ(parse({"--help"}), 0);
    EXPECT_NE(out_.find("a box"), std::string::npos) << out_;
    EXPECT_EQ(errors_, "");
}

} // namespace
} // namespace rexue::command_line
