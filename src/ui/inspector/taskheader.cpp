// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/inspector/taskheader.h"

#include "ui/kit/badge.h"
#include "ui/kit/elidedlabel.h"
#include "ui/kit/fonts.h"
#include "ui/kit/icons.h"
#include "ui/models/words.h"

#include <QGridLayout>
#include <QPainter>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kTimes = 4;
constexpr int kMark = 34;

}  // namespace

TaskHeader::TaskHeader(QWidget* parent)
    : QWidget(parent)
    , m_name(new ElidedLabel(this))
    , m_kind(new ElidedLabel(this))
    , m_status(new Badge(this))
    , m_reason(new QLabel(this))
    , m_times(new QWidget(this))
{
    setObjectName(u"inspectorHeader"_s);
    m_name->setObjectName(u"inspectorName"_s);
    m_name->setFont(textFont(2, QFont::DemiBold));
    m_name->setElideMode(Qt::ElideMiddle);
    m_kind->setObjectName(u"inspectorKind"_s);
    m_kind->setProperty("muted", true);
    m_status->setObjectName(u"inspectorStatus"_s);
    m_reason->setObjectName(u"inspectorReason"_s);
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_reason->setContentsMargins(space::kBase, space::kSmall, space::kBase, space::kSmall);
    m_times->setObjectName(u"inspectorTimes"_s);

    auto* times = new QGridLayout(m_times);
    times->setContentsMargins(0, space::kTight, 0, 0);
    times->setHorizontalSpacing(space::kLarge);
    times->setVerticalSpacing(0);
    for (int i = 0; i < kTimes; ++i) {
        m_captions += new QLabel(m_times);
        m_captions.last()->setProperty("muted", true);
        m_captions.last()->setFont(textFont(-2));
        m_values += new QLabel(m_times);
        m_values.last()->setFont(textFont(0, QFont::Medium));
        m_values.last()->setTextInteractionFlags(Qt::TextSelectableByMouse);
        times->addWidget(m_captions.last(), 0, i);
        times->addWidget(m_values.last(), 1, i);
        times->setColumnStretch(i, 1);
    }
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(space::kWide + kMark + space::kWide, space::kWide, space::kWide, space::kWide);
    grid->setHorizontalSpacing(space::kBase);
    grid->setVerticalSpacing(space::kHair);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_status, 0, 1, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_kind, 1, 0, 1, 2);
    grid->addWidget(m_times, 2, 0, 1, 2);
    grid->addWidget(m_reason, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    showNothing();
}

void TaskHeader::setTimes(const QList<Time>& times)
{
    m_times->setVisible(!times.isEmpty());
    for (int i = 0; i < kTimes; ++i) {
        const Time time = i < times.size() ? times[i] : Time {};
        m_captions[i]->setText(time.caption);
        m_values[i]->setText(time.text.isEmpty() && !time.caption.isEmpty() ? u"\u2013"_s : time.text);
        m_values[i]->setToolTip(time.tip);
        m_values[i]->setAccessibleName(time.caption + u' ' + time.text);
    }
}

void TaskHeader::setReason(const QString& reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    update();
}

void TaskHeader::showNothing()
{
    m_icon = u"workflow"_s;
    m_name->setText(tr("Nothing selected"));
    m_kind->setText(tr("Select a task in the graph"));
    m_status->hide();
    setTimes({});
    setReason({});
}

void TaskHeader::showWorkflow(const Execution& execution, EpochMs now)
{
    m_icon = u"workflow"_s;
    const WorkflowDef* definition = execution.definition.get();
    m_name->setText(definition ? toQString(definition->name) : toQString(execution.workflowId));
    m_kind->setText(definition ? tr("Workflow, version %1").arg(definition->version) : tr("Workflow"));
    m_status->setLook(lookOf(execution.status), Words::of(execution.status));
    m_status->show();
    const EpochMs end = execution.endTime != 0 ? execution.endTime : now;
    setTimes({{tr("Started"), Words::clock(execution.createTime), Words::moment(execution.createTime)},
              {tr("Ended"), execution.endTime != 0 ? Words::since(execution.createTime, execution.endTime) : QString(),
               Words::moment(execution.endTime)},
              {tr("Took"), Words::duration(end - execution.createTime), {}}});
    setReason(toQString(execution.reasonForIncompletion));
}

void TaskHeader::showTask(const TaskRun& task, const Execution& execution, EpochMs now)
{
    m_icon = u"task"_s;
    m_name->setText(toQString(task.referenceTaskName));
    QStringList kind {toQString(task.taskType)};
    if (task.retryCount > 0)
        kind += tr("attempt %1").arg(task.retryCount + 1);
    if (task.iteration > 0)
        kind += tr("iteration %1").arg(task.iteration);
    m_kind->setText(kind.join(u" \u00b7 "_s));
    m_status->setLook(lookOf(task.status), Words::of(task.status));
    m_status->show();
    const auto time = [&](const QString& caption, EpochMs at) {
        return Time {caption, at == 0 ? QString() : Words::since(execution.createTime, at), Words::moment(at)};
    };
    const EpochMs end = task.endTime != 0 ? task.endTime : now;
    setTimes({time(tr("Scheduled"), task.scheduledTime), time(tr("Started"), task.startTime), time(tr("Ended"), task.endTime),
              {tr("Took"), task.startTime == 0 ? QString() : Words::duration(end - task.startTime), {}}});
    setReason(toQString(task.reasonForIncompletion));
}

void TaskHeader::showDefinition(const WorkflowTask& task)
{
    m_icon = u"task"_s;
    m_name->setText(toQString(task.taskReferenceName));
    m_kind->setText(toQString(task.type));
    m_status->setLook(lookOfNothing(), tr("Not reached"));
    m_status->show();
    setTimes({});
    setReason({});
}

void TaskHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& tokens = tokensFor(this);
    painter.fillRect(rect(), tokens.surface);
    const QRect mark(space::kWide, space::kWide + 1, kMark, kMark);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.tone(Tone::Accent).ground);
    painter.drawRoundedRect(mark, 8, 8);
    paintIcon(painter, mark.adjusted(8, 8, -8, -8), m_icon, tokens.tone(Tone::Accent).foreground);
    if (m_reason->isVisible()) {
        painter.setBrush(tokens.tone(Tone::Danger).ground);
        painter.drawRoundedRect(m_reason->geometry(), 6, 6);
    }
}

}  // namespace baton::ui
