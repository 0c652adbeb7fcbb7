#include "platform/devices/id_reader/simulated/simulator_folder.h"

#include <array>
#include <fstream>
#include <span>
#include <string>

#include <sys/stat.h>

#include "platform/base/encoding.h"

namespace rexue::devices {

namespace {

namespace fs = std::filesystem;

base::Status status_of(const std::error_code& error) {
    if (!error) return {};
    return base::fail(base::ErrorCode::io, "simulated ID reader: " + error.message());
}

base::Status replace_file(const fs::path& file, std::span<const std::byte> bytes) {
    const fs::path fresh = file.string() + ".new";
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        for (const std::byte byte : bytes)
            out.put(std::to_integer<char>(byte));
        if (!out.flush()) {
            return base::fail(base::ErrorCode::io, "simulated ID reader: cannot write its files");
        }
    }
    std::error_code error;
    fs::rename(fresh, file, error);
    return status_of(error);
}

base::Status remove_file(const fs::path& file) {
    std::error_code error;
    fs::remove(file, error);
    return status_of(error);
}

} // namespace

base::Status SimulatorFolder::make() const {
    std::error_code error;
    fs::create_directories(path_, error);
    if (!error) fs::permissions(path_, fs::perms::owner_all, error);
    return status_of(error);
}

base::Status SimulatorFolder::lay_card(const CardText& card) const {
    return replace_file(card_file(), card.bytes);
}

base::Status SimulatorFolder::lift_card() const {
    return remove_file(card_file());
}

base::Status SimulatorFolder::set_fault(std::string_view word) const {
    if (word.empty()) return remove_file(fault_file());
    return replace_file(fault_file(), base::bytes_of(std::string(word) + "\n"));
}

base::Status SimulatorFolder::set_port(const std::string& terminal) const {
    const fs::path fresh = port_link().string() + ".new";
    std::error_code error;
    fs::remove(fresh, error);
    if (!error) fs::create_symlink(terminal, fresh, error);
    if (!error) fs::rename(fresh, port_link(), error);
    return status_of(error);
}

base::Status SimulatorFolder::remove_port() const {
    return remove_file(port_link());
}

std::optional<SimulatorFolder::CardStamp> SimulatorFolder::card_stamp() const {
    struct stat found{};
    if (::stat(card_file().c_str(), &found) != 0) return std::nullopt;
    if (found.st_size != static_cast<off_t>(CardText{}.bytes.size())) return std::nullopt;
    return CardStamp{.inode = found.st_ino,
                     .changed_at_ns = found.st_mtim.tv_sec * 1'000'000'000 + found.st_mtim.tv_nsec};
}

std::optional<CardText> SimulatorFolder::card() const {
    std::ifstream in(card_file(), std::ios::binary);
    CardText card;
    std::array<char, sizeof(card.bytes)> raw{};
    if (!in.read(raw.data(), raw.size()) || in.peek() != std::ifstream::traits_type::eof()) {
        return std::nullopt;
    }
    for (size_t i = 0; i < raw.size(); ++i)
        card.bytes[i] = static_cast<std::byte>(raw[i]);
    return card;
}

Fault SimulatorFolder::fault() const {
    std::ifstream in(fault_file());
    std::array<char, 64> word{};
    in.read(word.data(), word.size());
    return parse_fault(std::string_view(word.data(), static_cast<size_t>(in.gcount())));
}

} // namespace rexue::devices
