// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/config/settingssections.h"

#include <array>

namespace baton {

namespace {

using namespace std::chrono_literals;

constexpr std::array<std::string_view, 5> kAuthKinds {"none", "basic", "bearer", "oauth2", "key_secret"};
constexpr Milliseconds kYear = 24h * 365;

/// Who exports a token or a key wants it used, though the file says that there is no authentication.
void implyAuth(SettingsBinder& binder, AuthSettings& auth)
{
    const auto fromVariable = [&binder](std::string_view path) { return binder.originOf(path) == SettingOrigin::Environment; };
    const std::string_view type = "conductor.auth.type";
    if (auth.kind != AuthKind::None || fromVariable(type) || binder.originOf(type) == SettingOrigin::CommandLine)
        return;
    if (fromVariable("conductor.auth.key_id") && fromVariable("conductor.auth.key_secret")) {
        auth.kind = AuthKind::KeySecret;
        binder.imply(type, std::string(toText(auth.kind)), "CONDUCTOR_AUTH_KEY and CONDUCTOR_AUTH_SECRET");
    } else if (fromVariable("conductor.auth.token")) {
        auth.kind = AuthKind::Bearer;
        binder.imply(type, std::string(toText(auth.kind)), "CONDUCTOR_AUTH_TOKEN");
    }
}

void bindAuth(SettingsBinder& binder, AuthSettings& auth)
{
    binder.choice({"conductor.auth.type", {"CONDUCTOR_AUTH_TYPE"}}, auth.kind, std::span<const std::string_view>(kAuthKinds));
    binder.text({"conductor.auth.username", {"CONDUCTOR_USERNAME"}}, auth.username);
    binder.secret({"conductor.auth.password", {"CONDUCTOR_PASSWORD"}}, auth.password);
    binder.secret({"conductor.auth.token", {"CONDUCTOR_AUTH_TOKEN"}}, auth.token);
    binder.text({"conductor.auth.token_file", {"CONDUCTOR_AUTH_TOKEN_FILE"}}, auth.tokenFile);
    binder.text({"conductor.auth.token_variable"}, auth.tokenVariable);
    binder.text({"conductor.auth.token_keychain"}, auth.tokenKeychain);
    binder.text({"conductor.auth.token_url", {"CONDUCTOR_AUTH_TOKEN_URL"}}, auth.tokenUrl);
    binder.text({"conductor.auth.client_id", {"CONDUCTOR_AUTH_CLIENT_ID"}}, auth.clientId);
    binder.secret({"conductor.auth.client_secret", {"CONDUCTOR_AUTH_CLIENT_SECRET"}}, auth.clientSecret);
    binder.text({"conductor.auth.scope"}, auth.scope);
    binder.text({"conductor.auth.audience"}, auth.audience);
    binder.text({"conductor.auth.key_id", {"CONDUCTOR_AUTH_KEY"}}, auth.keyId);
    binder.secret({"conductor.auth.key_secret", {"CONDUCTOR_AUTH_SECRET"}}, auth.keySecret);
    binder.duration({"conductor.auth.refresh_interval", {"CONDUCTOR_SECURITY_TOKEN_REFRESH_INTERVAL"}}, auth.refreshInterval, 1s, kYear);
    implyAuth(binder, auth);
}

void bindConnection(SettingsBinder& binder, ConnectionSettings& connection)
{
    const std::string at = "conductor.connection.";
    binder.duration({at + "connect_timeout", {"CONDUCTOR_CONNECT_TIMEOUT_MS"}}, connection.connectTimeout, 1ms, 1h, 1s, 1ms);
    binder.duration({at + "timeout", {"CONDUCTOR_REQUEST_TIMEOUT_MS"}}, connection.timeout, 1ms, 24h, 1s, 1ms);
    binder.duration({at + "keep_alive"}, connection.keepAlive, 0ms, 24h);
    binder.integer({at + "max_idle_conns"}, connection.maxIdleConnections, 0, 10'000);
    binder.integer({at + "max_idle_conns_per_host"}, connection.maxIdleConnectionsPerHost, 0, 10'000);
    binder.duration({at + "idle_conn_timeout"}, connection.idleTimeout, 0ms, 24h);
    binder.flag({at + "http2", {"CONDUCTOR_HTTP2_ENABLED"}}, connection.http2);
    binder.integer({at + "max_retries"}, connection.maxRetries, 0, 100);
    binder.duration({at + "retry_delay"}, connection.retryDelay, 1ms, 1h);
    binder.duration({at + "max_retry_delay"}, connection.maxRetryDelay, 1ms, 24h);
}

void bindTls(SettingsBinder& binder, TlsSettings& tls)
{
    // The SDKs' variable says the opposite of the setting.
    binder.flag({"conductor.tls.verify", {"CONDUCTOR_TLS_INSECURE"}}, tls.verify, true);
    binder.text({"conductor.tls.ca_file", {"CONDUCTOR_TLS_CA_PATH"}}, tls.caFile);
    binder.text({"conductor.tls.certificate_file", {"CONDUCTOR_TLS_CERT_PATH"}}, tls.certificateFile);
    binder.text({"conductor.tls.key_file", {"CONDUCTOR_TLS_KEY_PATH"}}, tls.keyFile);
    binder.secret({"conductor.tls.key_passphrase", {"CONDUCTOR_TLS_KEY_PASSPHRASE"}}, tls.keyPassphrase);
}

}  // namespace

void bindApplication(SettingsBinder& binder, Settings& settings)
{
    ApplicationSettings& application = settings.application;
    binder.text({"application.name"}, application.name);
    binder.text({"application.version"}, application.version);
    binder.text({"application.environment", {"ENVIRONMENT"}}, application.environment);
    binder.port({"application.port"}, application.port);
    binder.duration({"application.graceful_shutdown_timeout", {}, true}, settings.worker.shutdownTimeout, 0ms, 24h);
    binder.integer({"application.max_concurrent_requests", {}, true}, settings.worker.maxConcurrent, 1, 100'000);
}

void bindServer(SettingsBinder& binder, ServerSettings& server)
{
    binder.text({"conductor.server_url", {"CONDUCTOR_SERVER_URL"}}, server.url);
    bindConnection(binder, server.connection);
    bindAuth(binder, server.auth);
    bindTls(binder, server.tls);
    binder.text({"conductor.proxy.url", {"CONDUCTOR_PROXY_URL"}}, server.proxy.url);
    binder.text({"conductor.proxy.username"}, server.proxy.username);
    binder.secret({"conductor.proxy.password", {"CONDUCTOR_PROXY_PASSWORD"}}, server.proxy.password);
    binder.list({"conductor.proxy.exceptions", {"NO_PROXY", "no_proxy"}}, server.proxy.exceptions);
}

void bindRegistration(SettingsBinder& binder, RegistrationSettings& registration)
{
    binder.flag({"conductor.workflows.auto_register"}, registration.autoRegister);
    binder.flag({"conductor.workflows.overwrite"}, registration.overwrite);
    binder.text({"conductor.workflows.namespace"}, registration.nameSpace);
    binder.integer({"conductor.workflows.version"}, registration.version, 1, 1'000'000'000);
    binder.text({"conductor.workflows.owner_email"}, registration.ownerEmail);
    binder.list({"conductor.workflows.files"}, registration.workflowFiles);
    TaskDefaults& defaults = registration.defaults;
    binder.duration({"conductor.tasks.default_timeout"}, defaults.timeout, 0ms, kYear);
    binder.integer({"conductor.tasks.default_retry_count"}, defaults.retryCount, 0, 10'000);
    binder.duration({"conductor.tasks.default_retry_delay"}, defaults.retryDelay, 0ms, kYear);
    binder.duration({"conductor.tasks.max_retry_delay"}, defaults.maxRetryDelay, 0ms, kYear);
}

void bindFailover(SettingsBinder& binder, FailoverSettings& failover)
{
    const std::string at = "conductor.failover.";
    binder.flag({at + "enabled"}, failover.enabled);
    binder.flag({at + "require_server_at_start"}, failover.requireServerAtStart);
    binder.duration({at + "probe_interval"}, failover.probeInterval, 10ms, 24h);
    binder.duration({at + "probe_timeout"}, failover.probeTimeout, 10ms, 1h);
    binder.integer({at + "failures_to_leave"}, failover.failuresToLeave, 1, 10'000);
    binder.integer({at + "successes_to_return"}, failover.successesToReturn, 1, 10'000);
    binder.duration({at + "stable_before_return"}, failover.stableBeforeReturn, 0ms, 24h);
    binder.flag({at + "side_effects_while_rehearsing"}, failover.sideEffectsWhileRehearsing);
}

}  // namespace baton
