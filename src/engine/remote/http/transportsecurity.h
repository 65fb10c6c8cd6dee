// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/config/settings.h"

#include <QNetworkProxy>
#include <QSslConfiguration>

namespace baton {

/// Errors: InvalidArgument naming the file that cannot be read, or holds no certificate or key.
[[nodiscard]] Result<QSslConfiguration> tlsConfiguration(const TlsSettings& settings);
/// No proxy for an empty URL. InvalidArgument when the URL is none of a proxy.
[[nodiscard]] Result<QNetworkProxy> proxyOf(const ProxySettings& settings);
/// Is the host to be reached without the proxy: a name, or a suffix with its dot (".example.com").
[[nodiscard]] bool isExcepted(const ProxySettings& settings, const QString& host);

}  // namespace baton
