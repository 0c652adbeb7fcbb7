// Every word the screens can show stands translated in the Chinese catalogue, with the places it
// needs and no others, and nothing stands there that no screen shows.
#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

// A text as the catalogue knows it.
struct Message {
    std::string context;
    std::string english;
    std::string plural;

    auto operator<=>(const Message&) const = default;
};

void PrintTo(const Message& message, std::ostream* out) {
    *out << '[' << message.context << "] " << message.english << " / " << message.plural;
}

// What C and gettext agree on: \n \t \" \\ ; anything else is refused by the tests that use it.
std::optional<std::string> read_quoted(const std::string& text, size_t& at) {
    if (at >= text.size() || text[at] != '"') return std::nullopt;
    std::string value;
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] != '\\') {
            value += text[at];
            continue;
        }
        ++at;
        value += text[at] == 'n' ? '\n' : text[at] == 't' ? '\t' : text[at];
    }
    ++at;
    return value;
}

// Just enough C++ to find the words: comments are skipped, adjacent literals are one.
class Lexer {
  public:
    explicit Lexer(std::string text) : text_(std::move(text)) {}

    std::vector<Message> messages() {
        std::vector<Message> found;
        while (at_ < text_.size()) {
            if (skip_comment()) continue;
            if (text_[at_] == '"') {
                read_quoted(text_, at_);
            } else if (text_[at_] == '\'') {
                skip_character();
            } else if (is_word(text_[at_])) {
                read_word(found);
            } else {
                ++at_;
            }
        }
        return found;
    }

  private:
    static bool is_word(char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
    }

    bool skip_comment() {
        if (text_.compare(at_, 2, "//") == 0) {
            at_ = std::min(text_.find('\n', at_), text_.size());
            return true;
        }
        if (text_.compare(at_, 2, "/*") == 0) {
            at_ = std::min(text_.find("*/", at_), text_.size() - 2) + 2;
            return true;
        }
        return false;
    }

    void skip_character() {
        for (++at_; at_ < text_.size() && text_[at_] != '\''; ++at_) {
            if (text_[at_] == '\\') ++at_;
        }
        ++at_;
    }

    void skip_space() {
        while (at_ < text_.size() &&
               (std::isspace(static_cast<unsigned char>(text_[at_])) != 0 || skip_comment())) {
            if (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) {
                ++at_;
            }
        }
    }

    bool take(char c) {
        skip_space();
        if (at_ >= text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    std::optional<std::string> literal() {
        std::optional<std::string> whole;
        for (skip_space(); at_ < text_.size() && text_[at_] == '"'; skip_space()) {
            whole = whole.value_or("") + *read_quoted(text_, at_);
        }
        return whole;
    }

    void read_word(std::vector<Message>& found) {
        const size_t begin = at_;
        // 10'000 holds a digit separator, not a character.
        const bool is_number = std::isdigit(static_cast<unsigned char>(text_[begin])) != 0;
        while (at_ < text_.size() && (is_word(text_[at_]) || (is_number && text_[at_] == '\'')))
            ++at_;
        const std::string word = text_.substr(begin, at_ - begin);
        if (word != "tr" && word != "tr_n" && word != "tr_later") return;
        if (!take('(')) return;
        const auto first = literal();
        if (!first) return; // from a table, where tr_later has marked it
        const auto second = take(',') ? literal() : std::nullopt;
        if (word == "tr_n") {
            found.push_back({.context = "", .english = *first, .plural = second.value_or("")});
        } else if (second) {
            found.push_back({.context = *first, .english = *second, .plural = ""});
        } else {
            found.push_back({.context = "", .english = *first, .plural = ""});
        }
    }

    std::string text_;
    size_t at_ = 0;
};

std::set<Message> messages_of_the_screens() {
    std::set<Message> all;
    for (const char* folder : {"kiosk/screens", "kiosk/ui/keyboard", "kiosk/app"}) {
        const fs::path root = fs::path(REXUE_SOURCE_DIR) / folder;
        for (const auto& entry : fs::recursive_directory_iterator(root)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".h") continue;
            for (Message& message : Lexer(content_of(entry.path())).messages())
                all.insert(std::move(message));
        }
    }
    return all;
}

struct Entry {
    Message message;
    std::string translation;
    bool fuzzy = false;
    bool obsolete = false;
};

std::vector<Entry> read_catalogue(const fs::path& path) {
    std::vector<Entry> entries;
    std::istringstream lines(content_of(path));
    std::string* target = nullptr;
    bool fuzzy = false;
    bool fresh = true;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("#,") && line.find("fuzzy") != std::string::npos) fuzzy = true;
        if (line.starts_with("#~")) entries.push_back({.message = {}, .obsolete = true});
        if (line.empty() || line[0] == '#') {
            fresh = true;
            continue;
        }
        if (fresh) {
            entries.push_back({.message = {}, .translation = "", .fuzzy = fuzzy});
            fuzzy = fresh = false;
        }
        Entry& entry = entries.back();
        if (line.starts_with("msgctxt")) target = &entry.message.context;
        if (line.starts_with("msgid ")) target = &entry.message.english;
        if (line.starts_with("msgid_plural")) target = &entry.message.plural;
        if (line.starts_with("msgstr")) target = &entry.translation;
        size_t at = line.find('"');
        if (const auto text = read_quoted(line, at); text && target != nullptr) *target += *text;
    }
    return entries;
}

