// rexuectl read-id against a simulator that runs beside it, as in life.
#include "kiosk/ctl/read_id.h"

#include <filesystem>
#include <sstream>

#include <gtest/gtest.h>

#include "kiosk/rules/identity/card_record.h"
#include "platform/devices/id_reader/simulated/simulated_reader.h"

namespace rexue::ctl {

namespace {

using namespace std::chrono_literals;

class ReadIdTest : public testing::Test {
  protected:
    ReadIdTest() {
        std::string name = (std::filesystem::temp_directory_path() / "read_id.XXXXXX").string();
        EXPECT_NE(mkdtemp(name.data()), nullptr);
        path = name;
        device = *devices::SimulatedReader::create(
            {.folder = path, .read_duration = 20ms, .file_cadence = 5ms});
    }
    ~ReadIdTest() override {
        device.reset();
        std::filesystem::remove_all(path);
    }

    void lay(identity::IdentityDocument document) {
        const auto record = identity::make_card_record(document);
        ASSERT_TRUE(record.has_value());
        ASSERT_TRUE(device->folder().lay_card({.bytes = *record}).has_value());
    }

    int read(std::chrono::seconds patience = 20s) {
        return read_id((path / "port").string(), patience, out, err);
    }

    std::filesystem::path path;
    std::unique_ptr<devices::SimulatedReader> device;
    std::ostringstream out;
    std::ostringstream err;
};

identity::IdentityDocument an_invented_resident() {
    return {.kind = identity::DocumentKind::resident,
            .name = "示𠮷人",
            .english_name = "",
            .sex = identity::Sex::female,
            .birth = 1949y / 12 / 31,
            .number = "11010519491231002X",
            .nation_code = "01",
            .nationality = "",
            .address = "示例市示例路1号",
            .authority = "示例市公安局",
            .valid_from = 2016y / 3 / 1,
            .valid_to = std::nullopt,
            .valid_long_term = true,
            .permit_number = ""};
}

} // namespace

TEST_F(ReadIdTest, WritesEveryMember) {
    lay(an_invented_resident());
    EXPECT_EQ(read(), 0);
    EXPECT_EQ(
        out.str(),
        R"({"kind":"resident","name":"示𠮷人","english_name":"","sex":"female",)"
        R"("birth":"1949-12-31","number":"11010519491231002X","nation_code":"01","nation":"汉",)"
        R"("nationality":"","address":"示例市示例路1号","authority":"示例市公安局",)"
        R"("valid_from":"2016-03-01","valid_to":null,"valid_long_term":true,)"
        R"("permit_number":"","issue_count":null})"
        "\n");
    EXPECT_EQ(err.str(), "");
}

TEST_F(ReadIdTest, NoReaderAtThePort) {
    device.reset();
    EXPECT_EQ(read(), 1);
    EXPECT_EQ(out.str(), "");
    EXPECT_NE(err.str().find("No reader at"), std::string::npos) << err.str();
}

TEST_F(ReadIdTest, NoCardInTime) {
    EXPECT_EQ(read(1s), 1);
    EXPECT_NE(err.str().find("No card was laid"), std::string::npos) << err.str();
}

TEST_F(ReadIdTest, AReaderThatDoesNotAnswer) {
    ASSERT_TRUE(device->folder().set_fault("silent").has_value());
    EXPECT_EQ(read(1s), 1);
    EXPECT_NE(err.str().find("No reader answers"), std::string::npos) << err.str();
}

TEST_F(ReadIdTest, ACardThatCannotBeRead) {
    ASSERT_TRUE(device->folder().set_fault("sw:41").has_value());
    lay(an_invented_resident());
    EXPECT_EQ(read(1s), 1);
    EXPECT_NE(err.str().find("could not be read"), std::string::npos) << err.str();
}

TEST_F(ReadIdTest, ARecordWithAWrongCheckDigitIsNotRepeated) {
    auto document = an_invented_resident();
    document.number = "110105194912310021";
    lay(document);
    EXPECT_EQ(read(), 1);
    EXPECT_EQ(out.str(), "");
    EXPECT_NE(err.str().find("check digit"), std::string::npos) << err.str();
    EXPECT_EQ(err.str().find("1101"), std::string::npos);
}

TEST_F(ReadIdTest, NoPortAtAll) {
    EXPECT_EQ(read_id("", 1s, out, err), 1);
    EXPECT_NE(err.str(), "");
}

} // namespace rexue::ctl
