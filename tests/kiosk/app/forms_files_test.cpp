// A terminal has all it needs for a talk, or is told which file is at fault.
#include "kiosk/app/forms_files.h"

#include <gtest/gtest.h>

#include "platform/storage/file.h"
#include "tests/platform/storage/temporary_folder.h"

namespace rexue::app {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;

class FormsFiles : public ::testing::Test {
  protected:
    FormsFiles() {
        for (const char* part : {"questionnaires", "rulebooks", "consents", "forms.json"})
            fs::copy(fs::path(REXUE_SOURCE_DIR "/assets") / part, assets_.path() / part,
                     fs::copy_options::recursive);
    }
    void change(const std::string& file, const std::string& from, const std::string& to) {
        auto text = storage::read_text_file(assets_.path() / file, 1 << 20).value();
        ASSERT_TRUE(text.contains(from));
        for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
            text.replace(at, from.size(), to);
        ASSERT_TRUE(
            storage::write_file_atomically(assets_.path() / file, base::bytes_of(text), 0600));
    }
    void expect_refused(ErrorCode code, const std::string& words) {
        const auto forms = load_forms(assets_.path());
        ASSERT_FALSE(forms.has_value());
        EXPECT_EQ(forms.error().code, code);
        EXPECT_TRUE(forms.error().detail.contains(words)) << forms.error().detail;
    }

    tests::TemporaryFolder assets_;
};

TEST_F(FormsFiles, AreWhatTheListNames) {
    ASSERT_TRUE(load_forms(assets_.path()).has_value());
    fs::rename(assets_.path() / "consents/data-use-2026-1.json",
               assets_.path() / "consents/data-use-approved.json");
    expect_refused(ErrorCode::not_found, "consents/data-use-2026-1.json");
    change("forms.json", "data-use-2026-1", "data-use-approved");
    EXPECT_TRUE(load_forms(assets_.path()).has_value());
}

TEST_F(FormsFiles, AreRefusedWithoutTheirList) {
    fs::remove(assets_.path() / "forms.json");
    expect_refused(ErrorCode::not_found, "forms.json");
}

TEST_F(FormsFiles, AFormThatCannotTakeWhatIsKnownIsRefused) {
    change("questionnaires/station-2026-1.json", "\"Q07.before\"", "\"Q07.earlier\"");
    expect_refused(ErrorCode::unsupported, "it has no question Q07.before of type boolean");
}

TEST_F(FormsFiles, AFormWithWordsThatNoScreenWouldShowIsRefused) {
    change("questionnaires/station-2026-1.json", R"("item": [
    {)",
           R"("item": [
    {
      "linkId": "between",
      "type": "display",
      "text": "示例"
    },
    {)");
    expect_refused(ErrorCode::unsupported, "a question of another kind");
}

} // namespace
} // namespace rexue::app
