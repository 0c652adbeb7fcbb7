#include "kiosk/ui/draw/renderer.h"

#include <cstdint>

#include <GL/gl.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "kiosk/ui/draw/texture_id.h"

namespace rexue::ui::draw {

namespace {

constexpr float beyond_px = 16; // more than a picture is ever moved

// All text goes through Pango; ImGui insists on a font, and gets one glyph of its own.
void bake_smallest_atlas(ImFontAtlas& atlas) {
    static constexpr ImWchar one_space[] = {' ', ' ', 0};
    ImFontConfig config;
    config.SizePixels = 8;
    config.OversampleH = 1;
    config.GlyphRanges = one_space;
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines |
                   ImFontAtlasFlags_NoPowerOfTwoHeight;
    atlas.TexDesiredWidth = 16;
    atlas.AddFontDefault(&config);
}

void choose_look(ImGuiStyle& style) {
    style.AntiAliasedFill = true;
    style.AntiAliasedLines = true;
    style.AntiAliasedLinesUseTex = false;
    // A third of a pixel beside the true arc, which smooth edges hide. Finer ones cost: triangles
    // of corners are most of a screen full of keys.
    style.CircleTessellationMaxError = 0.3F;
}

} // namespace

base::Result<std::unique_ptr<Renderer>> Renderer::create(int width_px, int height_px) {
    std::unique_ptr<Renderer> renderer(new Renderer);
    renderer->context_ = ImGui::CreateContext();
    ImGui::SetCurrentContext(renderer->context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.DisplaySize = {static_cast<float>(width_px), static_cast<float>(height_px)};
    bake_smallest_atlas(*io.Fonts);
    choose_look(ImGui::GetStyle());
    if (!ImGui_ImplOpenGL3_Init("#version 330 core")) {
        return base::fail(base::ErrorCode::unavailable, "ImGui's OpenGL back end does not start");
    }
    renderer->started_ = true;
    return renderer;
}

// Shapes sample one white texel of ImGui's atlas. Taken from a coverage texture instead, they need
// the same compiled fragment shader as text: in llvmpipe each kind costs 60 ms and 8 MB at start.
void Renderer::use_white_coverage() {
    static constexpr std::uint8_t covered = 255;
    white_ = Texture::coverage(1, 1, 1, &covered);
    ImGui::GetIO().Fonts->SetTexID(texture_id(white_));
}

Renderer::~Renderer() {
    if (context_ == nullptr) return;
    ImGui::SetCurrentContext(context_);
    if (started_) ImGui_ImplOpenGL3_Shutdown();
    ImGui::DestroyContext(context_);
}

ImDrawList* Renderer::begin_frame() {
    ImGui::SetCurrentContext(context_);
    if (in_frame_) ImGui::EndFrame();
    in_frame_ = true;
    ImGui_ImplOpenGL3_NewFrame();
    if (!white_) use_white_coverage();
    ImGui::GetIO().DeltaTime = 1.0F / 60;
    ImGui::NewFrame();
    ImDrawList* list = ImGui::GetBackgroundDrawList();
    // Cut further out than ImGui cuts: what goes on beyond the canvas is seen at its edge where the
    // picture has been moved. The list forgets this with the frame.
    const ImVec2& size = ImGui::GetIO().DisplaySize;
    list->PushClipRect({-beyond_px, -beyond_px}, {size.x + beyond_px, size.y + beyond_px});
    return list;
}

void Renderer::end_frame(Colour page, PxOffset moved) {
    if (!in_frame_) return;
    in_frame_ = false;
    ImGui::Render();
    const auto channel = [](std::uint8_t value) { return static_cast<float>(value) / 255.0F; };
    glDisable(GL_SCISSOR_TEST);
    glClearColor(channel(page.r), channel(page.g), channel(page.b), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImDrawData& data = *ImGui::GetDrawData();
    data.DisplayPos = {static_cast<float>(-moved.x), static_cast<float>(-moved.y)};
    ImGui_ImplOpenGL3_RenderDrawData(&data);
}

} // namespace rexue::ui::draw
