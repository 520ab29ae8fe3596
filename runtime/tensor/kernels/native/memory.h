#pragma once

namespace prorl {

/** Asks for large pages for memory that nothing has been written to: what is read from end to end is read faster so. */
void useLargePages(float* data, long floats);

}  // namespace prorl
