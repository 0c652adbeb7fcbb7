// A SAM-V reader made of software: it speaks the very bytes on a pseudo-terminal, and its card and
// its faults are files (simulator_folder.h).
//
// Usable alone: any program may open `port` of the folder, `rexuectl read-id --port …` among them.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <thread>

#include "platform/devices/id_reader/samv/frame_parser.h"
#include "platform/devices/id_reader/simulated/folder_watch.h"
#include "platform/devices/id_reader/simulated/pseudo_terminal.h"
#include "platform/devices/id_reader/simulated/simulator_folder.h"
#include "platform/devices/id_reader/stop_signal.h"

namespace rexue::devices {

struct SimulatedReaderOptions {
    std::filesystem::path folder; // made when it is not there
    // What a card takes to be read in life; the files may change meanwhile.
    std::chrono::milliseconds read_duration{700};
    // From one look at the files to the next, where their changes are not told by the system.
    std::chrono::milliseconds file_cadence{500};
};

// As real readers do, it refuses to select a card again that was read and not lifted. A card.bin
// that is replaced counts as lifted and laid down anew. `lifted_mid_read` removes card.bin, as a
// hand would; an `unplugged` that names a command pulls the plug in the middle of the answer, and
// it stays out until the fault file says something else.
// Runs on a thread of its own until it is destroyed; then `port` is gone.
class SimulatedReader {
  public:
    // io when the folder or the pseudo-terminal cannot be had. The port is there on return, unless
    // the fault file says `unplugged`.
    static base::Result<std::unique_ptr<SimulatedReader>> create(SimulatedReaderOptions options);
    ~SimulatedReader();

    const SimulatorFolder& folder() const { return folder_; }

  private:
    explicit SimulatedReader(SimulatedReaderOptions options);

    void run();
    void look_at_files();
    base::Status plug_in();
    void unplug();
    void wait_for_bytes();
    void take_bytes();
    void send_due_answer();
    void send(samv::Command command);
    base::Bytes answer(samv::Command command);
    base::Bytes answer_find();
    base::Bytes answer_select();
    base::Bytes answer_read();
    base::Bytes noise();
    bool card_lies_still() const;

    struct Pending {
        samv::Command command;
        std::chrono::steady_clock::time_point due;
    };

    const SimulatedReaderOptions options_;
    const SimulatorFolder folder_;
    StopSignal stop_;
    std::optional<FolderWatch> watch_; // there once the folder is

    // Of the thread alone, once it runs.
    std::optional<PseudoTerminal> terminal_;
    samv::FrameParser parser_{samv::command_lengths};
    std::optional<Pending> pending_;
    Fault fault_;
    bool plug_pulled_ = false; // by an answer, until the fault file changes
    std::optional<SimulatorFolder::CardStamp> lying_;
    bool selected_ = false;
    bool spent_ = false; // read, and not lifted since
    std::minstd_rand random_;

    std::thread thread_;
};

} // namespace rexue::devices
