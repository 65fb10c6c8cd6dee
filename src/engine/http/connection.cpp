// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/http/connection.h"

#include "engine/http/responsehead.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/read.hpp>

#include <exception>

namespace baton {
namespace {

namespace http = beast::http;

constexpr std::size_t kPipelined = 64 * 1024;      // what a client may send ahead while its request is held
constexpr std::size_t kMostDiscarded = 64 * 1024 * 1024;
constexpr std::chrono::seconds kLinger {5};

}  // namespace

// Knows its connection as long as an answer is due, and the connection knows it only weakly: so the last Responder to go
// without an answer is noticed.
class HttpConnection::Exchange final : public Responder::Target {
public:
    Exchange(std::shared_ptr<HttpConnection> connection, std::uint64_t number)
        : m_connection(std::move(connection)), m_number(number)
    {
    }
    ~Exchange() override
    {
        send(m_connection ? m_connection->m_shared->refusal(500, "The request was not answered") : HttpResponse());
    }

    void send(HttpResponse response) override
    {
        std::function<void()> forgotten;
        std::shared_ptr<HttpShared> loop;   // what is posted may be over, and the server gone, before post() has returned
        std::shared_ptr<HttpConnection> connection;
        {
            const std::lock_guard lock(m_mutex);
            if (m_isSent || m_isGone)
                return;
            m_isSent = true;
            forgotten.swap(m_gone);
            connection.swap(m_connection);
            loop = connection->m_shared;
            // Under the lock: the connection cannot have been closed, so the loop is still running.
            if (!connection->m_stream.get_executor().running_in_this_thread()) {
                HttpConnection& target = *connection;
                asio::post(target.m_stream.get_executor(),
                    [connection = std::move(connection), number = m_number, response = std::move(response)]() mutable {
                        connection->answer(number, std::move(response));
                    });
                return;
            }
        }
        connection->answer(m_number, std::move(response));
    }

    void onGone(std::function<void()> gone) override
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_isSent)
                return;
            if (!m_isGone) {
                m_gone = std::move(gone);
                return;
            }
        }
        gone();
    }

    [[nodiscard]] bool isGone() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_isGone;
    }

    void markGone()
    {
        std::function<void()> gone;
        std::shared_ptr<HttpConnection> connection;
        {
            const std::lock_guard lock(m_mutex);
            if (m_isSent || m_isGone)
                return;
            m_isGone = true;
            gone.swap(m_gone);
            connection.swap(m_connection);
        }
        if (gone)
            gone();
    }

private:
    mutable std::mutex m_mutex;                    // guards what follows
    std::shared_ptr<HttpConnection> m_connection;  // until sent or gone
    std::function<void()> m_gone;
    std::uint64_t m_number;
    bool m_isSent = false;
    bool m_isGone = false;
};

void HttpShared::opened(const std::shared_ptr<HttpConnection>& connection)
{
    const std::lock_guard lock(m_mutex);
    m_open.emplace(connection.get(), connection);
}

void HttpShared::closed(const HttpConnection* connection)
{
    const std::lock_guard lock(m_mutex);
    m_open.erase(connection);
    if (m_open.empty())
        m_changed.notify_all();
}

std::size_t HttpShared::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_open.size();
}

std::vector<std::shared_ptr<HttpConnection>> HttpShared::open() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<std::shared_ptr<HttpConnection>> connections;
    for (const auto& [address, weak] : m_open)
        if (std::shared_ptr<HttpConnection> connection = weak.lock())
            connections.push_back(std::move(connection));
    return connections;
}

bool HttpShared::waitUntilNone(std::chrono::milliseconds grace)
{
    std::unique_lock lock(m_mutex);
    return m_changed.wait_for(lock, grace, [this] { return m_open.empty(); });
}

HttpResponse HttpShared::refusal(int status, std::string_view message) const
{
    return settings.refusal ? settings.refusal(status, message) : HttpResponse::text(message, status);
}

HttpConnection::HttpConnection(std::shared_ptr<HttpShared> shared, Socket socket)
    : m_shared(std::move(shared)), m_stream(std::move(socket))
{
    beast::error_code error;
    if (const auto remote = m_stream.socket().remote_endpoint(error); !error)
        m_remoteAddress = remote.address().to_string();
    m_stream.socket().set_option(asio::ip::tcp::no_delay(true), error);
    m_stream.socket().set_option(asio::socket_base::keep_alive(true), error);
    m_stream.socket().non_blocking(true, error);
}

