#include "net/wire/visits.h"

namespace rexue::wire {

std::string signed_text(const SealedRecord& record) {
    return record.visit.to_string() + "\n" + std::to_string(record.revision) + "\n" +
           record.terminal.value + "\n" + record.algorithm + "\n" + record.ciphertext;
}

} // namespace rexue::wire
