// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/http/qnamnetwork.h"

#include "engine/remote/http/oncebody.h"
#include "engine/remote/http/transportsecurity.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace baton {
namespace {

constexpr int kConnectionsPerManager = 6;   // QNetworkAccessManager's own limit for a host

// How many managers a lane may have; requests beyond wait in the least busy one.
constexpr std::array<std::size_t, kLanes> kMostManagers {16, 4, 2, 4};

class NoCookies final : public QNetworkCookieJar {
public:
    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl&) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie>&, const QUrl&) override { return false; }
};

int milliseconds(std::chrono::milliseconds time)
{
    return static_cast<int>(std::clamp<std::int64_t>(time.count(), 1, 24 * 3'600'000));
}

std::string withoutQuery(const std::string& url)
{
    return url.substr(0, url.find('?'));
}

}  // namespace

/// One request on its way. Deletes itself when it has told its outcome.
class QnamNetwork::Exchange final : public QObject {
public:
    Exchange(QnamNetwork& network, std::shared_ptr<Manager> manager, std::function<void(HttpOutcome)> outcome)
        : QObject(&network), m_settings(network.m_settings), m_manager(std::move(manager)), m_outcome(std::move(outcome))
    {
        ++m_manager->busy;
    }
    ~Exchange() override
    {
        --m_manager->busy;
        if (m_reply)
            m_reply->disconnect(this);
        delete m_reply;
    }
    Q_DISABLE_COPY_MOVE(Exchange)

    void begin(const HttpCall& call, const QSslConfiguration& tls)
    {
        m_url = withoutQuery(call.url);
        const QByteArray body(call.body.data(), static_cast<qsizetype>(call.body.size()));
        QNetworkRequest request(QUrl::fromEncoded(QByteArray::fromStdString(call.url), QUrl::StrictMode));
        prepare(request, call, tls);
        m_body = new OnceBody(body);
        m_body->setParent(this);
        m_reply = m_manager->access->sendCustomRequest(request, QByteArray::fromStdString(call.method), m_body);
        m_clock.start();
        connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] {
            m_connecting.start(milliseconds(m_settings.connection.connectTimeout));
        });
        connect(m_reply, &QNetworkReply::requestSent, this, [this] {
            m_sent = true;
            m_connecting.stop();
        });
        connect(m_reply, &QNetworkReply::metaDataChanged, this, [this] { checkSize(m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong()); });
        connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::read);
        connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) {
            if (!errors.isEmpty())
                m_tlsError = errors.first().errorString().toStdString();
        });
        connect(m_reply, &QNetworkReply::finished, this, &Exchange::finish);
        limit(m_connecting, 0, ErrorCode::Unavailable, "no connection within " + std::to_string(m_settings.connection.connectTimeout.count()) + " ms");
        limit(m_deadline, milliseconds(call.timeout), ErrorCode::Timeout, "no whole answer within " + std::to_string(call.timeout.count()) + " ms");
    }

private:
    void prepare(QNetworkRequest& request, const HttpCall& call, const QSslConfiguration& tls) const
    {
        const ConnectionSettings& connection = m_settings.connection;
        const std::int64_t idleSeconds = std::min(connection.keepAlive, connection.idleTimeout).count() / 1000;
        request.setAttribute(QNetworkRequest::ConnectionCacheExpiryTimeoutSecondsAttribute,
                             static_cast<int>(std::clamp<std::int64_t>(idleSeconds, 1, 3600)));
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, connection.http2);
        for (const auto& [name, value] : call.headers)
            request.setRawHeader(QByteArray::fromStdString(name), QByteArray::fromStdString(value));
        request.setHeader(QNetworkRequest::ContentLengthHeader, static_cast<qlonglong>(call.body.size()));
        request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("baton"));
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
        request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
        request.setSslConfiguration(tls);
    }

    void limit(QTimer& timer, int interval, ErrorCode code, std::string message)
    {
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [this, code, message = std::move(message)] { stop({code, message, m_url}); });
        if (interval > 0)
            timer.start(interval);
    }

    void stop(Error error)
    {
        if (!m_stopped)
            m_stopped = std::move(error);
        m_reply->abort();
    }

    void checkSize(qint64 size)
    {
        if (size > 0 && static_cast<std::size_t>(size) > m_settings.bodyLimit) {
            stop({ErrorCode::InvalidArgument, "the answer is longer than " + std::to_string(m_settings.bodyLimit) + " bytes", m_url, {}, 0, 0,
                  "ask for less at once"});
        }
    }

    void read()
    {
        if (m_stopped || !m_reply->isOpen())
            return;
        const QByteArray bytes = m_reply->readAll();
        m_answer.body.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
        checkSize(static_cast<qint64>(m_answer.body.size()));
    }

    void finish()
    {
        m_connecting.stop();
        m_deadline.stop();
        const auto took = std::chrono::microseconds(m_clock.nsecsElapsed() / 1000);
        m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool whole = m_reply->error() == QNetworkReply::NoError || m_answer.status >= 400;
        read();
        deleteLater();
        const auto outcome = std::move(m_outcome);
        if (m_stopped || !whole || m_answer.status == 0) {
            outcome(HttpFailure {m_stopped ? std::move(*m_stopped) : errorOfReply(), m_sent, took});
            return;
        }
        for (const QNetworkReply::RawHeaderPair& pair : m_reply->rawHeaderPairs())
            m_answer.headers.emplace_back(pair.first.toLower().toStdString(), pair.second.toStdString());
        m_answer.took = took;
        outcome(std::move(m_answer));
    }

    [[nodiscard]] Error errorOfReply() const
    {
        Error error {ErrorCode::Unavailable, m_reply->errorString().toStdString(), m_url};
        switch (m_reply->error()) {
        case QNetworkReply::ConnectionRefusedError:
            error.message = "nobody listens there: connection refused";
            error.hint = "start the server, or check its URL";
            break;
        case QNetworkReply::HostNotFoundError:
            error.message = "the host is not known";
            error.hint = "check the server's URL and the name service";
            break;
        case QNetworkReply::RemoteHostClosedError:
        case QNetworkReply::ContentReSendError:
            error.message = m_answer.status == 0 ? "the connection was closed before an answer came"
                                                 : "the connection was closed in the middle of the answer";
            break;
        case QNetworkReply::SslHandshakeFailedError:
            error.message = "no secure connection: " + (m_tlsError.empty() ? error.message : m_tlsError);
            error.hint = "check the certificates: the authority that signed the server's, and the client's own";
            break;
        case QNetworkReply::ProxyConnectionRefusedError:
        case QNetworkReply::ProxyNotFoundError:
        case QNetworkReply::ProxyAuthenticationRequiredError:
        case QNetworkReply::ProxyTimeoutError:
        case QNetworkReply::ProxyConnectionClosedError: error.hint = "check the settings of the proxy"; break;
        case QNetworkReply::TimeoutError: error.code = ErrorCode::Timeout; break;
        case QNetworkReply::OperationCanceledError: error.code = ErrorCode::Cancelled; break;
        default: break;
        }
        return error;
    }

    const QnamSettings& m_settings;
    std::shared_ptr<Manager> m_manager;
    std::function<void(HttpOutcome)> m_outcome;
    OnceBody* m_body = nullptr;
    QNetworkReply* m_reply = nullptr;
    QTimer m_connecting;
    QTimer m_deadline;
    QElapsedTimer m_clock;
    HttpAnswer m_answer;
    std::optional<Error> m_stopped;
    std::string m_tlsError;
    std::string m_url;
    bool m_sent = false;
};

