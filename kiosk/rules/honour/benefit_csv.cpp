#include "kiosk/rules/honour/benefit_csv.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "kiosk/rules/honour/csv.h"
#include "platform/json/exact.h"

namespace rexue::honour {

namespace {

namespace bj = boost::json;

enum class Form {
    text,
    number,
    yes_no,
    list, // with spaces between
};

struct Column {
    const char* name;
    const char* pointer; // in the benefit, or in the book
    Form form = Form::text;
};

constexpr std::array book_columns{Column{"place", "/place"}, Column{"place_zh", "/title/zh_CN"},
                                  Column{"place_en", "/title/en"}, Column{"as_of", "/as_of"}};
constexpr std::array columns{
    Column{"id", "/id"},
    Column{"kind", "/kind"},
    Column{"title_zh", "/title/zh_CN"},
    Column{"title_en", "/title/en"},
    Column{"gives_zh", "/gives/zh_CN"},
    Column{"gives_en", "/gives/en"},
    Column{"how", "/how", Form::list},
    Column{"limits_zh", "/limits/zh_CN"},
    Column{"limits_en", "/limits/en"},
    Column{"valid_in", "/valid_in"},
    Column{"count", "/count", Form::number},
    Column{"count_of_zh", "/count_of/zh_CN"},
    Column{"count_of_en", "/count_of/en"},
    Column{"conditions", "/conditions", Form::list},
    Column{"source", "/source"},
    Column{"verified", "/verified", Form::yes_no},
    Column{"effective_from", "/effective_from"},
    Column{"effective_to", "/effective_to"},
};

std::string cell_of(const bj::value& value) {
    if (value.is_bool()) return value.get_bool() ? "yes" : "no";
    if (value.is_string()) return std::string(value.get_string());
    if (value.is_int64()) return std::to_string(value.get_int64());
    std::string list;
    for (const bj::value& one : value.as_array()) {
        if (!list.empty()) list += ' ';
        list += std::string_view(one.as_string());
    }
    return list;
}

// Nothing of what is not there.
template <typename Columns>
void add_cells(std::vector<std::string>& cells, const bj::value& value, const Columns& these) {
    for (const Column& column : these) {
        boost::system::error_code missing;
        const bj::value* found = value.find_pointer(column.pointer, missing);
        cells.push_back(found == nullptr ? "" : disarmed(cell_of(*found)));
    }
}

bj::value value_of(const std::string& cell, Form form) {
    if (form == Form::yes_no && (cell == "yes" || cell == "no")) return cell == "yes";
    if (form == Form::number) {
        int number = 0;
        const char* end = cell.data() + cell.size();
        const auto read = std::from_chars(cell.data(), end, number);
        if (read.ec == std::errc() && read.ptr == end) return number;
    }
    if (form == Form::list) {
        bj::array list;
        size_t at = 0;
        while ((at = cell.find_first_not_of(' ', at)) != std::string::npos) {
            const size_t end = std::min(cell.find(' ', at), cell.size());
            list.emplace_back(cell.substr(at, end - at));
            at = end;
        }
        return list;
    }
    return bj::value(cell); // what is wrong with it the codec says
}

// At "/kind" or "/title/en".
void put(bj::object& object, std::string_view pointer, bj::value value) {
    pointer.remove_prefix(1);
    const size_t slash = pointer.find('/');
    if (slash == std::string_view::npos) {
        object[pointer] = std::move(value);
        return;
    }
    auto& inner = object[pointer.substr(0, slash)];
    if (!inner.is_object()) inner.emplace_object();
    put(inner.get_object(), pointer.substr(slash), std::move(value));
}

// An object of all cells; an empty one is not there, but for a list, which is empty then.
template <typename Columns>
bj::object object_of(const std::vector<std::string>& cells, const Columns& these) {
    bj::object object;
    size_t at = 0;
    for (const Column& column : these) {
        const std::string cell = armed(cells[at++]);
        if (cell.empty() && column.form != Form::list) continue;
        put(object, column.pointer, value_of(cell, column.form));
    }
    return object;
}

// The rows, with their cells in our order.
class Table {
  public:
    std::vector<std::string> faults;
    std::vector<CsvRow> rows;

    explicit Table(std::string_view text) {
        auto all = read_csv(text);
        if (!all) {
            faults.push_back(all.error().detail);
        } else if (all->empty()) {
            faults.emplace_back("line 1: there are no columns");
        } else {
            read(std::move(*all));
        }
    }

