// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QPointer>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace baton::test {

/// One request as a scripted server got it.
struct ScriptedRequest {
    std::string method;
    std::string target;                              // path and query, as sent
    std::map<std::string, std::string> headers;      // names in lower case
    std::string body;
    int connection = 0;                              // the connection's number, from 1
    int number = 0;                                  // the request's, over all connections, from 1
};

/// What the server does to the connection for one request.
struct ScriptedAnswer {
    std::string bytes;            // as they go out
    bool close = false;           // after them
    bool hold = false;            // nothing at all: a half-open connection

    static ScriptedAnswer of(int status, const std::string& body = {}, const std::string& type = "application/json",
                             const std::vector<std::pair<std::string, std::string>>& headers = {})
    {
        std::string text = "HTTP/1.1 " + std::to_string(status) + " Scripted\r\nContent-Length: " + std::to_string(body.size()) + "\r\n";
        if (!body.empty())
            text += "Content-Type: " + type + "\r\n";
        for (const auto& [name, value] : headers)
            text += name + ": " + value + "\r\n";
        return {text + "\r\n" + body};
    }
    static ScriptedAnswer text(const std::string& body) { return of(200, body, "text/plain"); }
    static ScriptedAnswer drop(std::string bytes = {}) { return {std::move(bytes), true}; }
    static ScriptedAnswer silence() { return {{}, false, true}; }
};

/// A server for HTTP/1.1 that does what a test says, down to the bytes. Lives on the test's thread and its event loop.
class ScriptedServer {
public:
    using Script = std::function<ScriptedAnswer(const ScriptedRequest&)>;

    explicit ScriptedServer(Script script) : m_script(std::move(script)), m_server(std::make_unique<QTcpServer>()) { listen(); }
    /// One that speaks TLS.
    ScriptedServer(Script script, const QSslConfiguration& tls) : m_script(std::move(script))
    {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(tls);
        m_server = std::move(server);
        m_scheme = "https";
        listen();
    }

    [[nodiscard]] std::string url() const { return m_scheme + "://127.0.0.1:" + std::to_string(m_server->serverPort()); }
    [[nodiscard]] const std::vector<ScriptedRequest>& requests() const noexcept { return m_requests; }
    [[nodiscard]] int connections() const noexcept { return m_connections; }
    [[nodiscard]] int count(const std::string& method, const std::string& path) const
    {
        int found = 0;
        for (const ScriptedRequest& request : m_requests)
            found += request.method == method && request.target.substr(0, request.target.find('?')) == path ? 1 : 0;
        return found;
    }
    void setScript(Script script) { m_script = std::move(script); }
    /// Nobody listens any more: connections are refused.
    void stop() { m_server->close(); }
    /// Sends to a connection that was held.
    void release(int connection, const ScriptedAnswer& answer)
    {
        if (QTcpSocket* const socket = m_sockets[connection])
            play(*socket, answer);
    }

private:
    void listen()
    {
        // QSslServer tells of a connection when it is encrypted, a plain one when it is there.
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this] { accept(); });
        m_server->listen(QHostAddress::LocalHost, 0);
    }

    void accept()
    {
        while (QTcpSocket* const socket = m_server->nextPendingConnection()) {
            const int number = ++m_connections;
            m_sockets[number] = socket;
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, number, buffer = std::string()]() mutable {
                if (!socket->isOpen())
                    return;
                buffer += socket->readAll().toStdString();
                while (take(*socket, buffer, number)) { }
            });
        }
    }

    bool take(QTcpSocket& socket, std::string& buffer, int connection)
    {
        const std::size_t end = buffer.find("\r\n\r\n");
        if (end == std::string::npos)
            return false;
        ScriptedRequest request = headOf(buffer.substr(0, end + 2));
        const std::size_t length = request.headers.contains("content-length") ? std::stoul(request.headers["content-length"]) : 0;
        if (buffer.size() < end + 4 + length)
            return false;
        request.body = buffer.substr(end + 4, length);
        buffer.erase(0, end + 4 + length);
        request.connection = connection;
        request.number = static_cast<int>(m_requests.size()) + 1;
        m_requests.push_back(request);
        play(socket, m_script(request));
        return true;
    }

    static ScriptedRequest headOf(const std::string& head)
    {
        ScriptedRequest request;
        const std::size_t line = head.find("\r\n");
        const std::size_t blank = head.find(' ');
        request.method = head.substr(0, blank);
        request.target = head.substr(blank + 1, head.find(' ', blank + 1) - blank - 1);
        for (std::size_t at = line + 2; at < head.size();) {
            const std::size_t stop = head.find("\r\n", at);
            const std::size_t colon = head.find(':', at);
            std::string name = head.substr(at, colon - at);
            for (char& c : name)
                c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            const std::size_t begin = head.find_first_not_of(' ', colon + 1);
            request.headers[name] = head.substr(begin, stop - begin);
            at = stop + 2;
        }
        return request;
    }

    static void play(QTcpSocket& socket, const ScriptedAnswer& answer)
    {
        if (answer.hold)
            return;
        socket.write(answer.bytes.data(), static_cast<qint64>(answer.bytes.size()));
        if (answer.close)
            socket.disconnectFromHost();
    }

    Script m_script;
    std::vector<ScriptedRequest> m_requests;
    std::map<int, QPointer<QTcpSocket>> m_sockets;
    int m_connections = 0;
    std::string m_scheme = "http";
    std::unique_ptr<QTcpServer> m_server;
};

}  // namespace baton::test
