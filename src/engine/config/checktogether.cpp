// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/settingssections.h"

#include <algorithm>
#include <charconv>

namespace baton {

namespace {

struct Address {
    std::string scheme;
    std::string host;
    int port = 0;   // 0: the scheme's own
};

/// scheme://[user@]host[:port][/...], as far as it matters here.
std::optional<Address> addressOf(std::string_view url)
{
    const std::size_t colon = url.find("://");
    if (colon == std::string_view::npos || colon == 0)
        return std::nullopt;
    Address address {.scheme = std::string(url.substr(0, colon)), .host = {}};
    std::string_view rest = url.substr(colon + 3);
    rest = rest.substr(0, rest.find_first_of("/?#"));
    if (const std::size_t at = rest.rfind('@'); at != std::string_view::npos)
        rest.remove_prefix(at + 1);
    const std::size_t bracket = rest.rfind(']');
    const std::size_t last = rest.rfind(':');
    if (last != std::string_view::npos && (bracket == std::string_view::npos || last > bracket)) {
        const std::string_view digits = rest.substr(last + 1);
        const auto [stop, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), address.port);
        if (fault != std::errc {} || stop != digits.data() + digits.size() || address.port < 1 || address.port > 65'535)
            return std::nullopt;
        rest = rest.substr(0, last);
    }
    address.host = rest;
    const bool odd = std::any_of(rest.begin(), rest.end(), [](char c) { return c <= ' ' || c == '\x7f' || c == '"' || c == '\\'; });
    return rest.empty() || odd ? std::nullopt : std::optional(address);
}

bool isLocal(const std::string& host)
{
    return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

void checkServer(SettingsBinder& binder, const ServerSettings& server)
{
    const auto address = addressOf(server.url);
    if (!address || (address->scheme != "http" && address->scheme != "https")) {
        binder.error("conductor.server_url", "this is no address of a server", "Write http://host:port or https://host:port");
    } else if (address->scheme == "http" && server.auth.kind != AuthKind::None && !isLocal(address->host)) {
        binder.warning("conductor.server_url", "credentials go to " + address->host + " unencrypted", "Use https");
    }
    if (!server.proxy.url.empty()) {
        const auto proxy = addressOf(server.proxy.url);
        if (!proxy || (proxy->scheme != "http" && proxy->scheme != "https" && proxy->scheme != "socks5"))
            binder.error("conductor.proxy.url", "this is no address of a proxy", "Write http://host:port or socks5://host:port");
    }
    if (server.tls.certificateFile.empty() != server.tls.keyFile.empty())
        binder.error(server.tls.keyFile.empty() ? "conductor.tls.certificate_file" : "conductor.tls.key_file",
            "a client certificate and its key go together", "Set both certificate_file and key_file, or neither");
    if (!server.tls.verify)
        binder.warning("conductor.tls.verify", "the server's certificate is not verified", "Set tls.ca_file instead where that is possible");
}

void checkAuth(SettingsBinder& binder, const AuthSettings& auth)
{
    const auto needs = [&](bool given, const char* what, const char* hint) {
        if (!given)
            binder.error("conductor.auth.type", std::string(toText(auth.kind)) + " needs " + what, hint);
    };
    switch (auth.kind) {
    case AuthKind::None:
        break;
    case AuthKind::Basic:
        needs(!auth.username.empty(), "a username", "Set conductor.auth.username or CONDUCTOR_USERNAME");
        needs(!auth.password.empty(), "a password", "Set conductor.auth.password or CONDUCTOR_PASSWORD");
        break;
    case AuthKind::Bearer:
        needs(!auth.token.empty() || !auth.tokenFile.empty() || !auth.tokenVariable.empty() || !auth.tokenKeychain.empty(), "a token",
            "Set conductor.auth.token, token_file, token_variable or token_keychain, or CONDUCTOR_AUTH_TOKEN");
        break;
    case AuthKind::OAuth2:
        needs(addressOf(auth.tokenUrl).has_value(), "the address that gives tokens", "Set conductor.auth.token_url");
        needs(!auth.clientId.empty(), "a client id", "Set conductor.auth.client_id");
        needs(!auth.clientSecret.empty(), "a client secret", "Set conductor.auth.client_secret or CONDUCTOR_AUTH_CLIENT_SECRET");
        break;
    case AuthKind::KeySecret:
        needs(!auth.keyId.empty(), "a key", "Set conductor.auth.key_id or CONDUCTOR_AUTH_KEY");
        needs(!auth.keySecret.empty(), "the key's secret", "Set conductor.auth.key_secret or CONDUCTOR_AUTH_SECRET");
        break;
    }
}

void checkEndpoints(SettingsBinder& binder, const Settings& settings)
{
    const EndpointSettings& health = settings.monitoring.health;
    const EndpointSettings& metrics = settings.monitoring.metrics;
    if (health.enabled && metrics.enabled && health.port == metrics.port && health.port != 0 && health.path == metrics.path)
        binder.error("monitoring.metrics.path", "metrics and health answer at the same port and path", "Give one of them another path");
    for (const auto& [name, service] : settings.services) {
        const std::string at = settingPath("services", name) + ".base_url";
        const auto address = service.baseUrl.empty() ? std::nullopt : addressOf(service.baseUrl);
        if (!service.baseUrl.empty() && !address)
            binder.error(at, "this is no address of a service", "Write http://host:port or https://host:port");
        else if (address && isLocal(address->host) && health.enabled && address->port == health.port)
            binder.warning(at, "this is where the health endpoint of this program listens (port " + std::to_string(health.port) + ")",
                "Move one of them if that service runs on this machine");
    }
}

void checkDelays(SettingsBinder& binder, const Settings& settings)
{
    const auto ordered = [&binder](Milliseconds first, Milliseconds most, const char* path) {
        if (first > most)
            binder.error(path, "the longest pause is shorter than the first", "Raise it, or lower the first");
    };
    const WorkerSettings& worker = settings.worker;
    const ConnectionSettings& connection = settings.server.connection;
    ordered(worker.updateRetryTime, worker.maxUpdateRetryTime, "worker.max_update_retry_time");
    ordered(worker.pollErrorDelay, worker.maxPollErrorDelay, "worker.max_poll_error_delay");
    ordered(connection.retryDelay, connection.maxRetryDelay, "conductor.connection.max_retry_delay");
    const TaskDefaults& defaults = settings.registration.defaults;
    ordered(defaults.retryDelay, defaults.maxRetryDelay, "conductor.tasks.max_retry_delay");
}

}  // namespace

void checkTogether(SettingsBinder& binder, const SettingsReport& report)
{
    const Settings& settings = report.settings;
    checkServer(binder, settings.server);
    checkAuth(binder, settings.server.auth);
    checkEndpoints(binder, settings);
    checkDelays(binder, settings);
    if (settings.logging.output == LogOutput::File && settings.logging.file.empty())
        binder.error("logging.output", "the log goes to a file, and none is named", "Set logging.file");
}

}  // namespace baton
