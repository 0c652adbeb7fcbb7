#include <cerrno>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "platform/devices/camera/v4l2/kernel.h"

namespace rexue::devices {

namespace {

class LinuxKernel final : public V4l2Kernel {
  public:
    int open(const char* path) override {
        const int descriptor = ::open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
        return descriptor >= 0 ? descriptor : -errno;
    }

    void close(int descriptor) override { ::close(descriptor); }

    int control(int descriptor, unsigned long request, void* argument) override {
        while (true) {
            const int result = ::ioctl(descriptor, request, argument);
            if (result >= 0) return result;
            if (errno != EINTR) return -errno;
        }
    }

    void* map(int descriptor, size_t bytes, off_t offset) override {
        void* memory =
            ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, offset);
        return memory == MAP_FAILED ? nullptr : memory;
    }

    void unmap(void* memory, size_t bytes) override { ::munmap(memory, bytes); }

    int wait(int descriptor, std::chrono::milliseconds timeout) override {
        pollfd waited{.fd = descriptor, .events = POLLIN, .revents = 0};
        const int ready = ::poll(&waited, 1, static_cast<int>(timeout.count()));
        if (ready > 0) return waited.revents;
        return ready == 0 || errno == EINTR ? 0 : -errno;
    }
};

} // namespace

V4l2Kernel& linux_kernel() {
    static LinuxKernel kernel;
    return kernel;
}

} // namespace rexue::devices
