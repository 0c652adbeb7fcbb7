// Terminal and server read a station's settings the same way, or nobody is cleared here.
#include "kiosk/app/station_forms.h"

#include <gtest/gtest.h>

#include "kiosk/app/forms_files.h"
#include "net/server/review/catalogues.h"
#include "platform/storage/file.h"
#include "tests/platform/storage/temporary_folder.h"

namespace rexue::app {
namespace {

constexpr base::Date day = std::chrono::year(2026) / std::chrono::June / 14;
const std::string assets = REXUE_SOURCE_DIR "/assets";
constexpr const char* cooler = R"({"station":"示例站","overrides":[
    {"rule":"L09","at_most":37.2,"set_by":"1004","set_on":"2026-03-01"}]})";
constexpr const char* of_no_book = R"({"station":"示例站","overrides":[
    {"rule":"X99","in_use":false,"set_by":"1004","set_on":"2026-03-01"}]})";

std::string book_name(const std::shared_ptr<const flow::donor::Forms>& forms) {
    return forms->books.in_force(day)->name();
}

TEST(StationForms, NameTheBookAsTheServerDoesWithTheSameSettings) {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "station.json";
    ASSERT_TRUE(storage::write_file_atomically(file, base::bytes_of(cooler), 0600));
    const auto server = server::Catalogues::load(assets, file).value();
    const auto shipped = load_forms(assets).value();
    const auto read = as_station_reads(shipped, server.settings());
    ASSERT_NE(read, nullptr);
    EXPECT_EQ(book_name(read), server.book_in_force(day)->name());
    EXPECT_NE(book_name(read), book_name(shipped));
    EXPECT_EQ(server.book(book_name(shipped)), nullptr) << "judged otherwise: staff find out";
}

TEST(StationForms, AreAsTheyWereWhereTheStationSetsNothing) {
    const auto shipped = load_forms(assets).value();
    EXPECT_EQ(as_station_reads(shipped, std::nullopt), shipped);
    EXPECT_EQ(as_station_reads(nullptr, cooler), nullptr);
}

TEST(StationForms, AreNoneWhereTheSettingsDoNotFit) {
    const auto shipped = load_forms(assets).value();
    for (const char* settings : {of_no_book, "{", ""})
        EXPECT_EQ(as_station_reads(shipped, settings), nullptr) << settings;
}

} // namespace
} // namespace rexue::app
