#include "CEmbedded.h"
const struct d8s_embedded_file *d8s_embedded_file_at(size_t index) { return 0; }