  private:
    void read(std::vector<CsvRow> all) {
        const std::vector<std::string> head = std::move(all.front().cells);
        const auto wanted = benefit_columns();
        std::vector<size_t> order;
        for (const std::string& name : wanted) {
            const auto found = std::ranges::find(head, name);
            if (found == head.end()) faults.push_back("line 1, column " + name + ": is missing");
            order.push_back(static_cast<size_t>(found - head.begin()));
        }
        for (auto name = head.begin(); name != head.end(); ++name) {
            if (std::find(head.begin(), name, *name) != name) {
                faults.push_back("line 1, column " + *name + ": stands twice");
            } else if (std::ranges::find(wanted, *name) == wanted.end()) {
                faults.push_back("line 1, column " + *name + ": is not known here");
            }
        }
        if (!faults.empty()) return;
        for (auto row = all.begin() + 1; row != all.end(); ++row) {
            if (row->cells.size() != head.size()) {
                faults.push_back("line " + std::to_string(row->line) + ": " +
                                 std::to_string(row->cells.size()) + " cells, " +
                                 std::to_string(head.size()) + " columns");
                continue;
            }
            CsvRow sorted{.line = row->line, .cells = {}};
            for (const size_t at : order)
                sorted.cells.push_back(std::move(row->cells[at]));
            rows.push_back(std::move(sorted));
        }
    }
};

// "/title/zh_CN: is empty" as the reader of a table knows it.
template <typename Columns>
std::string in_table(int line, const std::string& fault, const Columns& these) {
    const size_t end = fault.find(": ");
    const std::string_view pointer = std::string_view(fault).substr(0, end);
    const auto column = std::ranges::find_if(these, [&](const Column& one) {
        const std::string_view own = one.pointer;
        return pointer == own || pointer.starts_with(std::string(own) + "/") ||
               own.starts_with(std::string(pointer) + "/");
    });
    std::string text = "line " + std::to_string(line);
    if (column != these.end()) text += std::string(", column ") + column->name;
    return text + fault.substr(std::min(end, fault.size()));
}

class Import {
  public:
    explicit Import(Table table) : table_(std::move(table)) {}

    std::expected<BenefitBook, std::vector<std::string>> run() {
        BenefitBook book;
        if (table_.faults.empty() && table_.rows.empty()) {
            table_.faults.emplace_back("line 2: there are no benefits");
        }
        for (const CsvRow& row : table_.rows)
            read(row, book);
        if (table_.faults.empty()) {
            // Of the book as a whole: each row by itself has passed.
            if (const auto checked = check(book); !checked) {
                table_.faults.push_back(located(checked.error().detail));
            }
        }
        if (table_.faults.size() > max_csv_faults) table_.faults.resize(max_csv_faults);
        if (!table_.faults.empty()) return std::unexpected(std::move(table_.faults));
        return book;
    }

    // "/benefits/3/id: …" is in the fourth row.
    std::string located(const std::string& fault) const {
        constexpr std::string_view list = "/benefits/";
        if (!fault.starts_with(list)) {
            return in_table(table_.rows.front().line, fault, book_columns);
        }
        const std::string rest = fault.substr(list.size());
        const size_t at = static_cast<size_t>(std::stoul(rest));
        return in_table(table_.rows[at].line, rest.substr(rest.find('/')), columns);
    }

  private:
    void read(const CsvRow& row, BenefitBook& book) {
        const auto split = row.cells.begin() + book_columns.size();
        const std::vector<std::string> front(row.cells.begin(), split);
        if (&row == &table_.rows.front()) {
            bj::object object = object_of(front, book_columns);
            object.emplace("benefits", bj::array());
            auto head = json::from_exact_json<BenefitBook>(object);
            if (head) {
                book = std::move(*head);
            } else {
                add(in_table(row.line, head.error().detail, book_columns));
            }
        }
        for (size_t i = 0; i < book_columns.size(); ++i) {
            if (front[i] == table_.rows.front().cells[i]) continue;
            add("line " + std::to_string(row.line) + ", column " + book_columns[i].name +
                ": is other than in the first row");
        }
        auto benefit = json::from_exact_json<Benefit>(object_of({split, row.cells.end()}, columns));
        base::Status status;
        if (benefit) {
            status = check(*benefit, "");
        } else {
            status = base::fail(benefit);
        }
        if (!status) return add(in_table(row.line, status.error().detail, columns));
        book.benefits.push_back(std::move(*benefit));
    }

    void add(std::string fault) { table_.faults.push_back(std::move(fault)); }

    Table table_;
};

} // namespace

std::vector<std::string> benefit_columns() {
    std::vector<std::string> names;
    names.reserve(book_columns.size() + columns.size());
    for (const Column& column : book_columns)
        names.emplace_back(column.name);
    for (const Column& column : columns)
        names.emplace_back(column.name);
    return names;
}

std::string to_csv(const BenefitBook& book) {
    std::vector<std::string> front;
    add_cells(front, json::to_json(book), book_columns);
    std::string text = "\xEF\xBB\xBF" + csv_line(benefit_columns());
    for (const Benefit& benefit : book.benefits) {
        auto cells = front;
        add_cells(cells, json::to_json(benefit), columns);
        text += csv_line(cells);
    }
    return text;
}

std::expected<BenefitBook, std::vector<std::string>> read_benefit_csv(std::string_view text) {
    return Import(Table(text)).run();
}

std::string as_csv_fault(std::string_view text, const std::string& fault) {
    return Import(Table(text)).located(fault);
}

} // namespace rexue::honour
