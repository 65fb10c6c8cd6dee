// SPDX-FileCopyrightText: 2026 Baton contributors
// SPDX-License-Identifier: Apache-2.0

#include "cli/textfile.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace baton::cli {

Result<std::string> readTextFile(const std::string& path)
{
    if (path == "-")
        return std::string(std::istreambuf_iterator<char>(std::cin), {});
    std::error_code fault;
    const auto status = std::filesystem::status(path, fault);
    if (!std::filesystem::exists(status))
        return Error {ErrorCode::NotFound, "there is no such file", path, {}, 0, 0, "check the path"};
    if (std::filesystem::is_directory(status))
        return Error {ErrorCode::IoError, "is a folder, not a file", path, {}, 0, 0, "name a file"};
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return Error {ErrorCode::IoError, "cannot be read", path, {}, 0, 0, "check its permissions"};
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace baton::cli
