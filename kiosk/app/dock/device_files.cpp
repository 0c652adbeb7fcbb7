#include "kiosk/app/dock/device_files.h"

#include <algorithm>
#include <charconv>
#include <span>
#include <sstream>
#include <system_error>

#include "kiosk/ctl/make_card.h"
#include "kiosk/ctl/make_code.h"
#include "platform/base/utf8.h"
#include "platform/storage/file.h"

namespace rexue::app {

namespace {

namespace fs = std::filesystem;

constexpr size_t max_word_bytes = 256;
constexpr std::string_view cut_word = "cut";

std::string word_in(const fs::path& file) {
    const auto text = storage::read_text_file(file, max_word_bytes);
    return text ? std::string(base::trimmed(*text)) : "";
}

std::chrono::seconds seconds_in(const fs::path& file) {
    const std::string word = word_in(file);
    std::chrono::seconds::rep seconds = 0;
    std::from_chars(word.data(), word.data() + word.size(), seconds);
    return std::chrono::seconds(seconds);
}

base::Status made(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return base::fail(base::ErrorCode::io, folder.filename().string() + " is not there");
    return {};
}

base::Status removed(const fs::path& file) {
    std::error_code error;
    fs::remove(file, error);
    if (error) return base::fail(base::ErrorCode::io, file.filename().string() + " stays there");
    return {};
}

// What rexuectl would have said.
base::Status done(int exit_code, const std::ostringstream& said) {
    if (exit_code != 0) return base::fail(base::ErrorCode::io, said.str());
    return {};
}

} // namespace

DeviceState DeviceFiles::state() const {
    std::error_code ignored;
    return {
        .card_lies = fs::exists(card_file(), ignored),
        .code_is_shown = fs::exists(code_file(), ignored),
        .reader_fault = word_in(folder_ / "id_reader" / "fault"),
        .paper = word_in(folder_ / "ticket_printer" / "state"),
        .line = word_in(folder_ / "network") == cut_word ? client::Line::cut : client::Line::whole,
        .clock_offset = seconds_in(folder_ / "clock")};
}

std::vector<std::string> DeviceFiles::cards() const {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(samples_ / "cards", error)) {
        if (entry.path().extension() == ".json") names.push_back(entry.path().stem().string());
    }
    std::ranges::sort(names);
    return names;
}

base::Status DeviceFiles::lay_card(const std::string& card) const {
    if (auto folder = made(card_file().parent_path()); !folder) return folder;
    std::ostringstream said;
    return done(ctl::make_card(samples_ / "cards" / (card + ".json"), card_file(), said), said);
}

base::Status DeviceFiles::lift_card() const {
    return removed(card_file());
}

base::Status DeviceFiles::show_code() const {
    if (auto folder = made(code_file().parent_path()); !folder) return folder;
    std::ostringstream said;
    return done(ctl::make_code(word_in(samples_ / "cards" / "honour-card.txt"), code_file(), said),
                said);
}

base::Status DeviceFiles::hide_code() const {
    return removed(code_file());
}

base::Status DeviceFiles::set_reader_fault(std::string_view word) const {
    return write(folder_ / "id_reader" / "fault", word);
}

base::Status DeviceFiles::set_paper(std::string_view word) const {
    return write(folder_ / "ticket_printer" / "state", word);
}

base::Status DeviceFiles::set_line(client::Line line) const {
    return write(folder_ / "network", line == client::Line::cut ? cut_word : "");
}

base::Status DeviceFiles::set_clock_offset(std::chrono::seconds offset) const {
    return write(folder_ / "clock", std::to_string(offset.count()));
}

base::Status DeviceFiles::write(const fs::path& file, std::string_view text) const {
    if (auto folder = made(file.parent_path()); !folder) return folder;
    return storage::write_file_atomically(file, std::as_bytes(std::span(text)), 0600);
}

base::Result<fs::path> DeviceFiles::next_picture(std::string_view screen) const {
    const fs::path folder = folder_ / "screenshots";
    if (auto there = made(folder); !there) return base::fail(there);
    std::error_code ignored;
    for (int number = 1;; ++number) {
        fs::path name = folder / (std::string(screen) + "-" + std::to_string(number));
        if (!fs::exists(name.string() + ".png", ignored)) return name;
    }
}

} // namespace rexue::app
