#include "memory.h"

#include <sys/mman.h>

#include <cstdint>

namespace prorl {

void useLargePages(float* data, long floats) {
#if defined(MADV_HUGEPAGE)
  constexpr uintptr_t page = 2 << 20;
  const uintptr_t begin = (reinterpret_cast<uintptr_t>(data) + page - 1) / page * page;
  const uintptr_t end = reinterpret_cast<uintptr_t>(data + floats) / page * page;
  // Advice alone: nothing is lost where the system does not take it.
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

}  // namespace prorl
