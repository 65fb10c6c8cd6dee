// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/embedded/scriptthread.h"

#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace baton {
namespace {

/// One thread that owns the evaluators and runs one job at a time.
class ScriptThread {
public:
    explicit ScriptThread(std::function<Evaluators()> make) : m_make(std::move(make)) { }

    template <typename T>
    Result<T> run(const std::function<Result<T>(Evaluators&)>& job)
    {
        std::packaged_task<Result<T>()> task([&] { return job(m_evaluators); });
        std::future<Result<T>> answer = task.get_future();
        {
            const std::lock_guard lock(m_mutex);
            if (!m_thread.joinable())
                m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
            m_job = [&task] { task(); };
        }
        m_changed.notify_one();
        return answer.get();
    }

private:
    void work(const std::stop_token& stop)
    {
        m_evaluators = m_make();
        std::unique_lock lock(m_mutex);
        while (m_changed.wait(lock, stop, [this] { return m_job != nullptr; })) {
            const std::function<void()> job = std::exchange(m_job, nullptr);
            lock.unlock();
            job();
            lock.lock();
        }
        m_evaluators = {};
    }

    std::function<Evaluators()> m_make;
    Evaluators m_evaluators;              // the thread's own
    std::mutex m_mutex;                   // guards m_job and the start of the thread
    std::condition_variable_any m_changed;
    std::function<void()> m_job;
    std::jthread m_thread;                // last: joins before the rest goes
};

Error none()
{
    return {ErrorCode::Unavailable, "There is no engine for this script"};
}

class ThreadedScripts final : public ScriptEvaluator {
public:
    explicit ThreadedScripts(std::shared_ptr<ScriptThread> thread) : m_thread(std::move(thread)) { }

    Result<Value> evaluate(std::string_view script, const Value& input) override
    {
        return m_thread->run<Value>([&](Evaluators& own) -> Result<Value> {
            return own.javascript ? own.javascript->evaluate(script, input) : Result<Value>(none());
        });
    }

    Status check(std::string_view script) override
    {
        return m_thread->run<void>([&](Evaluators& own) -> Status {
            return own.javascript ? own.javascript->check(script) : Status(none());
        });
    }

private:
    std::shared_ptr<ScriptThread> m_thread;
};

class ThreadedJq final : public JqEvaluator {
public:
    explicit ThreadedJq(std::shared_ptr<ScriptThread> thread) : m_thread(std::move(thread)) { }

    Result<std::vector<Value>> evaluate(std::string_view program, const Value& input) override
    {
        using Values = std::vector<Value>;
        return m_thread->run<Values>([&](Evaluators& own) -> Result<Values> {
            return own.jq ? own.jq->evaluate(program, input) : Result<Values>(none());
        });
    }

private:
    std::shared_ptr<ScriptThread> m_thread;
};

}  // namespace

Evaluators makeThreadedEvaluators(std::function<Evaluators()> make)
{
    const auto thread = std::make_shared<ScriptThread>(std::move(make));
    return {std::make_unique<ThreadedScripts>(thread), std::make_unique<ThreadedJq>(thread)};
}

}  // namespace baton
