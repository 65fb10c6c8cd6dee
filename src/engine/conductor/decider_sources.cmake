# SPDX-FileCopyrightText: 2026 Baton contributors
# SPDX-License-Identifier: Apache-2.0
set(BATON_DECIDER_SOURCES
    command.h context.h decider.h draft.h
)
