// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
//
// Our worker with handlers that do nothing, for tests/bench/workers/compare.py beside the SDKs' workers, until SIGTERM.
// bench_worker URL SLOTS TYPE...
//   BATON_BENCH_JOURNAL=FILE   a journal that is kept (else one that is removed at the end)
//   BATON_BENCH_EFFECTS=DIR    each task makes the file workflow.reference there, its effect; "again" counts what was there
//   BATON_BENCH_DELAY_MS=N     how long each task takes
#include "engine/remote/remoteconductor.h"
#include "engine/worker/worker.h"

#include <QCoreApplication>
#include <QThread>

#include <condition_variable>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <future>
#include <mutex>
#include <unistd.h>

using namespace baton;

namespace {

std::string variable(const char* name)
{
    const char* const value = std::getenv(name);
    return value ? value : "";
}

class Nothing final : public TaskHandler {
public:
    explicit Nothing(std::string type) { m_description.name = std::move(type); }
    [[nodiscard]] const TaskDescription& description() const override { return m_description; }
    [[nodiscard]] TaskOutput execute(const Value&, TaskContext& context) override
    {
        if (m_delay.count() > 0) {
            std::mutex mutex;
            std::condition_variable_any wake;
            std::unique_lock lock(mutex);
            wake.wait_for(lock, context.stopToken(), m_delay, [] { return false; });
        }
        if (m_effects.empty())
            return TaskOutput::completed(Value::object({{"done", true}}));
        const std::string key = std::string(context.workflowId()) + "." + std::string(context.referenceName());
        const int file = ::open((m_effects + "/" + key).c_str(), O_CREAT | O_EXCL | O_WRONLY, 0600);
        if (file >= 0)
            ::close(file);
        else
            std::fprintf(stderr, "again %s\n", key.c_str());
        return TaskOutput::completed(Value::object({{"done", true}, {"effect", key}}));
    }

private:
    TaskDescription m_description;
    std::string m_effects = variable("BATON_BENCH_EFFECTS");
    std::chrono::milliseconds m_delay {std::atoi(variable("BATON_BENCH_DELAY_MS").c_str())};
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
    const std::string kept = variable("BATON_BENCH_JOURNAL");
    const std::filesystem::path file = !kept.empty() ? std::filesystem::path(kept)
        : std::filesystem::temp_directory_path() / ("bench_worker." + std::to_string(getpid()) + ".db");
    auto journal = openResultJournal(file.string());
    if (!journal) {
        std::fprintf(stderr, "%s\n", journal.error().oneLine().c_str());
        return 1;
    }
    RemoteSetup remote;
    remote.server.url = argv[1];
    remote.server.connection.timeout = std::chrono::seconds(10);
    RemoteConductor conductor(std::move(remote));
    WorkerSetup setup;
    setup.tasks = &conductor.tasks();
    setup.origin = "bench";
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
        const DrainReport drain = drained.get_future().get();
        std::fprintf(stderr, "drained: %d handed back, %d stuck, %llu undelivered\n", drain.handedBack, drain.stuck,
            static_cast<unsigned long long>(drain.undelivered));
        report(metrics->snapshot());
    }
    for (const char* suffix : {"", "-wal", "-shm"}) {
        if (kept.empty())
            std::filesystem::remove(file.string() + suffix);
    }
    return 0;
}
