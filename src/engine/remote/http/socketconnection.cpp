// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/http/socketconnection.h"

#include <algorithm>

namespace baton {
namespace {

namespace http = boost::beast::http;

std::string withoutQuery(const std::string& url)
{
    return url.substr(0, url.find('?'));
}

std::string requestText(const HttpCall& call, const std::string& target, const QString& host, std::uint16_t port)
{
    const std::string name = host.toStdString();
    const bool isIp6 = name.find(':') != std::string::npos;
    std::string text;
    text.reserve(256 + call.body.size());
    text.append(call.method).append(" ").append(target).append(" HTTP/1.1\r\nHost: ");
    text.append(isIp6 ? "[" + name + "]" : name);
    if (port != 80)
        text.append(":").append(std::to_string(port));
    text.append("\r\nUser-Agent: baton\r\n");
    for (const auto& [header, value] : call.headers)
        text.append(header).append(": ").append(value).append("\r\n");
    if (!call.body.empty() || call.method != "GET")
        text.append("Content-Length: ").append(std::to_string(call.body.size())).append("\r\n");
    return text.append("\r\n").append(call.body);
}

}  // namespace

SocketNetwork::Connection::Connection(const QnamSettings& settings, QString host, std::uint16_t port,
                                      std::function<void()> released)
    : m_settings(settings), m_host(std::move(host)), m_port(port), m_released(std::move(released))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Connection::overdue);
    connect(&m_socket, &QTcpSocket::connected, this, [this] {
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        write();
    });
    connect(&m_socket, &QTcpSocket::readyRead, this, &Connection::read);
    connect(&m_socket, &QTcpSocket::disconnected, this, &Connection::disconnected);
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &Connection::failed);
    m_socket.setProxy(QNetworkProxy(QNetworkProxy::NoProxy));
}

bool SocketNetwork::Connection::isStale() const
{
    const auto limit = std::min(m_settings.connection.keepAlive, m_settings.connection.idleTimeout);
    return m_clock.elapsed() >= limit.count() || m_socket.state() != QAbstractSocket::ConnectedState || m_socket.bytesAvailable() > 0;
}

void SocketNetwork::Connection::close()
{
    m_state = State::Dead;
    m_socket.disconnect(this);
    m_socket.abort();
}

std::chrono::microseconds SocketNetwork::Connection::took() const
{
    return std::chrono::microseconds(m_clock.nsecsElapsed() / 1000);
}

void SocketNetwork::Connection::begin(Errand errand)
{
    m_errand = std::move(errand);
    m_clock.start();
    freshParser();
    if (m_state == State::Idle) {
        write();
        return;
    }
    m_state = State::Connecting;
    m_timer.start(std::min(m_settings.connection.connectTimeout, m_errand->call.timeout));
    m_socket.connectToHost(m_host, m_port);
}

void SocketNetwork::Connection::freshParser()
{
    m_parser.emplace();
    m_parser->body_limit(m_settings.bodyLimit);
    m_parser->header_limit(64U * 1024);
    m_parser->eager(true);
}

void SocketNetwork::Connection::write()
{
    m_state = State::Busy;
    const auto left = m_errand->call.timeout - std::chrono::milliseconds(m_clock.elapsed());
    m_timer.start(std::max(left, std::chrono::milliseconds(1)));
    const std::string text = requestText(m_errand->call, m_errand->target, m_host, m_port);
    m_socket.write(text.data(), static_cast<qint64>(text.size()));
    m_socket.flush();
}

void SocketNetwork::Connection::read()
{
    if (m_state == State::Idle) {   // nobody asked
        close();
        m_released();
        return;
    }
    if (m_state != State::Busy)
        return;
    const auto count = static_cast<std::size_t>(std::max<qint64>(0, m_socket.bytesAvailable()));
    const std::size_t before = m_buffer.size();
    m_buffer.resize(before + count);
    const qint64 got = m_socket.read(m_buffer.data() + before, static_cast<qint64>(count));
    m_buffer.resize(before + static_cast<std::size_t>(std::max<qint64>(0, got)));
    parse();
}

