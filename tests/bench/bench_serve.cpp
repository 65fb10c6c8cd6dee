// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/embeddedconductor.h"
#include "engine/server/conductorapi.h"
#include "engine/server/conductorclock.h"
#include "engine/value/json.h"
#include "support/rawclient.h"

#include <poll.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

// How long a task is on its way: from the start of a workflow being sent to the answer of one of 100 workers whose polls are
// held, over loopback sockets; and how long a request takes that finds its answer at once.

using namespace baton;
using test::RawClient;
using Steady = std::chrono::steady_clock;

namespace {

constexpr std::size_t kWorkers = 100;
constexpr int kRounds = 3000;
constexpr std::string_view kDefinition = R"({"name":"w","ownerEmail":"a@b.c","tasks":[{"name":"t","taskReferenceName":"t"}]})";

double microseconds(Steady::duration took)
{
    return std::chrono::duration<double, std::micro>(took).count();
}

void print(const char* what, std::vector<double> took)
{
    std::sort(took.begin(), took.end());
    const auto at = [&](double part) { return took[std::min(took.size() - 1, static_cast<std::size_t>(part * static_cast<double>(took.size())))]; };
    std::printf("%-46s p50 %8.1f us   p99 %8.1f us   worst %8.1f us   (%zu)\n", what, at(0.50), at(0.99), took.back(), took.size());
}

std::size_t firstReadable(const std::vector<RawClient>& workers)
{
    std::vector<pollfd> descriptors;
    for (const RawClient& worker : workers)
        descriptors.push_back({worker.descriptor(), POLLIN, 0});
    if (poll(descriptors.data(), descriptors.size(), 20'000) <= 0)
        return workers.size();
    const auto found = std::find_if(descriptors.begin(), descriptors.end(), [](const pollfd& d) { return d.revents != 0; });
    return static_cast<std::size_t>(found - descriptors.begin());
}

}  // namespace

int main()
{
    EmbeddedConductor conductor {EmbeddedSetup()};
    const ConductorClock clock(conductor, std::make_shared<SystemClock>(), ConductorClock::Time::Real);
    const ConductorApi api(conductor, ConductorApiSettings());
    HttpServer server(HttpServerSettings(), api.handler());
    if (!server.start())
        return 1;
    RawClient starter(server.port());
    (void)starter.ask("POST", "/api/metadata/workflow", kDefinition);

    std::vector<RawClient> workers;
    for (std::size_t i = 0; i < kWorkers; ++i) {
        workers.emplace_back(server.port());
        workers.back().request("GET", "/api/tasks/poll/batch/t?timeout=5000");
    }
    std::vector<double> handed;
    while (handed.size() < kRounds) {
        const Steady::time_point begin = Steady::now();
        starter.request("POST", "/api/workflow/w", "{}");
        const std::size_t index = firstReadable(workers);
        if (index == workers.size())
            return 1;
        const Value tasks = parseJson(workers[index].read().body).valueOr({});
        const double took = microseconds(Steady::now() - begin);
        const bool isTask = tasks.size() == 1;
        if (isTask)
            handed.push_back(took);   // else a poll whose time was over: the task goes to another
        (void)starter.read();
        if (isTask) {
            const std::string update = toJson(Value::object({{"workflowInstanceId", tasks.at(0)["workflowInstanceId"]},
                {"taskId", tasks.at(0)["taskId"]}, {"status", "COMPLETED"}}));
            (void)starter.ask("POST", "/api/tasks", update);
        }
        workers[index].request("GET", "/api/tasks/poll/batch/t?timeout=5000");
    }
    print("start of a workflow to a held poll's answer", std::move(handed));

    std::vector<double> plain;
    for (int i = 0; i < kRounds; ++i) {
        const Steady::time_point begin = Steady::now();
        (void)starter.ask("GET", "/api/tasks/queue/size?taskType=t");
        plain.push_back(microseconds(Steady::now() - begin));
    }
    print("a small request and its answer", std::move(plain));
    conductor.releaseWaiting();
    server.stop(std::chrono::milliseconds(100));
    return 0;
}
