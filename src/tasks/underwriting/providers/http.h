// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/underwriting/providers/httpfetch.h"
#include "tasks/underwriting/providers/provider.h"

namespace baton::tasks {

/// Where a real service is and how it is asked. Used only where both the URL and the key are there.
struct HttpService {
    std::string baseUrl;
    std::string apiKey;                          // sent as "Authorization: Bearer"; never logged, never in an error
    std::chrono::milliseconds timeout {30'000};
    int retries = 3;                             // of one call, for 429, 5xx and what does not answer

    [[nodiscard]] bool isConfigured() const noexcept { return !baseUrl.empty() && !apiKey.empty(); }
};

struct HttpServices {
    HttpService applications, bureau, income, model, engine, notifier, states;
};

/// The given providers with those services put in their place that are configured. What each is asked (JSON both ways):
///   applications  GET  /applications/{id}                       the section "application" of applicationrecord.h
///   bureau        GET  /credit-reports/{id}?user_id=            the section "credit"
///   income        POST /income-verifications                    {application_id, user_id, method} -> the section "income"
///   model         POST /scores                                  the task's input -> {score, probability_of_default, version}
///   engine        POST /decisions                               the task's input -> {decision, reasons, version}
///   notifier      POST /notifications                           {kind, recipient, application_id, content} -> {id}
///   states        GET and PUT /applications/{id}/state          {state}; PUT {from, to, workflow_id, details} -> {updated_at ms}
/// 404 is NotFound, 409 Conflict, 408 and a late answer Timeout, 429 and 5xx Unavailable, anything else InvalidArgument.
/// `fetch` must be callable from several threads.
[[nodiscard]] Providers withHttp(Providers providers, const HttpServices& services, HttpFetch fetch);

}  // namespace baton::tasks
