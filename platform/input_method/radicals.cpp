#include "platform/input_method/radicals.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace rexue::input_method {

namespace {

// A radical as it is drawn in a character, its strokes so drawn, and what Unihan lists under it.
struct Shape {
    std::string_view text;
    int strokes = 0;
    std::array<std::uint16_t, 2> codes{}; // 0: no second one
};

constexpr std::uint16_t whole(int number) {
    return static_cast<std::uint16_t>(2 * number);
}
// The simplified form, which Unihan marks with an apostrophe.
constexpr std::uint16_t simplified(int number) {
    return static_cast<std::uint16_t>(2 * number + 1);
}

// By strokes; what stands at the side of today's characters first, then the 214 in Kangxi's order.
// 阝 is two radicals, left and right; 月 is moon and flesh.
// clang-format off
constexpr Shape shapes[]{
    {"一", 1, {whole(1)}}, {"丨", 1, {whole(2)}}, {"丶", 1, {whole(3)}}, {"丿", 1, {whole(4)}},
    {"乙", 1, {whole(5)}}, {"亅", 1, {whole(6)}},
    {"亻", 2, {whole(9)}}, {"讠", 2, {simplified(149)}}, {"刂", 2, {whole(18)}},
    {"阝", 2, {whole(170), whole(163)}}, {"二", 2, {whole(7)}}, {"亠", 2, {whole(8)}},
    {"人", 2, {whole(9)}}, {"儿", 2, {whole(10)}}, {"入", 2, {whole(11)}}, {"八", 2, {whole(12)}},
    {"冂", 2, {whole(13)}}, {"冖", 2, {whole(14)}}, {"冫", 2, {whole(15)}}, {"几", 2, {whole(16)}},
    {"凵", 2, {whole(17)}}, {"刀", 2, {whole(18)}}, {"力", 2, {whole(19)}}, {"勹", 2, {whole(20)}},
    {"匕", 2, {whole(21)}}, {"匚", 2, {whole(22)}}, {"匸", 2, {whole(23)}}, {"十", 2, {whole(24)}},
    {"卜", 2, {whole(25)}}, {"卩", 2, {whole(26)}}, {"厂", 2, {whole(27)}}, {"厶", 2, {whole(28)}},
    {"又", 2, {whole(29)}},
    {"氵", 3, {whole(85)}}, {"忄", 3, {whole(61)}}, {"扌", 3, {whole(64)}}, {"艹", 3, {whole(140)}},
    {"犭", 3, {whole(94)}}, {"纟", 3, {simplified(120)}}, {"辶", 3, {whole(162), simplified(162)}},
    {"饣", 3, {simplified(184)}}, {"门", 3, {simplified(169)}}, {"马", 3, {simplified(187)}},
    {"飞", 3, {simplified(183)}}, {"丬", 3, {simplified(90)}}, {"口", 3, {whole(30)}},
    {"囗", 3, {whole(31)}}, {"土", 3, {whole(32)}}, {"士", 3, {whole(33)}}, {"夂", 3, {whole(34)}},
    {"夊", 3, {whole(35)}}, {"夕", 3, {whole(36)}}, {"大", 3, {whole(37)}}, {"女", 3, {whole(38)}},
    {"子", 3, {whole(39)}}, {"宀", 3, {whole(40)}}, {"寸", 3, {whole(41)}}, {"小", 3, {whole(42)}},
    {"尢", 3, {whole(43)}}, {"尸", 3, {whole(44)}}, {"屮", 3, {whole(45)}}, {"山", 3, {whole(46)}},
    {"巛", 3, {whole(47)}}, {"工", 3, {whole(48)}}, {"己", 3, {whole(49)}}, {"巾", 3, {whole(50)}},
    {"干", 3, {whole(51)}}, {"幺", 3, {whole(52)}}, {"广", 3, {whole(53)}}, {"廴", 3, {whole(54)}},
    {"廾", 3, {whole(55)}}, {"弋", 3, {whole(56)}}, {"弓", 3, {whole(57)}}, {"彐", 3, {whole(58)}},
    {"彡", 3, {whole(59)}}, {"彳", 3, {whole(60)}},
    {"王", 4, {whole(96)}}, {"灬", 4, {whole(86)}}, {"礻", 4, {whole(113)}}, {"攵", 4, {whole(66)}},
    {"见", 4, {simplified(147)}}, {"贝", 4, {simplified(154)}}, {"车", 4, {simplified(159)}},
    {"长", 4, {simplified(168)}}, {"韦", 4, {simplified(178)}}, {"风", 4, {simplified(182)}},
    {"耂", 4, {whole(125)}}, {"心", 4, {whole(61)}}, {"戈", 4, {whole(62)}}, {"户", 4, {whole(63)}},
    {"手", 4, {whole(64)}}, {"支", 4, {whole(65)}}, {"攴", 4, {whole(66)}}, {"文", 4, {whole(67)}},
    {"斗", 4, {whole(68)}}, {"斤", 4, {whole(69)}}, {"方", 4, {whole(70)}}, {"无", 4, {whole(71)}},
    {"日", 4, {whole(72)}}, {"曰", 4, {whole(73)}}, {"月", 4, {whole(74), whole(130)}},
    {"木", 4, {whole(75)}}, {"欠", 4, {whole(76)}}, {"止", 4, {whole(77)}}, {"歹", 4, {whole(78)}},
    {"殳", 4, {whole(79)}}, {"毋", 4, {whole(80)}}, {"比", 4, {whole(81)}}, {"毛", 4, {whole(82)}},
    {"氏", 4, {whole(83)}}, {"气", 4, {whole(84)}}, {"水", 4, {whole(85)}}, {"火", 4, {whole(86)}},
    {"爪", 4, {whole(87)}}, {"父", 4, {whole(88)}}, {"爻", 4, {whole(89)}}, {"爿", 4, {whole(90)}},
    {"片", 4, {whole(91)}}, {"牙", 4, {whole(92)}}, {"牛", 4, {whole(93)}}, {"犬", 4, {whole(94)}},
    {"钅", 5, {simplified(167)}}, {"鸟", 5, {simplified(196)}}, {"龙", 5, {simplified(212)}},
    {"罒", 5, {whole(122)}}, {"衤", 5, {whole(145)}}, {"玄", 5, {whole(95)}}, {"玉", 5, {whole(96)}},
    {"瓜", 5, {whole(97)}}, {"瓦", 5, {whole(98)}}, {"甘", 5, {whole(99)}}, {"生", 5, {whole(100)}},
    {"用", 5, {whole(101)}}, {"田", 5, {whole(102)}}, {"疋", 5, {whole(103)}},
    {"疒", 5, {whole(104)}}, {"癶", 5, {whole(105)}}, {"白", 5, {whole(106)}},
    {"皮", 5, {whole(107)}}, {"皿", 5, {whole(108)}}, {"目", 5, {whole(109)}},
    {"矛", 5, {whole(110)}}, {"矢", 5, {whole(111)}}, {"石", 5, {whole(112)}},
    {"示", 5, {whole(113)}}, {"禸", 5, {whole(114)}}, {"禾", 5, {whole(115)}},
    {"穴", 5, {whole(116)}}, {"立", 5, {whole(117)}},
    {"页", 6, {simplified(181)}}, {"齐", 6, {simplified(210)}}, {"竹", 6, {whole(118)}},
    {"米", 6, {whole(119)}}, {"糸", 6, {whole(120)}}, {"缶", 6, {whole(121)}},
    {"网", 6, {whole(122)}}, {"羊", 6, {whole(123)}}, {"羽", 6, {whole(124)}},
    {"老", 6, {whole(125)}}, {"而", 6, {whole(126)}}, {"耒", 6, {whole(127)}},
    {"耳", 6, {whole(128)}}, {"聿", 6, {whole(129)}}, {"肉", 6, {whole(130)}},
    {"臣", 6, {whole(131)}}, {"自", 6, {whole(132)}}, {"至", 6, {whole(133)}},
    {"臼", 6, {whole(134)}}, {"舌", 6, {whole(135)}}, {"舛", 6, {whole(136)}},
    {"舟", 6, {whole(137)}}, {"艮", 6, {whole(138)}}, {"色", 6, {whole(139)}},
    {"艸", 6, {whole(140)}}, {"虍", 6, {whole(141)}}, {"虫", 6, {whole(142)}},
    {"血", 6, {whole(143)}}, {"行", 6, {whole(144)}}, {"衣", 6, {whole(145)}},
    {"襾", 6, {whole(146)}},
    {"卤", 7, {simplified(197)}}, {"麦", 7, {simplified(199)}}, {"龟", 7, {simplified(213)}},
    {"見", 7, {whole(147)}}, {"角", 7, {whole(148)}}, {"言", 7, {whole(149)}},
    {"谷", 7, {whole(150)}}, {"豆", 7, {whole(151)}}, {"豕", 7, {whole(152)}},
    {"豸", 7, {whole(153)}}, {"貝", 7, {whole(154)}}, {"赤", 7, {whole(155)}},
    {"走", 7, {whole(156)}}, {"足", 7, {whole(157)}}, {"身", 7, {whole(158)}},
    {"車", 7, {whole(159)}}, {"辛", 7, {whole(160)}}, {"辰", 7, {whole(161)}},
    {"辵", 7, {whole(162)}}, {"邑", 7, {whole(163)}}, {"酉", 7, {whole(164)}},
    {"釆", 7, {whole(165)}}, {"里", 7, {whole(166)}},
    {"鱼", 8, {simplified(195)}}, {"齿", 8, {simplified(211)}}, {"黾", 8, {simplified(205)}},
    {"金", 8, {whole(167)}}, {"長", 8, {whole(168)}}, {"門", 8, {whole(169)}},
    {"阜", 8, {whole(170)}}, {"隶", 8, {whole(171)}}, {"隹", 8, {whole(172)}},
    {"雨", 8, {whole(173)}}, {"青", 8, {whole(174)}}, {"非", 8, {whole(175)}},
    {"面", 9, {whole(176)}}, {"革", 9, {whole(177)}}, {"韋", 9, {whole(178)}},
    {"韭", 9, {whole(179)}}, {"音", 9, {whole(180)}}, {"頁", 9, {whole(181)}},
    {"風", 9, {whole(182)}}, {"飛", 9, {whole(183)}}, {"食", 9, {whole(184)}},
    {"首", 9, {whole(185)}}, {"香", 9, {whole(186)}},
    {"馬", 10, {whole(187)}}, {"骨", 10, {whole(188)}}, {"高", 10, {whole(189)}},
    {"髟", 10, {whole(190)}}, {"鬥", 10, {whole(191)}}, {"鬯", 10, {whole(192)}},
    {"鬲", 10, {whole(193)}}, {"鬼", 10, {whole(194)}},
    {"魚", 11, {whole(195)}}, {"鳥", 11, {whole(196)}}, {"鹵", 11, {whole(197)}},
    {"鹿", 11, {whole(198)}}, {"麥", 11, {whole(199)}}, {"麻", 11, {whole(200)}},
    {"黄", 12, {whole(201), simplified(201)}}, {"黍", 12, {whole(202)}}, {"黑", 12, {whole(203)}},
    {"黹", 12, {whole(204)}},
    {"黽", 13, {whole(205)}}, {"鼎", 13, {whole(206)}}, {"鼓", 13, {whole(207)}},
    {"鼠", 13, {whole(208)}},
    {"鼻", 14, {whole(209)}}, {"齊", 14, {whole(210)}},
    {"齒", 15, {whole(211)}},
    {"龍", 16, {whole(212)}}, {"龜", 16, {whole(213)}},
    {"龠", 17, {whole(214)}},
};
// clang-format on

} // namespace

std::optional<std::uint16_t> radical_code(std::string_view unihan) {
    const bool is_simplified = unihan.ends_with('\'');
    // Unicode 15.1 and later mark forms that are not Chinese with a second and a third one.
    const std::string_view digits = unihan.substr(0, unihan.find('\''));
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    if (number < 1 || number > 214) return std::nullopt;
    return is_simplified ? simplified(number) : whole(number);
}

std::vector<std::uint16_t> codes_of_radical(std::string_view shape) {
    std::vector<std::uint16_t> codes;
    const auto* const found = std::ranges::find(shapes, shape, &Shape::text);
    if (found == std::end(shapes)) return codes;
    std::ranges::copy_if(found->codes, std::back_inserter(codes),
                         [](std::uint16_t code) { return code != 0; });
    return codes;
}

std::vector<std::string_view> radicals_of(int strokes) {
    std::vector<std::string_view> found;
    for (const Shape& shape : shapes) {
        if (shape.strokes == strokes) found.push_back(shape.text);
    }
    return found;
}

} // namespace rexue::input_method
