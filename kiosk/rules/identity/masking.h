// Names and numbers as they may stand on a screen or a slip of paper.
#pragma once

#include <string>
#include <string_view>

namespace rexue::identity {

// "示*人", "欧**娜", "甲*", "A** B**". The first and the last character of a Chinese name stay, of
// two only the first, of one none; a dot between the parts of a name stays too. Of a name in Latin
// letters the first letter of each word stays; a word of one letter is hidden. Two stars stand for
// two and for more: how long a name is, is nobody's business either. Counts characters, not bytes:
// 𠮷 is one, and so is a character with its variation selector or a joiner.
std::string mask_name(std::string_view name);

// "3702**********0017": first four and last four characters stay. Of fewer than twelve, where that
// would show more than it hides, the last two stay; of one or two none.
std::string mask_number(std::string_view number);

} // namespace rexue::identity
