#pragma once
#include <stddef.h>

/// One file of templates/ or assets/ as it was when the binary was built.
struct d8s_embedded_file {
    /// Relative to the package's root, with '/': "templates/executive.mustache".
    const char *path;
    const unsigned char *bytes;
    size_t count;
};

/// The file at this position, from 0; NULL past the last one.
const struct d8s_embedded_file *d8s_embedded_file_at(size_t index);
