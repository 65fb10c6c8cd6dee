// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/base/result.h"
#include "engine/base/secret.h"

#include <functional>
#include <string>

class QObject;

namespace baton {

/// Reads "service/account" from the desktop's key chain and calls back on the thread of `place`, within five seconds.
/// Unavailable where there is no key chain (a service without a desktop, a build without one) or no such entry.
void readKeychain(QObject* place, const std::string& entry, std::function<void(Result<Secret>)> reply);

}  // namespace baton
