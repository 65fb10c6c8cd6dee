// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/remote/auth/keychain.h"

#ifdef BATON_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

#include <QTimer>

#include <memory>

namespace baton {

namespace {

Error noKeychain(std::string why)
{
    return {ErrorCode::Unavailable, "the key chain gives no token: " + std::move(why), {}, {}, 0, 0,
            "unlock it, or name a file or an environment variable with the token"};
}

}  // namespace

#ifdef BATON_KEYCHAIN

void readKeychain(QObject* place, const std::string& entry, std::function<void(Result<Secret>)> reply)
{
    constexpr int kPatienceMs = 5000;
    const std::size_t slash = entry.find('/');
    const std::string service = slash == std::string::npos ? "baton" : entry.substr(0, slash);
    const std::string account = slash == std::string::npos ? entry : entry.substr(slash + 1);
    const auto once = std::make_shared<std::function<void(Result<Secret>)>>(std::move(reply));
    const auto answer = [once](Result<Secret> result) {
        if (const auto call = std::exchange(*once, nullptr))
            call(std::move(result));
    };
    auto* const job = new QKeychain::ReadPasswordJob(QString::fromStdString(service));
    job->setKey(QString::fromStdString(account));
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, place, [answer](QKeychain::Job* finished) {
        if (finished->error() != QKeychain::NoError)
            answer(noKeychain(finished->errorString().toStdString()));
        else
            answer(Secret(static_cast<QKeychain::ReadPasswordJob*>(finished)->textData().toStdString()));
    });
    QTimer::singleShot(kPatienceMs, place, [answer] { answer(noKeychain("it does not answer")); });
    job->start();
}

#else

void readKeychain(QObject* place, const std::string&, std::function<void(Result<Secret>)> reply)
{
    QTimer::singleShot(0, place, [reply = std::move(reply)] { reply(noKeychain("this build has none")); });
}

#endif

}  // namespace baton
