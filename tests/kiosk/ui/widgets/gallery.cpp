#include "tests/kiosk/ui/widgets/gallery.h"

#include <array>
#include <cmath>
#include <memory>

#include "kiosk/ui/widgets/banner.h"
#include "kiosk/ui/widgets/choice_cards.h"
#include "kiosk/ui/widgets/countdown.h"
#include "kiosk/ui/widgets/date_picker.h"
#include "kiosk/ui/widgets/list.h"
#include "kiosk/ui/widgets/modal.h"
#include "kiosk/ui/widgets/signature_pad.h"
#include "kiosk/ui/widgets/stepper.h"
#include "kiosk/ui/widgets/table.h"
#include "kiosk/ui/widgets/toast.h"
#include "kiosk/ui/widgets/yes_no.h"

namespace rexue::ui::widgets {

namespace {

constexpr Canvas staff_canvas{.width_px = 1920, .height_px = 1080, .width_mm = 476};

std::string_view words(const Frame& frame, std::string_view chinese, std::string_view english) {
    return frame.language() == "zh_CN" ? chinese : english;
}

Rect content(const Frame& frame, float y, float height) {
    return {(frame.area().w - content_width_mm) / 2, y, content_width_mm, height};
}

void title(Frame& frame, std::string_view chinese, std::string_view english) {
    frame.screen("gallery");
    frame.text(content(frame, 40, 50), words(frame, chinese, english),
               {.size = TextSize::title, .weight = Weight::bold, .role = Role::heading});
}

std::vector<Choice> ways(const Frame& frame) {
    const auto say = [&](std::string_view chinese, std::string_view english) {
        return words(frame, chinese, english);
    };
    return {
        {.id = "whole",
         .label = say("全血", "Whole blood"),
         .detail = say("采血 5 到 10 分钟", "5 to 10 minutes on the chair"),
         .icon = "drop"},
        {.id = "platelets",
         .label = say("机采血小板", "Platelets by apheresis"),
         .detail = say("约一个小时，两周后就可以再次捐献",
                       "a good hour on the chair, and again in two weeks"),
         .icon = "repeat"},
        {.id = "book",
         .label = say("预约下一次", "Book the next time"),
         .detail = say("选一个方便的日子", "choose a day that suits you"),
         .icon = "calendar"},
        {.id = "honours",
         .label = say("我的荣誉", "My honours"),
         .detail = say("奖项、荣誉卡和优待", "awards, honour card and benefits"),
         .icon = "medal"},
        {.id = "relief",
         .label = say("血费减免", "Blood-fee relief"),
         .detail = say("请带好出院单据", "please bring the bills of the hospital"),
         .icon = "hospital",
         .enabled = false},
        {.id = "help", .label = say("请工作人员帮忙", "Let our staff help me"), .icon = "help"},
        {.id = "map", .label = say("附近的献血屋", "Donation houses nearby"), .icon = "house"},
    };
}

Exhibit choices(std::string name, size_t count, float height) {
    auto page = std::make_shared<ChoicePage>();
    return {std::move(name), {}, [=](Frame& frame) {
                title(frame, "今天想捐献什么？", "What would you like to give?");
                const auto all = ways(frame);
                choice_cards(frame, "ways", content(frame, 90, height), std::span(all).first(count),
                             1, *page);
            }};
}

Exhibit answers() {
    return {"answers", {}, [](Frame& frame) {
                title(frame, "最近半年做过手术吗？", "Any surgery in the last six months?");
                yes_no(frame, "tall", content(frame, 90, 130), Answer::yes,
                       {.no = words(frame, "没有", "No, none"),
                        .yes = words(frame, "有", "Yes, I had"),
                        .offers_unsure = true});
                yes_no(frame, "low", content(frame, 240, 40), std::nullopt);
                stepper(frame, "cups", content(frame, 300, 30),
                        {.label = words(frame, "今天喝了几杯水", "Cups of water today"),
                         .value = 3,
                         .most = 9,
                         .words = words(frame, "3 杯", "3 cups")});
                stepper(frame, "times", content(frame, 350, 30),
                        {.label = words(frame, "次数", "Times"), .value = 0, .most = 1});
            }};
}

Exhibit date(std::string name, DatePage page) {
    using namespace std::chrono;
    auto choice = std::make_shared<DateChoice>(DateChoice::of(2026y / June / 2));
    choice->page = page;
    return {std::move(name), {}, [choice](Frame& frame) {
                title(frame, "是哪一天？", "On which day was it?");
                const DateRange range{2005y / March / 9, 2026y / June / 14};
                date_picker(frame, "date", content(frame, 90, 240), range, *choice);
            }};
}

Exhibit idle_warning() {
    return {
        "modal", {}, [](Frame& frame) {
            title(frame, "在它下面", "Under it");
            frame.button("under", content(frame, 300, 30), words(frame, "确认", "Confirm"));
            const std::array actions{
                ModalAction{.id = "stay",
                            .label = words(frame, "我还需要时间", "I need more time"),
                            .kind = ButtonKind::primary},
                ModalAction{
                    .id = "leave", .label = words(frame, "我好了", "I am done"), .icon = "leave"}};
            modal(frame, "idle",
                  {.title = words(frame, "您还在吗？", "Are you still there?"),
                   .words = words(frame, "为了不让别人看到您的信息，这次访问很快就要结束。",
                                  "So that nobody else sees your data, this visit is closed "
                                  "soon."),
                   .icon = "clock",
                   .actions = actions,
                   .content_mm = 60,
                   .content = [&](const Rect& place) {
                       using namespace std::chrono_literals;
                       countdown(frame, place,
                                 {.label = words(frame, "访问结束", "The visit ends"),
                                  .left = 12s,
                                  .whole = 20s});
                   }});
        }};
}

Exhibit remarks() {
    auto remark = std::make_shared<Toast>();
    return {
        "remarks", {}, [remark](Frame& frame) {
            title(frame, "提示", "Remarks");
            const std::array all{
                Banner{.tone = Tone::attention,
                       .words = words(frame, "打印机缺纸，已经告诉工作人员",
                                      "The printer is out of paper, our staff have been told"),
                       .detail = words(frame, "请记住您的号码。", "Please remember your number."),
                       .icon = "printer"},
                Banner{.tone = Tone::done, .words = words(frame, "证件有效", "Card is valid")},
                Banner{.words = words(frame, "网络断开，您可以继续，不会丢失任何内容。",
                                      "The line is down. You can go on: nothing is lost."),
                       .icon = "network_off"},
                Banner{.tone = Tone::honour,
                       .words = words(frame, "再献一次就是金奖", "One more to the gold award"),
                       .icon = "medal"},
                Banner{.tone = Tone::urgent,
                       .words = words(frame, "工作人员马上就来", "Somebody is coming")}};
            float y = 90;
            for (const Banner& each : all) {
                const float height = banner_height(frame, content_width_mm, each);
                banner(frame, content(frame, y, height), each);
                y += height + frame.metrics().gap_mm;
            }
            if (remark->words.empty()) {
                remark->say(std::string(words(frame, "已经记下来了", "It has been noted")),
                            Tone::done);
            }
            toast(frame, content(frame, y + 10, toast_height(frame)), *remark);
        }};
}

Exhibit long_list() {
    return {"list", {}, [](Frame& frame) {
                title(frame, "今天的优待", "What the card gives here");
                constexpr float row_mm = 26;
                list(frame, "benefits", content(frame, 90, 300),
                     {.count = 20, .row_mm = row_mm, .row = [&](int row, const Rect& place) {
                          const std::string label =
                              std::string(words(frame, "公交免费 ", "Buses free ")) +
                              std::to_string(row + 1);
                          frame.button("row/" + std::to_string(row), place, label,
                                       {.kind = ButtonKind::quiet,
                                        .icon = "bus",
                                        .role = Role::list_item,
                                        .align = Align::left});
                      }});
            }};
}

void write_name(Signature& signature, float scale) {
    const auto wave = [&](float x0, float y0, float width, float height, float turns) {
        signature.begin_stroke();
        for (int i = 0; i <= 60; ++i) {
            const float part = static_cast<float>(i) / 60;
            signature.add({(x0 + width * part) * scale,
                           (y0 + height * std::sin(part * turns * 3.14159F)) * scale});
        }
    };
    wave(40, 40, 40, 6, 1);
    wave(58, 20, 6, 30, 0.6F);
    wave(95, 30, 60, 16, 5);
    wave(90, 70, 90, 5, 2);
    signature.begin_stroke();
    signature.add({170 * scale, 30 * scale});
}

Exhibit signing(std::string name, float scale) {
    auto signature = std::make_shared<Signature>();
    if (scale > 0) write_name(*signature, scale);
    return {std::move(name), {}, [signature](Frame& frame) {
                title(frame, "请签名", "Please sign");
                signature_pad(frame, "sign", content(frame, 90, 140),
                              words(frame, "签名", "Signature"), *signature);
            }};
}

Exhibit waiting(std::string name, size_t count) {
    return {
        std::move(name), staff_canvas, [count](Frame& frame) {
            frame.screen("gallery");
            const std::array columns{
                TableColumn{.title = words(frame, "号码", "Number"), .share = 1},
                TableColumn{.title = words(frame, "捐献", "Gives"), .share = 2.4F},
                TableColumn{.title = words(frame, "备注", "Remark"), .share = 1.6F},
                TableColumn{
                    .title = words(frame, "等了", "Waited"), .share = 1, .align = Align::right}};
            std::vector<std::array<std::string, 4>> cells;
            for (size_t i = 0; i < count; ++i) {
                cells.push_back(
                    {"A0" + std::to_string(12 + i),
                     std::string(words(frame, "全血 400 毫升", "Whole blood 400 mL")),
                     i % 3 == 0 ? std::string(words(frame, "首次", "first time")) : std::string(),
                     std::to_string(41 - i) + std::string(words(frame, " 分", " min"))});
            }
            std::vector<std::array<std::string_view, 4>> views;
            for (const auto& row : cells)
                views.push_back({row[0], row[1], row[2], row[3]});
            std::vector<TableRow> rows;
            for (size_t i = 0; i < count; ++i)
                rows.push_back({.id = cells[i][0], .cells = views[i], .enabled = i != 3});
            table(frame, "waiting", {20, 20, 436, 200},
                  {.columns = columns,
                   .rows = rows,
                   .selected = 1,
                   .empty = words(frame, "现在没有人等候", "Nobody is waiting")});
        }};
}

} // namespace

std::vector<Exhibit> gallery() {
    return {choices("choices-two", 2, 200),
            choices("choices-six", 6, 360),
            choices("choices-low", 6, 200),
            choices("choices-many", 7, 360),
            answers(),
            date("date-year", DatePage::year),
            date("date-month", DatePage::month),
            date("date-day", DatePage::day),
            idle_warning(),
            remarks(),
            long_list(),
            signing("signature-empty", 0),
            signing("signature", 1.1F),
            waiting("table", 5),
            waiting("table-long", 20),
            waiting("table-empty", 0)};
}

} // namespace rexue::ui::widgets