const std::vector<Entry>& catalogue() {
    static const auto entries =
        read_catalogue(fs::path(REXUE_SOURCE_DIR) / "assets/strings/zh_CN.po");
    return entries;
}

std::multiset<std::string> places_of(const std::string& text) {
    std::multiset<std::string> places;
    for (size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
        const size_t end = text.find('}', at);
        if (end != std::string::npos) places.insert(text.substr(at, end - at + 1));
    }
    return places;
}

TEST(Strings, LexerSeesWhatTheCompilerSees) {
    const auto found = Lexer(R"code(
        // tr("in a comment") /* tr("and another") */
        frame.text(tr("One " /* between */
                      "text"), x, tr("place", "Word"));
        say(ui::tr_n("{} thing", "{} things", 10'000), ')', '"', "tr(\"quoted\")");
        str("not ours"); tr(labels[i]); constexpr auto later = tr_later("Two\nlines \"said\"");
    )code")
                           .messages();
    EXPECT_EQ(found, (std::vector<Message>{{"", "One text", ""},
                                           {"place", "Word", ""},
                                           {"", "{} thing", "{} things"},
                                           {"", "Two\nlines \"said\"", ""}}));
}

TEST(Strings, EveryWordOfTheScreensIsInTheCatalogue) {
    std::set<Message> translated;
    for (const Entry& entry : catalogue())
        if (!entry.translation.empty()) translated.insert(entry.message);
    const auto wanted = messages_of_the_screens();
    EXPECT_GT(wanted.size(), 150U); // the scan sees the screens at all
    for (const Message& message : wanted)
        EXPECT_TRUE(translated.contains(message)) << testing::PrintToString(message);
}

TEST(Strings, TheCatalogueHoldsNothingElse) {
    const auto wanted = messages_of_the_screens();
    std::set<Message> seen;
    for (const Entry& entry : catalogue()) {
        EXPECT_FALSE(entry.obsolete);
        EXPECT_TRUE(seen.insert(entry.message).second)
            << "twice: " << testing::PrintToString(entry.message);
        if (entry.message == Message{}) continue; // the header
        EXPECT_TRUE(wanted.contains(entry.message))
            << "unused: " << testing::PrintToString(entry.message);
    }
}

TEST(Strings, NothingIsHalfTranslated) {
    for (const Entry& entry : catalogue()) {
        EXPECT_FALSE(entry.fuzzy) << entry.message.english;
        EXPECT_FALSE(entry.translation.empty()) << entry.message.english;
        EXPECT_EQ(entry.translation.find("您不合格"), std::string::npos);
    }
}

// A place that the code does not fill would throw in front of a donor.
TEST(Strings, PlacesAreThoseOfTheEnglishText) {
    for (const Entry& entry : catalogue()) {
        if (entry.message == Message{}) continue;
        auto known = places_of(entry.message.english);
        // Dates are given the number of the month as well, which English does not use.
        if (entry.message.english == "{0} {1} {2}") known.insert("{3}");
        EXPECT_TRUE(std::ranges::includes(known, places_of(entry.translation)))
            << entry.message.english << " -> " << entry.translation;
        if (!entry.message.plural.empty()) {
            EXPECT_EQ(places_of(entry.message.plural), known) << entry.message.plural;
        }
    }
}

TEST(Strings, DatesReadAsInChina) {
    std::map<Message, std::string> translations;
    for (const Entry& entry : catalogue())
        translations[entry.message] = entry.translation;
    EXPECT_EQ((translations[{"", "{0} {1} {2}", ""}]), "{3}月{1}日 {0}");
    EXPECT_EQ((translations[{"{0} {1} {2}", "{0} {1} {2}", ""}]), "{2}年{3}月{0}日");
    EXPECT_EQ((translations[{"", "Sunday", ""}]), "星期日");
}

TEST(Strings, GettextAcceptsTheCatalogue) {
    const std::string path = std::string(REXUE_SOURCE_DIR) + "/assets/strings/zh_CN.po";
    EXPECT_EQ(std::system(("msgfmt --check-format --check-domain -o /dev/null " + path).c_str()),
              0);
}

} // namespace
