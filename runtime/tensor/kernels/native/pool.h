#pragma once

#include <functional>

namespace prorl {

/**
 * Does `work(i)` for each i below `count`, on all threads; returns when all is done. Which thread does which is not
 * said: a piece must not depend on it. Where the threads are busy with another call, the caller does everything itself.
 */
void forEach(long count, const std::function<void(long)>& work);

/** Room for so many floats that is this thread's own until its next call. */
float* scratch(long floats);

}  // namespace prorl
