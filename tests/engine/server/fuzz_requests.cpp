// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/embeddedconductor.h"
#include "engine/server/conductorapi.h"

#include <cstdlib>

using namespace baton;

namespace {

struct Kept final : Responder::Target {
    int status = 0;
    void send(HttpResponse response) override { status = status == 0 ? response.status : status; }
    void onGone(std::function<void()>) override { }
    [[nodiscard]] bool isGone() const override { return false; }
};

EmbeddedSetup setupFor(const std::shared_ptr<const Clock>& clock)
{
    EmbeddedSetup setup;
    setup.clock = clock;
    setup.ids = std::make_shared<SeededIdSource>(1);
    return setup;
}

ConductorApiSettings settingsFor(const std::shared_ptr<const Clock>& clock)
{
    ConductorApiSettings settings;
    settings.clock = clock;
    return settings;
}

struct Server {
    std::shared_ptr<VirtualClock> clock = std::make_shared<VirtualClock>(1'700'000'000'000);
    EmbeddedConductor conductor {setupFor(clock)};
    ConductorApi api {conductor, settingsFor(clock)};
    int requests = 0;
};

std::unique_ptr<Server>& server()
{
    static std::unique_ptr<Server> one;
    if (!one || ++one->requests > 500)
        one = std::make_unique<Server>();
    return one;
}

}  // namespace

// "METHOD /path?query\nbody", or, where the first byte is no letter, that route with odd parameters: every one is answered,
// once those that wait are let go.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(text.find('\n'), text.size());
    HttpRequest request;
    request.body = text.substr(std::min(line + 1, text.size()));
    request.headers.add("Content-Type", "application/json");
    std::string_view head = text.substr(0, line);
    Server& target = *server();
    if (!head.empty() && (head.front() < 'A' || head.front() > 'Z')) {
        const Route& route = target.api.routes()[static_cast<unsigned char>(head.front()) % target.api.routes().size()];
        request.method = route.method;
        request.path = route.path;
        request.query = queryFrom(head.substr(1));
    } else {
        const std::size_t blank = std::min(head.find(' '), head.size());
        request.method = head.substr(0, blank);
        head.remove_prefix(std::min(blank + 1, head.size()));
        const std::size_t mark = std::min(head.find('?'), head.size());
        request.path = head.substr(0, mark);
        request.query = queryFrom(head.substr(std::min(mark + 1, head.size())));
    }
    const auto kept = std::make_shared<Kept>();
    target.api.handler()(std::move(request), Responder(kept));
    target.conductor.releaseWaiting();
    if (kept->status < 100 || kept->status > 599)
        std::abort();
    return 0;
}