void HttpConnection::start()
{
    asio::dispatch(m_stream.get_executor(), [self = shared_from_this()] { self->readHeader(); });
}

void HttpConnection::refuse(int status, std::string_view message)
{
    asio::dispatch(m_stream.get_executor(), [self = shared_from_this(), response = m_shared->refusal(status, message)]() mutable {
        self->m_linger = true;
        self->write(std::move(response), false);
    });
}

void HttpConnection::finish(bool atOnce)
{
    asio::dispatch(m_stream.get_executor(), [self = shared_from_this(), atOnce] {
        self->m_finishing = true;
        if (atOnce || self->m_state == State::Reading)
            self->close();
    });
}

void HttpConnection::readHeader()
{
    if (m_state == State::Closed || m_finishing) {
        close();
        return;
    }
    m_state = State::Reading;
    m_parser.emplace();
    const HttpLimits& limits = m_shared->settings.limits;
    m_parser->header_limit(static_cast<std::uint32_t>(std::min<std::size_t>(limits.headerBytes, UINT32_MAX)));
    m_parser->body_limit(limits.bodyBytes);
    m_stream.expires_after(limits.idle);
    http::async_read_header(m_stream, m_buffer, *m_parser,
        [self = shared_from_this()](beast::error_code error, std::size_t) { self->onHeader(error); });
}

void HttpConnection::onHeader(beast::error_code error)
{
    if (m_state == State::Closed)
        return;
    ++m_number;
    m_state = State::Body;
    m_http10 = m_parser->get().version() < 11;
    m_isHead = m_parser->get().method() == http::verb::head;
    if (error) {
        badRequest(error);
        return;
    }
    m_keep = m_parser->keep_alive();
    m_stream.expires_after(m_shared->settings.limits.transfer);
    if (m_parser->is_done() || !beast::iequals(m_parser->get()[http::field::expect], "100-continue")) {
        readBody();
        return;
    }
    m_head = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(m_stream, asio::buffer(m_head), [self = shared_from_this()](beast::error_code failed, std::size_t) {
        if (failed)
            self->close();
        else
            self->readBody();
    });
}

void HttpConnection::readBody()
{
    if (m_parser->is_done()) {
        onBody({});
        return;
    }
    http::async_read(m_stream, m_buffer, *m_parser,
        [self = shared_from_this()](beast::error_code error, std::size_t) { self->onBody(error); });
}

void HttpConnection::onBody(beast::error_code error)
{
    if (m_state == State::Closed)
        return;
    if (error)
        badRequest(error);
    else
        dispatch();
}

void HttpConnection::badRequest(beast::error_code error)
{
    m_linger = true;
    if (error == http::error::header_limit)
        write(m_shared->refusal(431, "The header of the request is too large"), false);
    else if (error == http::error::body_limit || error == http::error::buffer_overflow)
        write(m_shared->refusal(413, "The body of the request is larger than "
                  + std::to_string(m_shared->settings.limits.bodyBytes) + " bytes"), false);
    else if (error.category() == http::make_error_code(http::error::bad_method).category()
             && error != http::error::end_of_stream && error != http::error::partial_message)
        write(m_shared->refusal(400, "This is no HTTP request: " + error.message()), false);
    else
        close();   // the client has gone, or was too slow
}

bool HttpConnection::isAllowed(const HttpRequest& request) const
{
    const std::string& token = m_shared->settings.token;
    const std::vector<std::string>& open = m_shared->settings.openPaths;
    if (token.empty() || std::find(open.begin(), open.end(), request.path) != open.end())
        return true;
    const std::string bearer = request.headers.value("Authorization");
    constexpr std::string_view kScheme = "Bearer ";
    return (beast::iequals(bearer.substr(0, kScheme.size()), kScheme) && equalSecrets(bearer.substr(kScheme.size()), token))
        || equalSecrets(request.headers.value("X-Authorization"), token);
}

