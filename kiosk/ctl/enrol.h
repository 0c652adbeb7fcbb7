// rexuectl enrol: makes this machine a terminal.
#pragma once

#include <filesystem>
#include <ostream>
#include <string>

namespace rexue::ctl {

struct EnrolOrder {
    std::string server_url;
    std::string code;
    std::filesystem::path profile;
    std::filesystem::path ca_file; // one of the two
    std::string sha256_fingerprint;
    bool again = false;
};

// 0: enrolled, one JSON line on `out`. 1: not, one line on `err` says why.
int enrol(const EnrolOrder& order, std::ostream& out, std::ostream& err);

} // namespace rexue::ctl
