#pragma once

namespace prorl {

/** A matrix in memory: element (i, j) is at data[i * row + j * column]. */
struct Matrix {
  const float* data;
  long row;
  long column;
};

/** c [m, n] (+)= a [m, k] b [k, n]; rows of b and c are contiguous, and n is a multiple of LANES. On this thread. */
void multiply(long m, long n, long k, Matrix a, const float* b, long rowOfB, float* c, long rowOfC, bool add);

/** The same for b of any layout and any n, in blocks, on all threads. Each element is summed in one order, always. */
void product(long m, long n, long k, Matrix a, Matrix b, float* c);

}  // namespace prorl
