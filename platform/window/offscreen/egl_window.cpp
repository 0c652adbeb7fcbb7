// The off-screen window: EGL without a surface, OpenGL 3.3 core, a framebuffer object.
#include <condition_variable>
#include <mutex>
#include <utility>

#define GL_GLEXT_PROTOTYPES
#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <GL/gl.h>
#include <GL/glext.h>

#include "platform/window/pixels.h"
#include "platform/window/window.h"

namespace rexue::window {

namespace {

// The display belongs to the process: EGL hands the same one to everyone, so it is never ended.
struct Context {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() {
        if (context == EGL_NO_CONTEXT) return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        eglDestroyContext(display, context);
    }
};

base::Status open_context(Context& opened) {
    const auto unavailable = [](const char* what) {
        return base::fail(base::ErrorCode::unavailable, what);
    };
    opened.display =
        eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (opened.display == EGL_NO_DISPLAY) return unavailable("no surfaceless EGL display");
    if (eglInitialize(opened.display, nullptr, nullptr) != EGL_TRUE) {
        return unavailable("EGL does not start");
    }
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) return unavailable("EGL without OpenGL");
    const EGLint wanted[] = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (eglChooseConfig(opened.display, wanted, &config, 1, &count) != EGL_TRUE || count == 0) {
        return unavailable("no EGL configuration for OpenGL");
    }
    const EGLint version[] = {EGL_CONTEXT_MAJOR_VERSION,
                              3,
                              EGL_CONTEXT_MINOR_VERSION,
                              3,
                              EGL_CONTEXT_OPENGL_PROFILE_MASK,
                              EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                              EGL_NONE};
    opened.context = eglCreateContext(opened.display, config, EGL_NO_CONTEXT, version);
    if (opened.context == EGL_NO_CONTEXT) return unavailable("no OpenGL 3.3");
    if (eglMakeCurrent(opened.display, EGL_NO_SURFACE, EGL_NO_SURFACE, opened.context) !=
        EGL_TRUE) {
        return unavailable("the context cannot be made current without a surface");
    }
    return {};
}

class EglWindow final : public OffscreenWindow {
  public:
    EglWindow(int width_px, int height_px) : width_px_(width_px), height_px_(height_px) {}

    ~EglWindow() override {
        if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
        if (colour_ != 0) glDeleteRenderbuffers(1, &colour_);
    }

    EglWindow(const EglWindow&) = delete;
    EglWindow& operator=(const EglWindow&) = delete;

    base::Status open() {
        if (const auto opened = open_context(context_); !opened) return base::fail(opened);
        glGenRenderbuffers(1, &colour_);
        glBindRenderbuffer(GL_RENDERBUFFER, colour_);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width_px_, height_px_);
        glGenFramebuffers(1, &framebuffer_);
        glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, colour_);
        if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
            return base::fail(base::ErrorCode::unavailable, "no framebuffer of this size");
        }
        glViewport(0, 0, width_px_, height_px_);
        return {};
    }

    int width_px() const override { return width_px_; }
    int height_px() const override { return height_px_; }

    bool should_close() const override {
        const std::lock_guard lock(mutex_);
        return close_requested_;
    }

    void wait(std::optional<time::Moment> deadline) override {
        std::unique_lock lock(mutex_);
        const auto is_over = [this] { return woken_ || !inputs_.empty(); };
        if (deadline) {
            woken_changed_.wait_until(lock, *deadline, is_over);
        } else {
            woken_changed_.wait(lock, is_over);
        }
        woken_ = false;
    }

    void wake() override {
        {
            const std::lock_guard lock(mutex_);
            woken_ = true;
        }
        woken_changed_.notify_all();
    }

    std::vector<Input> take_input() override {
        const std::lock_guard lock(mutex_);
        return std::exchange(inputs_, {});
    }

    void feed(const Input& input) override {
        {
            const std::lock_guard lock(mutex_);
            inputs_.push_back(input);
        }
        woken_changed_.notify_all();
    }

    void request_close() override {
        {
            const std::lock_guard lock(mutex_);
            close_requested_ = true;
        }
        wake();
    }

    void swap() override { glFinish(); }

    base::Result<image::Picture> read_pixels() override {
        return read_bound_framebuffer(width_px_, height_px_);
    }

  private:
    const int width_px_;
    const int height_px_;
    Context context_;
    GLuint framebuffer_ = 0;
    GLuint colour_ = 0;

    mutable std::mutex mutex_;
    std::condition_variable woken_changed_;
    bool woken_ = false;
    bool close_requested_ = false;
    std::vector<Input> inputs_;
};

} // namespace

base::Result<std::unique_ptr<OffscreenWindow>> make_offscreen_window(int width_px, int height_px) {
    if (width_px < 1 || height_px < 1 || width_px > image::max_side_px ||
        height_px > image::max_side_px) {
        return base::fail(base::ErrorCode::invalid_argument, "size of the off-screen window");
    }
    auto window = std::make_unique<EglWindow>(width_px, height_px);
    if (const auto opened = window->open(); !opened) return base::fail(opened);
    return window;
}

} // namespace rexue::window
