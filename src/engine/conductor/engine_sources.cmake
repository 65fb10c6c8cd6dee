# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
set(BATON_ENGINE_SOURCES
    conductor.h port/eventport.h port/metadataport.h port/reply.h port/summary.cpp port/taskport.h
    port/wire.cpp port/wire.h port/workflowport.h search/query.cpp search/query.h
    embedded/admin.cpp embedded/archiving.cpp embedded/core.cpp embedded/core.h embedded/embeddedconductor.cpp embedded/embeddedconductor.h
    embedded/eventhandlers.cpp embedded/eventhandlers.h embedded/metadata.cpp embedded/mocktest.cpp embedded/pollbook.cpp
    embedded/pollbook.h embedded/ports.h embedded/scriptthread.cpp embedded/scriptthread.h embedded/taskindex.cpp
    embedded/schedules.cpp embedded/taskindex.h embedded/tasks.cpp embedded/waiting.cpp embedded/waiting.h embedded/workflows.cpp
    engine.cpp engine.h metadata/definitionrules.cpp metadata/definitionrules.h
    metadata/definitionstore.cpp metadata/definitionstore.h metadata/fixeddefinitions.cpp metadata/fixeddefinitions.h
    metadata/referencerules.cpp metadata/typerules.cpp
    engine/effects.cpp engine/runner.cpp engine/runner.h
    queues/executionwork.cpp queues/executionwork.h queues/waitingwork.cpp queues/waitingwork.h
    schedule/cronexpression.h schedule/cronfield.cpp schedule/cronfield.h schedule/cronparse.cpp schedule/cronunit.cpp
    schedule/cronunit.h schedule/schedulebook.cpp schedule/schedulebook.h schedule/scheduleruns.cpp schedule/timezone.cpp
    schedule/timezone.h schedule/zonedtime.cpp schedule/zonedtime.h
)
