// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/http/httpserver.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <condition_variable>
#include <mutex>
#include <unordered_map>

namespace baton {

namespace asio = boost::asio;
namespace beast = boost::beast;
using Socket = asio::basic_stream_socket<asio::ip::tcp, asio::strand<asio::io_context::executor_type>>;
using Stream = beast::basic_stream<asio::ip::tcp, asio::strand<asio::io_context::executor_type>>;

class HttpConnection;

/// What all connections of a server share. It owns the loop, so that it outlives whoever may still call into it.
struct HttpShared {
    explicit HttpShared(HttpServerSettings s, HttpHandler h) : settings(std::move(s)), handler(std::move(h)) { }

    asio::io_context loop;
    const HttpServerSettings settings;
    const HttpHandler handler;

    void opened(const std::shared_ptr<HttpConnection>& connection);
    void closed(const HttpConnection* connection);
    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] std::vector<std::shared_ptr<HttpConnection>> open() const;
    /// True when none is open any more.
    [[nodiscard]] bool waitUntilNone(std::chrono::milliseconds grace);
    [[nodiscard]] HttpResponse refusal(int status, std::string_view message) const;

private:
    mutable std::mutex m_mutex;            // guards m_open
    std::condition_variable m_changed;
    std::unordered_map<const HttpConnection*, std::weak_ptr<HttpConnection>> m_open;
};

/// One client: reads a request, hands it over, waits for its answer, writes it, and again. Everything but answer() runs on
/// the connection's strand.
class HttpConnection final : public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(std::shared_ptr<HttpShared> shared, Socket socket);

    void start();
    void refuse(int status, std::string_view message);   // instead of start(): answers and closes
    /// Ends as soon as nothing is held or being written; at once when told so. From any thread.
    void finish(bool atOnce);

private:
    class Exchange;
    enum class State : std::uint8_t { Reading, Body, Held, Writing, Closed };

    void readHeader();
    void onHeader(beast::error_code error);
    void readBody();
    void onBody(beast::error_code error);
    void badRequest(beast::error_code error);
    void dispatch();
    [[nodiscard]] bool fillRequest(HttpRequest& request) const;
    [[nodiscard]] bool isAllowed(const HttpRequest& request) const;
    void watch();
    void look();
    void answer(std::uint64_t number, HttpResponse response);
    void write(HttpResponse response, bool keep);
    void onWritten(beast::error_code error, bool keep);
    void linger();
    void close();

    const std::shared_ptr<HttpShared> m_shared;   // first: the stream needs its loop to the last
    Stream m_stream;
    std::string m_remoteAddress;
    beast::flat_buffer m_buffer;
    std::optional<beast::http::request_parser<beast::http::string_body>> m_parser;
    std::weak_ptr<Exchange> m_exchange;
    std::string m_head;
    std::string m_body;
    std::uint64_t m_number = 0;                   // of the request at hand
    std::size_t m_discarded = 0;
    State m_state = State::Reading;
    bool m_isHead = false;
    bool m_keep = true;
    bool m_http10 = false;
    bool m_watching = false;
    bool m_finishing = false;
    bool m_linger = false;                        // the client may still be sending what nobody will read
};

}  // namespace baton
