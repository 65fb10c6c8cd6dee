// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/services.h"

#include <QObject>
#include <QThreadPool>

#include <deque>

namespace baton::ui {

/// Opens samples, files and text on a background thread, one after the other, so that a large file never stops the window.
class DocumentOpener : public QObject {
    Q_OBJECT
public:
    explicit DocumentOpener(const Services& services, QObject* parent = nullptr);
    ~DocumentOpener() override;   // waits for what is under way

    /// What is opened next joins this one.
    void setCurrent(DocumentPtr document) { m_current = std::move(document); }
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }

public slots:
    void openSample(const QString& id);
    void openFile(const QString& path);
    void openText(const QString& text);

signals:
    void busyChanged(bool busy, const QString& what);
    void opened(baton::ui::DocumentPtr document, const QString& path);
    void failed(const baton::Error& error, const QString& path);
    void idle();                  // everything asked for has been tried

private:
    using Work = std::function<Result<Document>(const DocumentPtr& current)>;
    struct Job {
        Work work;
        QString path;
        QString what;
    };
    void enqueue(Job job);
    void next();
    void finish(Result<Document> result, const QString& path);

    const Services& m_services;
    QThreadPool m_pool;
    std::deque<Job> m_jobs;
    DocumentPtr m_current;
    bool m_busy = false;
};

}  // namespace baton::ui
