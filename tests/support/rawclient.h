// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace baton::test {

struct RawAnswer {
    int status = 0;             // 0: none came
    std::string head;
    std::string body;
};

/// A client that sends bytes as they are and reads answers one by one. Waits at most 20 s for each byte.
class RawClient {
public:
    explicit RawClient(std::uint16_t port)
    {
        m_socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const timeval limit {20, 0};
        setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    RawClient(RawClient&& other) noexcept
        : m_socket(std::exchange(other.m_socket, -1)), m_connected(other.m_connected), m_rest(std::move(other.m_rest))
    {
    }
    RawClient& operator=(RawClient&&) = delete;
    ~RawClient() { drop(); }

    [[nodiscard]] bool isConnected() const { return m_connected; }
    [[nodiscard]] int descriptor() const { return m_socket; }
    void drop()
    {
        if (m_socket >= 0)
            ::close(std::exchange(m_socket, -1));
    }

    void send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t sent = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    void request(std::string_view method, std::string_view target, std::string_view body = {}, std::string_view headers = {})
    {
        std::string text = std::string(method) + ' ' + std::string(target) + " HTTP/1.1\r\nHost: here\r\n" + std::string(headers);
        if (!body.empty() && headers.find("Content-Type") == std::string_view::npos)
            text += "Content-Type: application/json\r\n";
        if (!body.empty() || method == "POST" || method == "PUT")
            text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
        send(text + "\r\n" + std::string(body));
    }

    [[nodiscard]] RawAnswer ask(std::string_view method, std::string_view target, std::string_view body = {}, std::string_view headers = {})
    {
        request(method, target, body, headers);
        return read(method == "HEAD");
    }

    [[nodiscard]] RawAnswer read(bool headOnly = false)
    {
        RawAnswer answer;
        std::size_t end = std::string::npos;
        while ((end = m_rest.find("\r\n\r\n")) == std::string::npos)
            if (!more())
                return answer;
        answer.head = m_rest.substr(0, end + 2);
        m_rest.erase(0, end + 4);
        answer.status = std::atoi(answer.head.substr(9, 3).c_str());
        std::size_t length = 0;
        if (const std::size_t at = answer.head.find("Content-Length: "); at != std::string::npos && !headOnly)
            length = static_cast<std::size_t>(std::atoll(answer.head.c_str() + at + 16));
        while (m_rest.size() < length)
            if (!more())
                break;
        answer.body = m_rest.substr(0, length);
        m_rest.erase(0, length);
        return answer;
    }

    /// Has the server closed, with nothing more to read.
    [[nodiscard]] bool isClosed()
    {
        return m_rest.empty() && !more();
    }

private:
    bool more()
    {
        char buffer[65536];
        const ssize_t got = recv(m_socket, buffer, sizeof buffer, 0);
        if (got <= 0)
            return false;
        m_rest.append(buffer, static_cast<std::size_t>(got));
        return true;
    }

    int m_socket = -1;
    bool m_connected = false;
    std::string m_rest;
};

}  // namespace baton::test