QnamNetwork::QnamNetwork(QnamSettings settings) : m_settings(std::move(settings))
{
    Result<QSslConfiguration> tls = tlsConfiguration(m_settings.tls);
    Result<QNetworkProxy> proxy = proxyOf(m_settings.proxy);
    if (!tls)
        m_status = std::move(tls).error();
    else if (!proxy)
        m_status = std::move(proxy).error();
    if (!m_status)
        return;
    m_tls = *tls;
    m_tls.setAllowedNextProtocols(m_settings.connection.http2
            ? QList<QByteArray> {QSslConfiguration::ALPNProtocolHTTP2, QSslConfiguration::NextProtocolHttp1_1}
            : QList<QByteArray> {QSslConfiguration::NextProtocolHttp1_1});
    m_proxy = *proxy;
}

QnamNetwork::~QnamNetwork()
{
    for (QObject* const exchange : QList<QObject*>(children()))
        delete exchange;
}

std::shared_ptr<QnamNetwork::Manager> QnamNetwork::makeManager() const
{
    auto manager = std::make_shared<Manager>();
    manager->access = std::make_unique<QNetworkAccessManager>();
    manager->access->setCookieJar(new NoCookies);
    manager->access->setAutoDeleteReplies(false);
    manager->access->setTransferTimeout(0);   // Exchange keeps the time, of the whole
    return manager;
}

std::shared_ptr<QnamNetwork::Manager> QnamNetwork::managerFor(Lane lane)
{
    auto& managers = m_lanes[static_cast<std::size_t>(lane)];
    const auto least = std::min_element(managers.begin(), managers.end(), [](const auto& a, const auto& b) { return a->busy < b->busy; });
    // The first with room, so that few connections are kept open.
    const auto free = std::find_if(managers.begin(), managers.end(), [](const auto& m) { return m->busy < kConnectionsPerManager; });
    if (free != managers.end())
        return *free;
    if (managers.size() >= kMostManagers[static_cast<std::size_t>(lane)])
        return *least;
    return managers.emplace_back(makeManager());
}

void QnamNetwork::send(HttpCall call, std::function<void(HttpOutcome)> outcome)
{
    const QUrl url = QUrl::fromEncoded(QByteArray::fromStdString(call.url), QUrl::StrictMode);
    Status possible = m_status;
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (possible.ok() && (!url.isValid() || !web || url.host().isEmpty()))
        possible = Error {ErrorCode::InvalidArgument, "this is no URL of a server", withoutQuery(call.url), {}, 0, 0, "write http://host:port/api"};
    if (!possible) {
        after(std::chrono::milliseconds(0), [outcome = std::move(outcome), error = possible.error()] { outcome(HttpFailure {error, false}); });
        return;
    }
    std::shared_ptr<Manager> manager = managerFor(call.lane);
    manager->access->setProxy(isExcepted(m_settings.proxy, url.host()) ? QNetworkProxy(QNetworkProxy::NoProxy) : m_proxy);
    auto* const exchange = new Exchange(*this, std::move(manager), std::move(outcome));
    exchange->begin(call, m_tls);
}

void QnamNetwork::after(std::chrono::milliseconds delay, std::function<void()> call)
{
    QTimer::singleShot(delay, this, std::move(call));
}

}  // namespace baton