void SocketNetwork::Connection::parse()
{
    std::size_t at = 0;
    while (at < m_buffer.size()) {
        boost::system::error_code fault;
        const std::size_t taken = m_parser->put(boost::asio::const_buffer(m_buffer.data() + at, m_buffer.size() - at), fault);
        at += taken;
        if (fault == http::error::body_limit) {
            fail({ErrorCode::InvalidArgument, "the answer is longer than " + std::to_string(m_settings.bodyLimit) + " bytes",
                  withoutQuery(m_errand->call.url), {}, 0, 0, "ask for less at once"});
            return;
        }
        if (fault && fault != http::error::need_more) {
            fail({ErrorCode::Unavailable, "the answer is no HTTP: " + fault.message(), withoutQuery(m_errand->call.url)});
            return;
        }
        if (m_parser->is_done() && m_parser->get().result_int() / 100 != 1) {
            m_buffer.erase(0, at);
            finish();
            return;
        }
        if (m_parser->is_done())
            freshParser();   // the answer is still to come
        else if (taken == 0)
            break;           // a head in pieces
    }
    m_buffer.erase(0, at);
}

void SocketNetwork::Connection::finish()
{
    m_timer.stop();
    HttpAnswer answer;
    auto& message = m_parser->get();
    answer.status = static_cast<int>(message.result_int());
    for (const auto& field : message) {
        std::string name(field.name_string());
        std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        answer.headers.emplace_back(std::move(name), std::string(field.value()));
    }
    answer.body = std::move(message.body());
    answer.took = took();
    const bool isKept = m_parser->keep_alive() && m_buffer.empty() && m_socket.state() == QAbstractSocket::ConnectedState;
    const Errand errand = *std::exchange(m_errand, std::nullopt);
    if (isKept) {
        m_state = State::Idle;
        m_clock.start();
    } else {
        close();
    }
    m_released();
    errand.outcome(std::move(answer));
}

void SocketNetwork::Connection::fail(Error error)
{
    m_timer.stop();
    const bool reached = m_state == State::Busy;
    const auto time = took();
    const std::optional<Errand> errand = std::exchange(m_errand, std::nullopt);
    close();
    m_released();
    if (errand)
        errand->outcome(HttpFailure {std::move(error), reached, time});
}

void SocketNetwork::Connection::disconnected()
{
    if (m_state != State::Busy) {
        if (m_state == State::Idle) {
            close();
            m_released();
        }
        return;
    }
    read();
    if (m_state != State::Busy)
        return;
    if (m_parser->is_header_done() && m_parser->need_eof()) {   // an answer that ends with its connection
        boost::system::error_code fault;
        m_parser->put_eof(fault);
        finish();
        return;
    }
    fail({ErrorCode::Unavailable, m_parser->got_some() || !m_buffer.empty() ? "the connection was closed in the middle of the answer"
                                                                                 : "the connection was closed before an answer came",
          withoutQuery(m_errand->call.url)});
}

void SocketNetwork::Connection::failed()
{
    if (m_state != State::Connecting || !m_errand)
        return;   // a connection that was made ends by disconnected()
    Error error {ErrorCode::Unavailable, m_socket.errorString().toStdString(), withoutQuery(m_errand->call.url)};
    switch (m_socket.error()) {
    case QAbstractSocket::ConnectionRefusedError:
        error.message = "nobody listens there: connection refused";
        error.hint = "start the server, or check its URL";
        break;
    case QAbstractSocket::HostNotFoundError:
        error.message = "the host is not known";
        error.hint = "check the server's URL and the name service";
        break;
    default: break;
    }
    fail(std::move(error));
}

void SocketNetwork::Connection::overdue()
{
    if (!m_errand)
        return;
    const auto& call = m_errand->call;
    if (m_state == State::Connecting && m_settings.connection.connectTimeout < call.timeout) {
        fail({ErrorCode::Unavailable, "no connection within " + std::to_string(m_settings.connection.connectTimeout.count()) + " ms",
              withoutQuery(call.url)});
    } else {
        fail({ErrorCode::Timeout, "no whole answer within " + std::to_string(call.timeout.count()) + " ms", withoutQuery(call.url)});
    }
}

}  // namespace baton
