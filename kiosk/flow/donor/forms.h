// What a talk with a donor goes by: the station's form, its rulebooks, what is consented to.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <boost/describe.hpp>

#include "kiosk/rules/donation/bookshelf.h"
#include "kiosk/rules/questionnaire/form.h"

namespace rexue::flow::donor {

struct DocumentWords {
    std::string zh_CN;
    std::string en;

    std::string_view in(std::string_view language) const {
        return language.starts_with("zh") ? std::string_view(zh_CN) : std::string_view(en);
    }
};
BOOST_DESCRIBE_STRUCT(DocumentWords, (), (zh_CN, en))

// Shown whole, a page at a time.
struct DocumentSection {
    DocumentWords title;
    DocumentWords text;
};
BOOST_DESCRIBE_STRUCT(DocumentSection, (), (title, text))

struct ConsentDocument {
    std::string id;
    std::string version;
    std::string sha256; // of its file, hex: which words were shown
    DocumentWords title;
    std::vector<DocumentSection> sections; // at least one
};

// Immutable. A terminal has all of it or none: nothing is asked, or shown, by halves.
struct Forms {
    std::shared_ptr<const questionnaire::Form> form; // not null
    donation::Bookshelf books;
    ConsentDocument notice;   // before giving
    ConsentDocument data_use; // apart: 个人信息保护法 art. 29 wants a separate consent
};

} // namespace rexue::flow::donor
