// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "cli/processsignals.h"

#include <pthread.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <ctime>

namespace baton::cli {

ProcessSignals::ProcessSignals()
{
    sigemptyset(&m_watched);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&m_watched, signal);
    pthread_sigmask(SIG_BLOCK, &m_watched, &m_before);
}

ProcessSignals::~ProcessSignals()
{
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

std::optional<int> ProcessSignals::wait(std::chrono::milliseconds atMost)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(atMost);
    const timespec time {.tv_sec = seconds.count(), .tv_nsec = std::chrono::nanoseconds(atMost - seconds).count()};
    const int signal = sigtimedwait(&m_watched, nullptr, &time);
    return signal > 0 ? std::optional(signal) : std::nullopt;
}

void notifySystemd(std::string_view state)
{
    const char* const path = std::getenv("NOTIFY_SOCKET");
    sockaddr_un address {};
    if (path == nullptr || (path[0] != '/' && path[0] != '@') || std::strlen(path) >= sizeof address.sun_path)
        return;
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path, std::strlen(path));
    if (path[0] == '@')
        address.sun_path[0] = '\0';   // an abstract socket
    const int descriptor = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return;
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + std::strlen(path));
    [[maybe_unused]] const auto sent =
        ::sendto(descriptor, state.data(), state.size(), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address), length);
    ::close(descriptor);
}

}  // namespace baton::cli
