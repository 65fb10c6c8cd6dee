// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/definitions/definitionchecker.h"

#include "engine/check/check.h"
#include "engine/value/json.h"
#include "ui/models/words.h"

namespace baton::ui {

namespace {

constexpr int kDelayMs = 150;

Severity severityOf(baton::Severity severity)
{
    switch (severity) {
    case baton::Severity::Error: return Severity::Error;
    case baton::Severity::Warning: return Severity::Warning;
    case baton::Severity::Note: return Severity::Note;
    }
    return Severity::Note;
}

CheckedText checkedText(const QString& text, const QString& source)
{
    CheckedText made;
    made.text = text;
    const std::string utf8 = toUtf8(text);
    if (auto json = parseJson(utf8))
        made.json = std::move(json).value();
    auto checked = checkText(utf8, toUtf8(source));
    if (!checked) {
        made.findings.push_back({Severity::Error, checked.error()});
        return made;
    }
    made.definition = checked->definition;
    for (const baton::Finding& finding : checked->findings)
        made.findings.push_back({severityOf(finding.severity), finding.what});
    return made;
}

}  // namespace

DefinitionChecker::DefinitionChecker(QObject* parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &DefinitionChecker::run);
}

DefinitionChecker::~DefinitionChecker()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void DefinitionChecker::check(const QString& text, const QString& source)
{
    m_text = text;
    m_source = source;
    ++m_generation;
    m_delay.start();
}

void DefinitionChecker::checkNow()
{
    if (m_delay.isActive()) {
        m_delay.stop();
        run();
    }
}

void DefinitionChecker::run()
{
    m_pool.clear();
    m_pool.start([this, text = m_text, source = m_source, generation = m_generation] {
        CheckedText result = checkedText(text, source);
        QMetaObject::invokeMethod(this, [this, generation, result = std::move(result)] {
            if (generation == m_generation)
                emit checked(result);
        });
    });
}

}  // namespace baton::ui
