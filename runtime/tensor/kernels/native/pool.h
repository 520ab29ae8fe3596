#pragma once

#include <functional>

namespace prorl {

/**
 * Does `work(i)` for each i below `count`, on all threads; returns when all is done. Which thread does which is not
 * said: a piece must not depend on it. What a piece throws is thrown when all are done. Calls wait for each other.
 */
void forEach(long count, const std::function<void(long)>& work);

/** What room is for: what is in use at once must differ. */
enum class Place { piece, rows, panels, operation };

/** Room for so many floats that is this thread's own until its next call for the same place. */
float* scratch(long floats, Place place = Place::piece);

}  // namespace prorl
