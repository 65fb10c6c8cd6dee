// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/remote/http/socketnetwork.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTimer>

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <optional>

namespace baton {

/// One kept connection: one request after another, each with its deadline.
class SocketNetwork::Connection final : public QObject {
public:
    /// `released` is called when it may take another request, or has died.
    Connection(const QnamSettings& settings, QString host, std::uint16_t port, std::function<void()> released);
    ~Connection() override { m_socket.disconnect(this); }   // the socket tells of its end when half of this is gone
    Q_DISABLE_COPY_MOVE(Connection)

    void begin(Errand errand);
    [[nodiscard]] bool isIdle() const noexcept { return m_state == State::Idle; }
    [[nodiscard]] bool isDead() const noexcept { return m_state == State::Dead; }
    [[nodiscard]] bool leadsTo(const Errand& errand) const { return m_host == errand.host && m_port == errand.port; }
    /// Whether the server may have closed it by now, unseen.
    [[nodiscard]] bool isStale() const;
    void close();

private:
    enum class State : std::uint8_t { Connecting, Busy, Idle, Dead };
    using Parser = boost::beast::http::response_parser<boost::beast::http::string_body>;

    void write();
    void read();
    void parse();
    void freshParser();
    void disconnected();
    void failed();
    void overdue();
    void finish();
    void fail(Error error);
    [[nodiscard]] std::chrono::microseconds took() const;

    const QnamSettings& m_settings;
    const QString m_host;
    const std::uint16_t m_port;
    std::function<void()> m_released;
    QTcpSocket m_socket;
    QTimer m_timer;
    QElapsedTimer m_clock;          // since the request came, or since the connection became idle
    State m_state = State::Connecting;
    std::optional<Errand> m_errand;
    std::optional<Parser> m_parser;
    std::string m_buffer;           // what the parser has not taken yet
};

}  // namespace baton
