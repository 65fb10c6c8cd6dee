// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
//
// Our worker with handlers that do nothing, for tests/bench/workers/compare.py beside the SDKs' workers, until SIGTERM.
// bench_worker URL SLOTS TYPE...
#include "engine/remote/remoteconductor.h"
#include "engine/worker/worker.h"

#include <QCoreApplication>
#include <QThread>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <unistd.h>

using namespace baton;

namespace {

class Nothing final : public TaskHandler {
public:
    explicit Nothing(std::string type) { m_description.name = std::move(type); }
    [[nodiscard]] const TaskDescription& description() const override { return m_description; }
    [[nodiscard]] TaskOutput execute(const Value&, TaskContext&) override
    {
        return TaskOutput::completed(Value::object({{"done", true}}));
    }

private:
    TaskDescription m_description;
};

void report(const MetricsSnapshot& snapshot)
{
    const TaskFigures total = snapshot.total();
    std::fprintf(stderr, "polls %llu  tasks %llu  poll errors %llu  update errors %llu  update p50 %.2f ms p99 %.2f ms\n",
        static_cast<unsigned long long>(total.polls), static_cast<unsigned long long>(total.started),
        static_cast<unsigned long long>(total.pollErrors), static_cast<unsigned long long>(total.updateErrors),
        total.update.quantileSeconds(0.5) * 1e3, total.update.quantileSeconds(0.99) * 1e3);
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 4)
        return 2;
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    QCoreApplication application(argc, argv);

    const auto registry = std::make_shared<TaskRegistry>();
    for (int i = 3; i < argc; ++i)
        std::ignore = registry->add(std::make_shared<Nothing>(argv[i]));
    const std::filesystem::path file = std::filesystem::temp_directory_path() / ("bench_worker." + std::to_string(getpid()) + ".db");
    auto journal = openResultJournal(file.string());
    if (!journal) {
        std::fprintf(stderr, "%s\n", journal.error().oneLine().c_str());
        return 1;
    }
    RemoteSetup remote;
    remote.server.url = argv[1];
    RemoteConductor conductor(std::move(remote));
    WorkerSetup setup;
    setup.tasks = &conductor.tasks();
    setup.origin = Text(argv[1]);
    setup.registry = registry;
    setup.metrics = std::make_shared<Metrics>(nullptr);
    setup.journal = std::move(journal).value();
    setup.settings.all.threadCount = std::max(1, std::atoi(argv[2]));
    setup.settings.maxConcurrent = 4096;
    setup.host = "bench";
    const std::shared_ptr<Metrics> metrics = setup.metrics;
    {
        Worker worker(std::move(setup));
        worker.start();
        int signal = 0;
        sigwait(&ends, &signal);
        std::promise<DrainReport> drained;
        worker.drain({}, [&](DrainReport given) { drained.set_value(given); });
        std::ignore = drained.get_future().get();
        report(metrics->snapshot());
    }
    for (const char* suffix : {"", "-wal", "-shm"})
        std::filesystem::remove(file.string() + suffix);
    return 0;
}
