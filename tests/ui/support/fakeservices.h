// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/services.h"

namespace baton::test {

/// Services over the workflows of rehearsals.h. Samples: "underwriting" (with 240 invented applicants and two policies),
/// "branching", "waiting". Files: any path that ends in ".json" opens the branching workflow; "broken.json" fails on line 7.
[[nodiscard]] ui::Services fakeServices();

[[nodiscard]] ui::DataSetPtr fakeApplicants(std::size_t count);

}  // namespace baton::test
