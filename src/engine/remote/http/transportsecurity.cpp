// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/http/transportsecurity.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QUrl>

namespace baton {
namespace {

Error invalid(std::string message, const std::string& source, std::string field, std::string hint = {})
{
    return {ErrorCode::InvalidArgument, std::move(message), source, std::move(field), 0, 0, std::move(hint)};
}

Result<QList<QSslCertificate>> certificatesIn(const std::string& path, const char* field)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return invalid("the file of certificates cannot be read: " + file.errorString().toStdString(), path, field);
    const QList<QSslCertificate> certificates = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (certificates.isEmpty())
        return invalid("the file holds no certificate", path, field, "give a file in PEM form, -----BEGIN CERTIFICATE-----");
    return certificates;
}

Result<QSslKey> keyIn(const TlsSettings& settings)
{
    const std::string& path = settings.keyFile;
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return invalid("the file of the key cannot be read: " + file.errorString().toStdString(), path, "tls.key_file");
    const QByteArray pem = file.read(1 << 20);
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm, QSsl::Pem, QSsl::PrivateKey, QByteArray::fromStdString(settings.keyPassphrase.reveal()));
        if (!key.isNull())
            return key;
    }
    return invalid("the file holds no private key that can be read", path, "tls.key_file",
                   "give a file in PEM form, and its passphrase if it has one");
}

}  // namespace

Result<QSslConfiguration> tlsConfiguration(const TlsSettings& settings)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(settings.verify ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    if (!settings.caFile.empty()) {
        const Result<QList<QSslCertificate>> authorities = certificatesIn(settings.caFile, "tls.ca_file");
        if (!authorities)
            return authorities.error();
        tls.addCaCertificates(*authorities);
    }
    if (settings.certificateFile.empty() != settings.keyFile.empty())
        return invalid("a client certificate needs a certificate and a key", settings.certificateFile + settings.keyFile, "tls", "give both files");
    if (!settings.certificateFile.empty()) {
        Result<QList<QSslCertificate>> chain = certificatesIn(settings.certificateFile, "tls.certificate_file");
        if (!chain)
            return std::move(chain).error();
        const Result<QSslKey> key = keyIn(settings);
        if (!key)
            return key.error();
        tls.setLocalCertificateChain(*chain);
        tls.setPrivateKey(*key);
    }
    return tls;
}

Result<QNetworkProxy> proxyOf(const ProxySettings& settings)
{
    if (settings.url.empty())
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QUrl url(QString::fromStdString(settings.url), QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool socks = scheme == QLatin1String("socks5") || scheme == QLatin1String("socks5h");
    if (!url.isValid() || url.host().isEmpty() || (!socks && scheme != QLatin1String("http"))) {
        return invalid("this is no URL of a proxy", QUrl(url).toString(QUrl::RemoveUserInfo).toStdString(), "proxy.url",
                       "write http://host:port or socks5://host:port");
    }
    QNetworkProxy proxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                        static_cast<quint16>(url.port(socks ? 1080 : 3128)));
    proxy.setUser(settings.username.empty() ? url.userName() : QString::fromStdString(settings.username));
    proxy.setPassword(settings.password.empty() ? url.password() : QString::fromStdString(settings.password.reveal()));
    return proxy;
}

bool isExcepted(const ProxySettings& settings, const QString& host)
{
    for (const std::string& exception : settings.exceptions) {
        const QString name = QString::fromStdString(exception);
        if (name == QLatin1String("*") || host.compare(name, Qt::CaseInsensitive) == 0
            || (name.startsWith(QLatin1Char('.')) && host.endsWith(name, Qt::CaseInsensitive)))
            return true;
    }
    return false;
}

}  // namespace baton
