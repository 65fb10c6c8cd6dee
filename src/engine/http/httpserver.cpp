// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/http/httpserver.h"

#include "engine/http/connection.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <exception>
#include <future>
#include <thread>

namespace baton {
namespace {

constexpr std::chrono::milliseconds kAcceptAgain {100};   // no file descriptor is free; soon one will be

}  // namespace

class HttpServer::Listener final : public std::enable_shared_from_this<Listener> {
public:
    Listener(HttpServerSettings settings, HttpHandler handler)
        : m_shared(std::make_shared<HttpShared>(std::move(settings), std::move(handler)))
        , m_strand(asio::make_strand(m_shared->loop)), m_acceptor(m_strand), m_retry(m_strand)
    {
    }

    [[nodiscard]] Status start();
    void stop(std::chrono::milliseconds grace);
    [[nodiscard]] std::uint16_t port() const noexcept { return m_port.load(); }
    [[nodiscard]] const HttpShared& shared() const noexcept { return *m_shared; }

private:
    void accept();
    void onAccepted(beast::error_code error, Socket socket);
    void run() noexcept;

    const std::shared_ptr<HttpShared> m_shared;
    asio::strand<asio::io_context::executor_type> m_strand;
    asio::basic_socket_acceptor<asio::ip::tcp, asio::strand<asio::io_context::executor_type>> m_acceptor;
    asio::steady_timer m_retry;
    std::optional<asio::executor_work_guard<asio::io_context::executor_type>> m_work;
    std::vector<std::jthread> m_threads;
    std::atomic<std::uint16_t> m_port {0};
};

Status HttpServer::Listener::start()
{
    const HttpServerSettings& settings = m_shared->settings;
    const std::string where = settings.address + ":" + std::to_string(settings.port);
    beast::error_code error;
    const asio::ip::address address = asio::ip::make_address(settings.address == "localhost" ? "127.0.0.1" : settings.address, error);
    if (error)
        return Error {ErrorCode::InvalidArgument, "'" + settings.address + "' is no IP address", {}, {}, 0, 0,
                      "Give 127.0.0.1, 0.0.0.0 or the address of one of this machine's networks"};
    const asio::ip::tcp::endpoint endpoint(address, settings.port);
    m_acceptor.open(endpoint.protocol(), error);
    if (!error)
        m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        m_acceptor.bind(endpoint, error);
    if (!error)
        m_acceptor.listen(asio::socket_base::max_listen_connections, error);
    if (error) {
        beast::error_code ignored;
        m_acceptor.close(ignored);
        return Error {ErrorCode::Unavailable, "cannot listen on " + where + ": " + error.message(), {}, {}, 0, 0,
                      error == asio::error::address_in_use ? "Choose another port, or 0 for any that is free"
                                                           : "Choose another address or port"};
    }
    m_port = m_acceptor.local_endpoint(error).port();
    m_work.emplace(m_shared->loop.get_executor());
    asio::post(m_strand, [self = shared_from_this()] { self->accept(); });
    for (int i = 0; i < std::max(1, settings.threads); ++i)
        m_threads.emplace_back([self = shared_from_this()] { self->run(); });
    return {};
}

void HttpServer::Listener::run() noexcept
{
    for (;;) {
        try {
            m_shared->loop.run();
            return;
        } catch (const std::exception&) {   // of one connection; the others go on
        }
    }
}

void HttpServer::Listener::accept()
{
    if (!m_acceptor.is_open())
        return;
    m_acceptor.async_accept(asio::make_strand(m_shared->loop), [self = shared_from_this()](beast::error_code error, Socket socket) {
        self->onAccepted(error, std::move(socket));
    });
}

void HttpServer::Listener::onAccepted(beast::error_code error, Socket socket)
{
    if (error == asio::error::operation_aborted || !m_acceptor.is_open())
        return;
    if (error) {
        m_retry.expires_after(kAcceptAgain);
        m_retry.async_wait([self = shared_from_this()](beast::error_code cancelled) {
            if (!cancelled)
                self->accept();
        });
        return;
    }
    const bool isFull = m_shared->count() >= m_shared->settings.limits.connections;
    const auto connection = std::make_shared<HttpConnection>(m_shared, std::move(socket));
    m_shared->opened(connection);
    if (isFull)
        connection->refuse(503, "Too many connections");
    else
        connection->start();
    accept();
}

void HttpServer::Listener::stop(std::chrono::milliseconds grace)
{
    if (m_threads.empty())
        return;
    std::promise<void> closed;
    asio::post(m_strand, [&] {
        beast::error_code ignored;
        m_acceptor.close(ignored);
        m_retry.cancel();
        closed.set_value();
    });
    closed.get_future().wait();
    for (const auto& connection : m_shared->open())
        connection->finish(false);
    if (!m_shared->waitUntilNone(grace))
        for (const auto& connection : m_shared->open())
            connection->finish(true);
    m_work.reset();
    m_threads.clear();
}

HttpServer::HttpServer(HttpServerSettings settings, HttpHandler handler)
    : m_listener(std::make_shared<Listener>(std::move(settings), std::move(handler)))
{
}

HttpServer::~HttpServer()
{
    stop();
}

Status HttpServer::start()
{
    return m_listener->start();
}

void HttpServer::stop(std::chrono::milliseconds grace)
{
    m_listener->stop(grace);
}

std::uint16_t HttpServer::port() const noexcept
{
    return m_listener->port();
}

std::size_t HttpServer::connections() const noexcept
{
    return m_listener->shared().count();
}

std::string HttpServer::url() const
{
    const std::string& address = m_listener->shared().settings.address;
    const bool isV6 = address.find(':') != std::string::npos;
    return "http://" + (isV6 ? "[" + address + "]" : address) + ":" + std::to_string(port());
}

bool equalSecrets(std::string_view a, std::string_view b) noexcept
{
    unsigned difference = static_cast<unsigned>(a.size() ^ b.size()) | (a.size() == b.size() ? 0U : 1U);
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ (b.empty() ? 1U : static_cast<unsigned char>(b[i % b.size()]));
    return difference == 0;
}

}  // namespace baton
