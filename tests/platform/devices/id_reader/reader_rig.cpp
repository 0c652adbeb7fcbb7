#include "tests/platform/devices/id_reader/reader_rig.h"

#include <cstdlib>
#include <string>

namespace rexue::devices {

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "id_reader.XXXXXX").string();
    EXPECT_NE(mkdtemp(name.data()), nullptr);
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::filesystem::remove_all(path_);
}

CardText a_card(char mark) {
    CardText card;
    for (size_t i = 0; i < card.bytes.size(); ++i) {
        card.bytes[i] = static_cast<std::byte>(static_cast<size_t>(mark) * i);
    }
    return card;
}

SimulatedReaderOptions quick_device(const std::filesystem::path& folder) {
    return {.folder = folder,
            .read_duration = std::chrono::milliseconds(20),
            .file_cadence = std::chrono::milliseconds(5)};
}

SerialReaderOptions quick_driver() {
    using std::chrono::milliseconds;
    // Time-outs long enough for a busy machine: a test waits them out once, if at all.
    return {.path = "",
            .find_timeout = milliseconds(150),
            .select_timeout = milliseconds(150),
            .read_timeout = milliseconds(250),
            .cadence = milliseconds(10),
            .notice = milliseconds(60)};
}

ReaderRig::ReaderRig(SerialReaderOptions driver) : folder_(temporary_.path()) {
    auto reader = SimulatedIdReader::create(quick_device(temporary_.path()), driver, heard_.sink());
    if (!reader) std::abort();
    reader_ = std::move(*reader);
}

void ReaderRig::lay(const CardText& card) {
    ASSERT_TRUE(folder_.lay_card(card).has_value());
}

void ReaderRig::lift() {
    ASSERT_TRUE(folder_.lift_card().has_value());
}

void ReaderRig::fault(std::string_view word) {
    ASSERT_TRUE(folder_.set_fault(word).has_value());
}

testing::AssertionResult ReaderRig::becomes(IdReaderCondition condition) {
    if (heard_.await(condition, patience)) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "it never became " << to_string(condition) << ", it is "
                                       << to_string(reader_->condition());
}

testing::AssertionResult ReaderRig::reads(const CardText& card) {
    const auto is_it = [&card](const IdReaderEvent& event) {
        const auto* read = std::get_if<CardRead>(&event);
        return read != nullptr && read->text.bytes == card.bytes;
    };
    if (heard_.await(is_it, patience)) return testing::AssertionSuccess();
    return testing::AssertionFailure()
           << "the card was not read, the reader is " << to_string(reader_->condition());
}

testing::AssertionResult ReaderRig::recovers() {
    fault("");
    lift();
    if (auto ready = becomes(IdReaderCondition::ready); !ready) return ready;
    lay(a_card('N'));
    return reads(a_card('N'));
}

} // namespace rexue::devices
