#include "kiosk/rules/honour/csv.h"

#include <algorithm>
#include <array>

#include "platform/base/utf8.h"

namespace rexue::honour {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::unexpected<base::Error> fault(int line, std::string_view what) {
    return base::fail(base::ErrorCode::invalid_argument,
                      "line " + std::to_string(line) + ": " + std::string(what));
}

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    base::Result<std::vector<CsvRow>> read() {
        std::vector<CsvRow> rows;
        while (at_ < text_.size()) {
            CsvRow row{.line = line_, .cells = {}};
            do {
                auto cell = is_at('"') ? quoted() : plain();
                if (!cell) return base::fail(cell);
                row.cells.push_back(std::move(*cell));
            } while (take(","));
            if (at_ < text_.size() && !take("\r\n") && !take("\n")) {
                return fault(line_, "something stands after a closing quote");
            }
            if (row.cells.size() == 1 && row.cells[0].empty()) continue;
            if (rows.size() == max_csv_rows) {
                return base::fail(base::ErrorCode::limit_exceeded, "the table is too long");
            }
            rows.push_back(std::move(row));
        }
        return rows;
    }

  private:
    bool is_at(char c) const { return at_ < text_.size() && text_[at_] == c; }

    bool take(std::string_view what) {
        if (!text_.substr(at_).starts_with(what)) return false;
        at_ += what.size();
        if (what.ends_with('\n')) ++line_;
        return true;
    }

    bool ends_here() const {
        const auto rest = text_.substr(at_);
        return rest.empty() || rest.starts_with(',') || rest.starts_with('\n') ||
               rest.starts_with("\r\n");
    }

    base::Result<std::string> plain() {
        std::string cell;
        for (; !ends_here(); ++at_) {
            if (text_[at_] == '"') return fault(line_, "a quote inside a cell without quotes");
            cell += text_[at_];
        }
        return cell;
    }

    base::Result<std::string> quoted() {
        const int begins = line_;
        std::string cell;
        for (++at_; at_ < text_.size(); ++at_) {
            if (take("\"\"")) {
                cell += '"';
                --at_;
                continue;
            }
            if (is_at('"')) {
                ++at_;
                return cell;
            }
            if (is_at('\n')) ++line_;
            cell += text_[at_];
        }
        return fault(begins, "a quote is never closed");
    }

    std::string_view text_;
    size_t at_ = 0;
    int line_ = 1;
};

// The apostrophes before it count as nothing: who adds one must be able to take one away.
bool is_formula(std::string_view cell) {
    constexpr std::array<std::string_view, 11> starts{"=",  "+",  "-",  "@",  "\t", "\r",
                                                      "\n", "＝", "＋", "－", "＠"};
    while (cell.starts_with('\''))
        cell.remove_prefix(1);
    return std::ranges::any_of(starts,
                               [&](std::string_view start) { return cell.starts_with(start); });
}

} // namespace

base::Result<std::vector<CsvRow>> read_csv(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (!base::is_valid_utf8(text)) {
        int line = 1;
        while (base::is_valid_utf8(text.substr(0, text.find('\n')))) {
            text.remove_prefix(text.find('\n') + 1);
            ++line;
        }
        return fault(line, "is not UTF-8");
    }
    return Reader(text).read();
}

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (const std::string& cell : cells) {
        if (&cell != &cells.front()) line += ',';
        const bool is_plain = cell.find_first_of(",\"\r\n") == std::string::npos;
        if (is_plain) {
            line += cell;
            continue;
        }
        line += '"';
        for (const char c : cell) {
            if (c == '"') line += '"';
            line += c;
        }
        line += '"';
    }
    return line + "\r\n";
}

std::string disarmed(std::string_view cell) {
    return (is_formula(cell) ? "'" : "") + std::string(cell);
}

std::string armed(std::string_view cell) {
    const bool has_mark = cell.starts_with('\'') && is_formula(cell);
    return std::string(cell.substr(has_mark ? 1 : 0));
}

} // namespace rexue::honour
