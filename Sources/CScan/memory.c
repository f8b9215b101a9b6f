#define _GNU_SOURCE

#include "CScan.h"

#include <sys/mman.h>

int memory_file(void) { return memfd_create("tabular", MFD_CLOEXEC); }
