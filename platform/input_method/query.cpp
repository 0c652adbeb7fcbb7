#include "platform/input_method/query.h"

#include <span>

#include "platform/base/random.h"

namespace rexue::input_method {

void wipe(std::string& text) {
    text.resize(text.capacity());
    base::wipe(std::as_writable_bytes(std::span(text)));
    text.clear();
}

void wipe(std::vector<Stroke>& ink) {
    for (Stroke& stroke : ink)
        base::wipe(std::as_writable_bytes(std::span(stroke)));
    ink.clear();
}

void wipe(std::vector<Candidate>& candidates) {
    for (Candidate& candidate : candidates)
        wipe(candidate.text);
    candidates.clear();
}

void wipe(Query& query) {
    wipe(query.letters);
    wipe(query.ink);
    wipe(query.radical);
    query = Query{};
}

} // namespace rexue::input_method
