// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "engine/conductor/queues/waitingwork.h"

#include <algorithm>
#include <tuple>

namespace baton {

namespace {

auto readyKey(const WorkItem& work) noexcept
{
    return std::tuple(-work.priority, work.due, work.order, work.kind, work.slot);
}

auto dueKey(const WorkItem& work) noexcept
{
    return std::tuple(work.due, -work.priority, work.order, work.kind, work.slot);
}

// Of two items from different queues, the one to be done first: any ready one goes before any that is not.
bool comesFirst(const WorkItem& a, const WorkItem& b, EpochMs now) noexcept
{
    const bool aReady = a.due <= now;
    const bool bReady = b.due <= now;
    if (aReady != bReady)
        return aReady;
    return aReady ? readyKey(a) < readyKey(b) : dueKey(a) < dueKey(b);
}

}  // namespace

WaitingWork::WaitingWork() = default;
WaitingWork::~WaitingWork() = default;

WaitingWork::Ticket::Ticket(WaitingWork& work, std::unique_ptr<Item> item) noexcept
    : m_work(&work), m_item(std::move(item))
{
}

WaitingWork::Ticket::Ticket(Ticket&& other) noexcept : m_work(other.m_work), m_item(std::move(other.m_item)) { }

WaitingWork::Ticket& WaitingWork::Ticket::operator=(Ticket&& other) noexcept
{
    if (this != &other) {
        if (m_item)
            m_work->take(*m_item);
        m_work = other.m_work;
        m_item = std::move(other.m_item);
    }
    return *this;
}

WaitingWork::Ticket::~Ticket()
{
    if (m_item)
        m_work->take(*m_item);
}

const WorkItem& WaitingWork::Ticket::work() const noexcept
{
    return m_item->work;
}

bool WaitingWork::ReadyOrder::operator()(const Item* a, const Item* b) const noexcept
{
    return readyKey(a->work) < readyKey(b->work);
}

bool WaitingWork::DueOrder::operator()(const Item* a, const Item* b) const noexcept
{
    return dueKey(a->work) < dueKey(b->work);
}

void WaitingWork::Queue::insert(Item* item, EpochMs now)
{
    item->ready = item->work.due <= now;
    if (item->ready)
        ready.insert(item);
    else
        later.insert(item);
}

void WaitingWork::Queue::erase(Item* item)
{
    if (item->ready)
        ready.erase(item);
    else
        later.erase(item);
}

void WaitingWork::Queue::promote(EpochMs now)
{
    while (!later.empty() && (*later.begin())->work.due <= now) {
        Item* item = *later.begin();
        later.erase(later.begin());
        item->ready = true;
        ready.insert(item);
    }
}

const WaitingWork::Item* WaitingWork::Queue::head() const noexcept
{
    if (!ready.empty())
        return *ready.begin();
    return later.empty() ? nullptr : *later.begin();
}

WaitingWork::Queue& WaitingWork::queueOf(const WorkItem& work)
{
    if (work.kind != WorkItem::Kind::WorkerTask)
        return m_own;
    if (work.domain.empty())
        return m_workers[work.taskType];
    return m_workers[queueName(work.domain, work.taskType, {}, {})];
}

WaitingWork::Ticket WaitingWork::add(WorkItem work, EpochMs now)
{
    auto item = std::make_unique<Item>();
    item->work = std::move(work);
    item->queue = &queueOf(item->work);
    if (item->queue != &m_own && item->queue->size() == 0) {
        item->queue->place = m_filled.size();
        m_filled.push_back(item->queue);
    }
    item->queue->insert(item.get(), now);
    return {*this, std::move(item)};
}

void WaitingWork::move(Ticket& ticket, EpochMs due, EpochMs now)
{
    Item& item = *ticket.m_item;
    item.queue->erase(&item);
    item.work.due = due;
    item.queue->insert(&item, now);
}

void WaitingWork::take(Item& item)
{
    Queue& queue = *item.queue;
    queue.erase(&item);
    if (&queue == &m_own || queue.size() > 0)
        return;
    m_filled.back()->place = queue.place;
    m_filled[queue.place] = m_filled.back();
    m_filled.pop_back();
}

const WorkItem* WaitingWork::first(EpochMs now)
{
    const WorkItem* best = firstOwn(now);
    for (Queue* queue : m_filled) {
        queue->promote(now);
        const Item* head = queue->head();
        if (head && (!best || comesFirst(head->work, *best, now)))
            best = &head->work;
    }
    return best;
}

const WorkItem* WaitingWork::firstOwn(EpochMs now)
{
    m_own.promote(now);
    const Item* head = m_own.head();
    return head ? &head->work : nullptr;
}

const WorkItem* WaitingWork::firstOf(std::string_view queue, EpochMs now)
{
    const auto found = m_workers.find(queue);
    if (found == m_workers.end())
        return nullptr;
    found->second.promote(now);
    return found->second.ready.empty() ? nullptr : &(*found->second.ready.begin())->work;
}

std::optional<EpochMs> WaitingWork::nextReady(std::string_view queue, EpochMs now)
{
    const auto found = m_workers.find(queue);
    if (found == m_workers.end() || found->second.size() == 0)
        return std::nullopt;
    found->second.promote(now);
    return found->second.ready.empty() ? (*found->second.later.begin())->work.due : now;
}

std::vector<WorkItem> WaitingWork::all(EpochMs now)
{
    std::vector<WorkItem> items;
    const auto addAll = [&](const Queue& queue) {
        for (const Item* item : queue.ready)
            items.push_back(item->work);
        for (const Item* item : queue.later)
            items.push_back(item->work);
    };
    addAll(m_own);
    for (const auto& [name, queue] : m_workers)
        addAll(queue);
    std::ranges::sort(items, [&](const WorkItem& a, const WorkItem& b) { return comesFirst(a, b, now); });
    return items;
}

std::vector<std::pair<Text, std::size_t>> WaitingWork::sizes() const
{
    std::vector<std::pair<Text, std::size_t>> result;
    for (const auto& [name, queue] : m_workers)
        result.emplace_back(name, queue.size());
    std::ranges::sort(result, [](const auto& a, const auto& b) { return a.first < b.first; });
    return result;
}

std::size_t WaitingWork::size(std::string_view queue) const
{
    const auto found = m_workers.find(queue);
    return found == m_workers.end() ? 0 : found->second.size();
}

Text queueName(std::string_view domain, std::string_view taskType, std::string_view executionNameSpace,
               std::string_view isolationGroup)
{
    if (domain.empty() && executionNameSpace.empty() && isolationGroup.empty())
        return taskType;
    std::string name;
    if (!domain.empty())
        name.append(domain).append(1, ':');
    name.append(taskType);
    if (!executionNameSpace.empty())
        name.append(1, '@').append(executionNameSpace);
    if (!isolationGroup.empty())
        name.append(1, '-').append(isolationGroup);
    return name;
}

}  // namespace baton
