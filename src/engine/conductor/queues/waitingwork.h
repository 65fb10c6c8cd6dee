// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/conductor/engine.h"

#include <memory>
#include <set>
#include <unordered_map>

namespace baton {

/// Looks texts up by a view without making a Text.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
};
template <typename T>
using TextMap = std::unordered_map<Text, T, TextHash, std::equal_to<>>;

/// The work that waits in an engine, in queues: one for each queue name workers poll, and one of the engine's own for
/// visits, sweeps and calls. In each the ready come first by priority, then by the moment they became due, then by age;
/// the others by their moment. Adding, moving and taking cost the logarithm of one queue.
class WaitingWork {
public:
    struct Item;
    /// Keeps an item waiting as long as it lives.
    class Ticket {
    public:
        Ticket() = default;
        Ticket(WaitingWork& work, std::unique_ptr<Item> item) noexcept;
        Ticket(Ticket&& other) noexcept;
        Ticket& operator=(Ticket&& other) noexcept;
        ~Ticket();
        explicit operator bool() const noexcept { return m_item != nullptr; }
        [[nodiscard]] const WorkItem& work() const noexcept;

    private:
        friend class WaitingWork;
        WaitingWork* m_work = nullptr;
        std::unique_ptr<Item> m_item;
    };

    WaitingWork();
    ~WaitingWork();
    WaitingWork(WaitingWork&&) = delete;

    [[nodiscard]] Ticket add(WorkItem work, EpochMs now);
    void move(Ticket& ticket, EpochMs due, EpochMs now);

    [[nodiscard]] const WorkItem* first(EpochMs now);                                 // ready or not
    [[nodiscard]] const WorkItem* firstOwn(EpochMs now);                              // of the engine's own
    [[nodiscard]] const WorkItem* firstOf(std::string_view queue, EpochMs now);       // ready only
    [[nodiscard]] std::optional<EpochMs> nextReady(std::string_view queue, EpochMs now);
    [[nodiscard]] std::vector<WorkItem> all(EpochMs now);
    [[nodiscard]] std::vector<std::pair<Text, std::size_t>> sizes() const;            // by queue name, empty ones too
    [[nodiscard]] std::size_t size(std::string_view queue) const;

private:
    struct ReadyOrder {
        bool operator()(const Item* a, const Item* b) const noexcept;
    };
    struct DueOrder {
        bool operator()(const Item* a, const Item* b) const noexcept;
    };
    struct Queue {
        std::set<Item*, ReadyOrder> ready;
        std::set<Item*, DueOrder> later;
        std::size_t place = 0;               // among the queues of workers that are not empty

        void insert(Item* item, EpochMs now);
        void erase(Item* item);
        void promote(EpochMs now);
        [[nodiscard]] const Item* head() const noexcept;
        [[nodiscard]] std::size_t size() const noexcept { return ready.size() + later.size(); }
    };

public:
    struct Item {
        WorkItem work;
        Queue* queue = nullptr;
        bool ready = false;
    };

private:

    [[nodiscard]] Queue& queueOf(const WorkItem& work);
    void take(Item& item);

    Queue m_own;
    TextMap<Queue> m_workers;
    std::vector<Queue*> m_filled;            // those of them that are not empty, in no order
};

}  // namespace baton
