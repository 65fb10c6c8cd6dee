// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/documentopener.h"

#include "ui/models/words.h"

#include <QFileInfo>

namespace baton::ui {

namespace {

Error unavailable(std::string what)
{
    return {.code = ErrorCode::Unsupported, .message = std::move(what)};
}

}  // namespace

DocumentOpener::DocumentOpener(const Services& services, QObject* parent)
    : QObject(parent)
    , m_services(services)
{
    m_pool.setMaxThreadCount(1);
}

DocumentOpener::~DocumentOpener()
{
    m_jobs.clear();
    m_pool.waitForDone();
}

void DocumentOpener::openSample(const QString& id)
{
    enqueue({[open = m_services.openSample, name = toUtf8(id)](const DocumentPtr&) -> Result<Document> {
                 return open ? open(name) : unavailable("this program brings no samples");
             },
             {}, tr("Opening the sample")});
}

void DocumentOpener::openFile(const QString& path)
{
    enqueue({[open = m_services.openFile, name = toUtf8(path)](const DocumentPtr& current) -> Result<Document> {
                 return open ? open(name, current) : unavailable("this program opens no files");
             },
             path, tr("Opening %1").arg(QFileInfo(path).fileName())});
}

void DocumentOpener::openText(const QString& text)
{
    enqueue({[open = m_services.openText, words = toUtf8(text)](const DocumentPtr& current) -> Result<Document> {
                 return open ? open(words, current) : unavailable("this program opens no pasted text");
             },
             {}, tr("Opening the pasted text")});
}

void DocumentOpener::enqueue(Job job)
{
    m_jobs.push_back(std::move(job));
    if (!m_busy)
        next();
}

void DocumentOpener::next()
{
    if (m_jobs.empty()) {
        m_busy = false;
        emit busyChanged(false, {});
        emit idle();
        return;
    }
    const Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    m_busy = true;
    emit busyChanged(true, job.what);
    m_pool.start([this, job, current = m_current] {
        auto result = std::make_shared<Result<Document>>(job.work(current));
        QMetaObject::invokeMethod(this, [this, result, path = job.path] { finish(std::move(*result), path); }, Qt::QueuedConnection);
    });
}

void DocumentOpener::finish(Result<Document> result, const QString& path)
{
    if (result && result->workflow) {
        m_current = std::make_shared<const Document>(std::move(result).value());
        emit opened(m_current, path);
    } else if (result) {
        emit failed({.code = ErrorCode::InvalidArgument, .message = "there is no workflow definition in it", .source = toUtf8(path),
                     .hint = "Open a workflow definition first"}, path);
    } else {
        emit failed(result.error(), path);
    }
    next();
}

}  // namespace baton::ui
