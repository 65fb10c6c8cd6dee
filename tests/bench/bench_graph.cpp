// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

// How long a graph takes: from definition to layout, to its first frame, and a frame while panning.

#include "support/figure.h"
#include "ui/graph/graphview.h"
#include "ui/kit/fonts.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace baton;
using namespace baton::test;
using namespace baton::ui;

namespace {

std::shared_ptr<WorkflowTask> task(const std::string& name, const char* type)
{
    auto made = std::make_shared<WorkflowTask>();
    made->name = name;
    made->taskReferenceName = name;
    made->type = type;
    return made;
}

/// Sequences with a switch and a fork in every ten tasks.
WorkflowDefPtr definitionOf(int tasks)
{
    auto made = std::make_shared<WorkflowDef>();
    made->name = "bench";
    int number = 0;
    const auto next = [&](const char* type) { return task("task_" + std::to_string(number++), type); };
    while (number < tasks) {
        made->tasks.push_back(next("HTTP"));
        auto choice = next("SWITCH");
        choice->decisionCases = {{"high", {next("SIMPLE"), next("SIMPLE")}}, {"low", {next("INLINE")}}};
        choice->defaultCase = {next("SIMPLE")};
        made->tasks.push_back(choice);
        auto fork = next("FORK_JOIN");
        fork->forkTasks = {{next("SIMPLE")}, {next("SIMPLE")}};
        made->tasks.push_back(fork);
        made->tasks.push_back(next("JOIN"));
    }
    return made;
}

WorkflowDefPtr wideFork(int tasks)
{
    auto made = std::make_shared<WorkflowDef>();
    auto fork = task("fork", "FORK_JOIN");
    for (int i = 0; i < tasks; ++i)
        fork->forkTasks.push_back({task("branch_" + std::to_string(i), "SIMPLE")});
    made->tasks = {fork, task("join", "JOIN")};
    return made;
}

Execution halfDone(const WorkflowDef& definition)
{
    Execution made;
    const auto tasks = allTasks(definition);
    for (std::size_t i = 0; i < tasks.size() / 2; ++i) {
        auto run = std::make_shared<TaskRun>();
        run->referenceTaskName = tasks[i]->taskReferenceName;
        run->status = i % 17 == 5 ? TaskStatus::Failed : TaskStatus::Completed;
        made.tasks.push_back(run);
    }
    rebuildIndexes(made);
    return made;
}

double milliseconds(const QElapsedTimer& timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double slowFrame(GraphView& view, QImage& canvas, double zoom)
{
    std::vector<double> frames;
    view.resetZoom();
    while (view.camera().zoom > zoom + 0.01)
        view.zoomOut();
    QElapsedTimer timer;
    for (int i = 0; i < 120; ++i) {
        QWheelEvent wheel(QPointF(400, 400), QPointF(400, 400), QPoint(i % 3 * -60, -120), QPoint(), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        timer.start();
        QCoreApplication::sendEvent(&view, &wheel);
        view.render(&canvas);
        frames.push_back(milliseconds(timer));
    }
    std::sort(frames.begin(), frames.end());
    return frames[frames.size() * 95 / 100];
}

struct Figures {
    const char* layout;
    const char* firstPaint;
    double firstMust;
    double firstAim;
    const char* pan;
};

void measure(const Figures& figures, const WorkflowDefPtr& definition)
{
    QElapsedTimer timer;
    timer.start();
    const GraphLayout layout = layOut(definition);
    const double laidOut = milliseconds(timer);
    const Execution execution = halfDone(*definition);
    QImage canvas(QSize(1600, 1000), QImage::Format_ARGB32_Premultiplied);
    GraphView view;
    view.resize(canvas.size());
    timer.start();
    view.setDefinition(definition);
    view.setExecution(&execution, kNoTask);
    view.render(&canvas);
    const double first = milliseconds(timer);
    timer.start();
    view.setExecution(&execution, kNoTask);
    const double state = milliseconds(timer);
    std::printf("%-50s %10.2f ms\n", figures.layout, laidOut);
    printFigure(figures.firstPaint, first, "ms", figures.firstMust, figures.firstAim);
    const double slowest = std::max({slowFrame(view, canvas, 1), slowFrame(view, canvas, 0.5), slowFrame(view, canvas, 0.1)});
    printFigure(figures.pan, slowest, "ms", 16.6, 8);
    std::printf("%-50s %10.2f ms\n", "  a new state", state);
}

}  // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    installFonts(FontChoice::Bundled);
    {
        GraphView warm;   // fonts and icons are loaded once a process
        warm.resize(800, 600);
        warm.setDefinition(definitionOf(20));
        warm.grab();
    }
    measure({"layout, 1,000 tasks", "first paint, 1,000 tasks", 100, 30, "pan and zoom, 1,000 tasks, p95 frame"}, definitionOf(1000));
    measure({"layout, 10,000 tasks", "first paint, 10,000 tasks", 300, 100, "pan and zoom, 10,000 tasks, p95 frame"}, definitionOf(10'000));
    measure({"layout, a fork of 10,000", "first paint, a fork of 10,000", 300, 100, "pan and zoom, a fork of 10,000, p95 frame"}, wideFork(10'000));
    return EXIT_SUCCESS;
}
