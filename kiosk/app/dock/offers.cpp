#include "kiosk/app/dock/offers.h"

#include <chrono>
#include <span>
#include <utility>

#include <fmt/format.h>

namespace rexue::app {

namespace {

using namespace std::chrono_literals;
namespace donor = flow::donor;

// For developers, so in no catalogue.
struct Choice {
    const char* label;
    const char* word;
};
constexpr Choice papers[] = {{"paper is in", "ready"},     {"paper low", "paper_low"},
                             {"no paper", "out_of_paper"}, {"cover open", "cover_open"},
                             {"jammed", "jammed"},         {"printer unplugged", "unplugged"}};
constexpr Choice readers[] = {{"reader plugged in", ""},
                              {"reader unplugged", "unplugged"},
                              {"silent", "silent"},
                              {"noise", "noise"},
                              {"card lifted mid-read", "lifted_mid_read"}};
constexpr Choice languages[] = {{"zh_CN", "zh_CN"},
                                {"en", "en"},
                                {"en_XA, pseudo", "en_XA"},
                                {"ar_XB, right to left", "ar_XB"}};

DrawerButton changing(const DockHands& hands, const char* label, DockHands::Change change) {
    return {.label = label,
            .press = [&hands, change = std::move(change)] { hands.change(change); }};
}

DrawerButton tapping(const DockHands& hands, const char* label, donor::Event event) {
    return {.label = label, .press = [&hands, event = std::move(event)] { hands.tap(event); }};
}

DrawerButton when(bool selected, DrawerButton button) {
    button.selected = selected;
    return button;
}

DrawerRow cards(const DockView& view, const DockHands& hands) {
    DrawerRow row{.caption = "Card", .buttons = {}};
    for (const std::string& name : view.cards) {
        row.buttons.push_back(changing(hands, name.c_str(), [name](const DeviceFiles& files) {
            return files.lay_card(name);
        }));
    }
    row.buttons.push_back(
        when(!view.devices.card_lies, changing(hands, "lift the card", &DeviceFiles::lift_card)));
    return row;
}

DrawerRow code(const DockView& view, const DockHands& hands) {
    const bool shown = view.devices.code_is_shown;
    return {
        .caption = "Code",
        .buttons = {when(shown, changing(hands, "show the honour card", &DeviceFiles::show_code)),
                    when(!shown, changing(hands, "take it away", &DeviceFiles::hide_code))}};
}

DrawerRow words(const char* caption, std::span<const Choice> choices, const std::string& now,
                base::Status (DeviceFiles::*set)(std::string_view) const, const DockHands& hands) {
    DrawerRow row{.caption = caption, .buttons = {}};
    for (const Choice& choice : choices) {
        row.buttons.push_back(
            when(now == choice.word,
                 changing(hands, choice.label, [set, word = choice.word](const DeviceFiles& files) {
                     return (files.*set)(word);
                 })));
    }
    return row;
}

DrawerRow network(const DockView& view, const DockHands& hands) {
    DrawerRow row{.caption = "Network", .buttons = {}};
    for (const auto& [label, line] :
         {std::pair{"whole", client::Line::whole}, std::pair{"cut", client::Line::cut}}) {
        row.buttons.push_back(
            when(view.devices.line == line,
                 changing(hands, label, [wanted = line](const DeviceFiles& files) {
                     return files.set_line(wanted);
                 })));
    }
    return row;
}

DrawerRow clock(const DockView& view, const DockHands& hands) {
    const std::chrono::seconds now = view.devices.clock_offset;
    const auto set_to = [&hands](const char* label, std::chrono::seconds offset) {
        return changing(hands, label, [offset](const DeviceFiles& files) {
            return files.set_clock_offset(offset);
        });
    };
    return {.caption = "Clock",
            .buttons = {when(now == 0s, set_to("the machine's", 0s)), set_to("-1 day", now - 24h),
                        set_to("-1 h", now - 1h), set_to("+10 min", now + 10min),
                        set_to("+1 h", now + 1h), set_to("+1 day", now + 24h)},
            .note = fmt::format("{:+} min", std::chrono::floor<std::chrono::minutes>(now).count())};
}

DrawerRow modes(const DockHands& hands) {
    using donor::Contrast;
    return {.caption = "Mode",
            .buttons = {
                tapping(hands, "care on, off", donor::CareTapped{}),
                tapping(hands, "low reach on, off", donor::ReachTapped{}),
                tapping(hands, "normal colours", donor::ContrastTapped{Contrast::normal}),
                tapping(hands, "white on black", donor::ContrastTapped{Contrast::white_on_black}),
                tapping(hands, "black on white", donor::ContrastTapped{Contrast::black_on_white})}};
}

DrawerRow text_steps(const DockHands& hands) {
    using donor::TextStep;
    return {.caption = "Text",
            .buttons = {tapping(hands, "standard", donor::TextStepTapped{TextStep::standard}),
                        tapping(hands, "large", donor::TextStepTapped{TextStep::large}),
                        tapping(hands, "larger", donor::TextStepTapped{TextStep::larger}),
                        tapping(hands, "largest", donor::TextStepTapped{TextStep::largest})}};
}

DrawerRow language(const DockView& view, const DockHands& hands) {
    DrawerRow row{.caption = "Language", .buttons = {}};
    for (const Choice& choice : languages) {
        row.buttons.push_back(
            {.label = choice.label,
             .selected = view.language == choice.word,
             .press = [&hands, word = choice.word] { hands.use_language(word); }});
    }
    return row;
}

} // namespace

std::vector<DrawerRow> offers(const DockView& view, const DockHands& hands) {
    const DeviceState& now = view.devices;
    const bool for_donors = view.kind == DockKind::donor;
    std::vector<DrawerRow> rows;
    if (view.kind != DockKind::other) {
        rows.push_back(cards(view, hands));
        rows.push_back(code(view, hands));
        rows.push_back(
            words("Reader", readers, now.reader_fault, &DeviceFiles::set_reader_fault, hands));
        rows.push_back(words("Printer", papers, now.paper.empty() ? "ready" : now.paper,
                             &DeviceFiles::set_paper, hands));
    }
    rows.push_back(network(view, hands));
    rows.push_back(clock(view, hands));
    if (for_donors) {
        rows.push_back(modes(hands));
        rows.push_back(text_steps(hands));
    }
    rows.push_back(language(view, hands));
    rows.push_back({.caption = "Picture",
                    .buttons = {{.label = "save the screen", .press = hands.save_picture}},
                    .note = view.note});
    return rows;
}

} // namespace rexue::app