bool HttpConnection::fillRequest(HttpRequest& request) const
{
    const auto& message = m_parser->get();
    std::string_view target(message.target().data(), message.target().size());
    if (const std::size_t scheme = target.find("://"); scheme != std::string_view::npos && !target.starts_with('/'))
        target.remove_prefix(std::min(target.find('/', scheme + 3), target.size()));   // as a proxy is asked
    const std::size_t mark = std::min(target.find_first_of("?#"), target.size());
    const std::string_view raw = target.substr(0, mark);
    const std::optional<std::string> path = percentDecoded(raw, false);
    const bool hidesSlash = raw.find("%2F") != std::string_view::npos || raw.find("%2f") != std::string_view::npos;
    if (!path || hidesSlash || path->find('\0') != std::string::npos)
        return false;
    request.method.assign(message.method_string().data(), message.method_string().size());
    request.path = path->starts_with('/') ? *path : "/" + *path;
    if (mark < target.size() && target[mark] == '?')
        request.query = queryFrom(target.substr(mark + 1, target.substr(mark + 1).find('#')));
    for (const auto& field : message)
        request.headers.add(std::string(field.name_string().data(), field.name_string().size()),
                            std::string(field.value().data(), field.value().size()));
    request.remoteAddress = m_remoteAddress;
    return true;
}

void HttpConnection::dispatch()
{
    m_state = State::Held;
    m_stream.expires_never();
    HttpRequest request;
    if (!fillRequest(request)) {
        write(m_shared->refusal(400, "The path of the request is not well formed"), false);
        return;
    }
    request.body = std::move(m_parser->get().body());
    if (!isAllowed(request)) {
        HttpResponse response = m_shared->refusal(401, "A token is required");
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
        write(std::move(response), m_keep);
        return;
    }
    auto exchange = std::make_shared<Exchange>(shared_from_this(), m_number);
    m_exchange = exchange;
    try {
        m_shared->handler(std::move(request), Responder(exchange));
    } catch (const std::exception& failure) {
        exchange->send(m_shared->refusal(500, failure.what()));
    } catch (...) {
        exchange->send(m_shared->refusal(500, "The request could not be answered"));
    }
    exchange.reset();
    if (m_state == State::Held)
        watch();
}

// While a request is held nothing is read; only so is it noticed that the client has gone.
void HttpConnection::watch()
{
    if (m_watching || m_buffer.size() >= kPipelined)
        return;
    m_watching = true;
    m_stream.socket().async_wait(Socket::wait_read, [self = shared_from_this()](beast::error_code error) {
        self->m_watching = false;
        if (!error && self->m_state == State::Held)
            self->look();
    });
}

void HttpConnection::look()
{
    beast::error_code error;
    const std::size_t count = m_stream.socket().read_some(m_buffer.prepare(4096), error);
    m_buffer.commit(error ? 0 : count);
    if (error && error != asio::error::would_block && error != asio::error::try_again)
        close();
    else
        watch();
}

void HttpConnection::answer(std::uint64_t number, HttpResponse response)
{
    if (m_state == State::Held && number == m_number)
        write(std::move(response), m_keep && !m_finishing);
}

void HttpConnection::write(HttpResponse response, bool keep)
{
    m_state = State::Writing;
    m_exchange.reset();
    m_parser.reset();
    m_head = responseHead(response, {m_isHead, keep, m_http10});
    m_body = m_isHead || !mayHaveBody(response.status) ? std::string() : std::move(response.body);
    m_stream.expires_after(m_shared->settings.limits.transfer);
    const std::array<asio::const_buffer, 2> pieces {asio::buffer(m_head), asio::buffer(m_body)};
    asio::async_write(m_stream, pieces,
        [self = shared_from_this(), keep](beast::error_code error, std::size_t) { self->onWritten(error, keep); });
}

void HttpConnection::onWritten(beast::error_code error, bool keep)
{
    if (m_state == State::Closed)
        return;
    m_body = {};
    if (error)
        close();
    else if (keep)
        readHeader();
    else if (m_linger && !m_finishing)
        linger();
    else
        close();
}

// Closing with unread input would reset the connection and may lose the answer on its way.
void HttpConnection::linger()
{
    if (m_discarded == 0) {
        beast::error_code ignored;
        m_stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
        m_stream.expires_after(kLinger);
    }
    m_buffer.clear();
    m_stream.async_read_some(m_buffer.prepare(16 * 1024), [self = shared_from_this()](beast::error_code error, std::size_t count) {
        self->m_discarded += count;
        if (error || self->m_state == State::Closed || self->m_finishing || self->m_discarded > kMostDiscarded)
            self->close();
        else
            self->linger();
    });
}

void HttpConnection::close()
{
    if (m_state == State::Closed)
        return;
    m_state = State::Closed;
    m_stream.close();
    m_shared->closed(this);
    if (const std::shared_ptr<Exchange> exchange = m_exchange.lock())
        exchange->markGone();
}

}  // namespace baton
