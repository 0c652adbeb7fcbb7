// rexue-bench-bare: the least that ImGui can be: a window that waits, one button that changes its
// colour, ImGui's own Latin font. What ours costs is read beside it.
#include "tests/bench/bare_window.h"

#include <cstdio>
#include <cstdlib>

#define GLFW_INCLUDE_NONE
#include <GL/gl.h>
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

namespace {

namespace bare = rexue::bench::bare;

// ImGui 1.86 sees a press in one frame and its lifting in the next.
constexpr int frames_after_an_event = 2;

ImU32 imgui_colour(unsigned rgb) {
    return IM_COL32(rgb >> 16U & 0xFFU, rgb >> 8U & 0xFFU, rgb & 0xFFU, 255);
}

void draw_button(bool& is_second) {
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({bare::width_px, bare::height_px});
    ImGui::Begin("bare", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    ImGui::TextUnformatted("A bare ImGui window");
    const ImVec2 corner{bare::button_x_px - bare::button_width_px / 2.0F,
                        bare::button_y_px - bare::button_height_px / 2.0F};
    ImGui::SetCursorScreenPos(corner);
    const ImVec2 size{bare::button_width_px, bare::button_height_px};
    if (ImGui::InvisibleButton("button", size)) is_second = !is_second;
    ImGui::GetWindowDrawList()->AddRectFilled(
        corner, {corner.x + size.x, corner.y + size.y},
        imgui_colour(is_second ? bare::second_colour : bare::first_colour));
    ImGui::SetCursorScreenPos({bare::button_x_px - 20, bare::button_y_px - 7});
    ImGui::TextUnformatted("Press");
    ImGui::End();
}

void frame(GLFWwindow* window, bool& is_second) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    ImGui::NewFrame();
    draw_button(is_second);
    ImGui::Render();
    glClearColor(1, 1, 1, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window);
}

void run(GLFWwindow* window) {
    bool is_second = false;
    while (glfwWindowShouldClose(window) == GLFW_FALSE) {
        for (int frames = 0; frames < frames_after_an_event; ++frames)
            frame(window, is_second);
        glfwWaitEvents();
    }
}

} // namespace

int main() {
    if (glfwInit() != GLFW_TRUE) return EXIT_FAILURE;
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    GLFWwindow* const window =
        glfwCreateWindow(bare::width_px, bare::height_px, "bare", nullptr, nullptr);
    if (window == nullptr) return EXIT_FAILURE;
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    ImGui::CreateContext();
    ImGui::GetIO().IniFilename = nullptr;
    ImGui_ImplGlfw_InitForOpenGL(window, true);
    ImGui_ImplOpenGL3_Init("#version 330 core");
    run(window);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(window);
    glfwTerminate();
    return EXIT_SUCCESS;
}
