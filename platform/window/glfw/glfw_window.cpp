// The real window: GLFW on X11, OpenGL 3.3 core.
#include <algorithm>
#include <chrono>
#include <utility>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include "platform/window/pixels.h"
#include "platform/window/window.h"

namespace rexue::window {

namespace {

std::optional<Key> key_of(int glfw_key) {
    switch (glfw_key) {
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return Key::enter;
        case GLFW_KEY_ESCAPE:
            return Key::escape;
        case GLFW_KEY_TAB:
            return Key::tab;
        case GLFW_KEY_SPACE:
            return Key::space;
        case GLFW_KEY_BACKSPACE:
            return Key::backspace;
        case GLFW_KEY_LEFT:
            return Key::left;
        case GLFW_KEY_RIGHT:
            return Key::right;
        case GLFW_KEY_UP:
            return Key::up;
        case GLFW_KEY_DOWN:
            return Key::down;
        case GLFW_KEY_F1:
            return Key::f1;
        case GLFW_KEY_F5:
            return Key::f5;
        case GLFW_KEY_F12:
            return Key::f12;
        default:
            return std::nullopt;
    }
}

std::string newest_failure(std::string_view what) {
    const char* description = nullptr;
    glfwGetError(&description);
    return std::string(what) + ": " + (description == nullptr ? "no reason given" : description);
}

class GlfwWindow final : public Window {
  public:
    // Takes over the window and GLFW itself.
    explicit GlfwWindow(GLFWwindow* window) : window_(window) {
        glfwSetWindowUserPointer(window_, this);
        glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double x, double y) {
            self(w).moved(static_cast<float>(x), static_cast<float>(y));
        });
        glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int button, int action, int) {
            if (button == GLFW_MOUSE_BUTTON_LEFT) self(w).edge(action == GLFW_PRESS);
        });
        glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int, int action, int) {
            if (action == GLFW_RELEASE) return;
            if (const auto known = key_of(key)) self(w).add(KeyInput{.key = known});
        });
        glfwSetCharCallback(window_, [](GLFWwindow* w, unsigned character) {
            self(w).add(KeyInput{.key = std::nullopt, .character = character});
        });
    }

    ~GlfwWindow() override {
        glfwDestroyWindow(window_);
        glfwTerminate();
    }

    GlfwWindow(const GlfwWindow&) = delete;
    GlfwWindow& operator=(const GlfwWindow&) = delete;

    int width_px() const override { return framebuffer_size().first; }
    int height_px() const override { return framebuffer_size().second; }
    bool should_close() const override { return glfwWindowShouldClose(window_) == GLFW_TRUE; }

    void wait(std::optional<time::Moment> deadline) override {
        if (!inputs_.empty()) {
            glfwPollEvents();
            return;
        }
        if (!deadline) {
            glfwWaitEvents();
            return;
        }
        const std::chrono::duration<double> left = *deadline - std::chrono::steady_clock::now();
        // A time-out of nothing is an error to GLFW.
        if (left.count() > 0) {
            glfwWaitEventsTimeout(left.count());
        } else {
            glfwPollEvents();
        }
    }

    void wake() override { glfwPostEmptyEvent(); }

    std::vector<Input> take_input() override { return std::exchange(inputs_, {}); }

    void swap() override { glfwSwapBuffers(window_); }

    base::Result<image::Picture> read_pixels() override {
        return read_bound_framebuffer(width_px(), height_px());
    }

  private:
    static GlfwWindow& self(GLFWwindow* window) {
        return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window));
    }

    std::pair<int, int> framebuffer_size() const {
        int width = 0;
        int height = 0;
        glfwGetFramebufferSize(window_, &width, &height);
        return {width, height};
    }

    void moved(float x, float y) {
        x_ = x;
        y_ = y;
        inputs_.push_back({.pointer = PointerInput{PointerInput::Kind::move, x_, y_}, .key = {}});
    }

    // glfwGetCursorPos would ask where the pointer is now; an edge that waited in the queue
    // happened where the last move before it ended.
    void edge(bool down) {
        const auto kind = down ? PointerInput::Kind::down : PointerInput::Kind::up;
        inputs_.push_back({.pointer = PointerInput{kind, x_, y_}, .key = {}});
    }

    void add(const KeyInput& key) { inputs_.push_back({.pointer = {}, .key = key}); }

    GLFWwindow* window_;
    float x_ = 0;
    float y_ = 0;
    std::vector<Input> inputs_;
};

void set_hints() {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    // A terminal's window stays when something else takes the focus for a moment.
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
}

} // namespace

base::Result<std::unique_ptr<Window>> make_window(const WindowOptions& options) {
    if (glfwInit() != GLFW_TRUE) {
        return base::fail(base::ErrorCode::unavailable, newest_failure("no display"));
    }
    set_hints();
    GLFWmonitor* const monitor = options.fullscreen ? glfwGetPrimaryMonitor() : nullptr;
    int width = options.width_px;
    int height = options.height_px;
    if (monitor != nullptr) {
        // The panel keeps its own mode: another one would be drawn blurred.
        const GLFWvidmode* const mode = glfwGetVideoMode(monitor);
        width = mode->width;
        height = mode->height;
    }
    GLFWwindow* const window =
        glfwCreateWindow(width, height, options.title.c_str(), monitor, nullptr);
    if (window == nullptr) {
        const std::string reason = newest_failure("no window");
        glfwTerminate();
        return base::fail(base::ErrorCode::unavailable, reason);
    }
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    if (!options.show_cursor) glfwSetInputMode(window, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    return std::make_unique<GlfwWindow>(window);
}

} // namespace rexue::window
