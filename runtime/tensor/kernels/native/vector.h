// As many floats as one register of the processor holds. GCC and Clang turn these types into its own instructions.
#pragma once

#include <cmath>
#include <cstring>
#if defined(__AVX512F__)
#include <immintrin.h>
#endif

namespace prorl {

#if defined(__AVX512F__)
constexpr int LANES = 16;
#elif defined(__AVX__)
constexpr int LANES = 8;
#else
constexpr int LANES = 4;
#endif

typedef float Vector __attribute__((vector_size(4 * LANES)));
typedef int Integers __attribute__((vector_size(4 * LANES)));

inline Vector load(const float* from) {
  Vector v;
  std::memcpy(&v, from, sizeof v);
  return v;
}

inline void store(float* to, Vector v) { std::memcpy(to, &v, sizeof v); }

/** Written so that it becomes one load that fills all lanes: an addition to zeros would not. */
inline Vector splat(float x) {
#if defined(__AVX512F__)
  return Vector{x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x};
#elif defined(__AVX__)
  return Vector{x, x, x, x, x, x, x, x};
#else
  return Vector{x, x, x, x};
#endif
}

inline Vector squareRoot(Vector x) {
#if defined(__AVX512F__)
  return _mm512_sqrt_ps(x);
#else
  for (int i = 0; i < LANES; i++) x[i] = std::sqrt(x[i]);
  return x;
#endif
}

inline float sum(Vector v) {
#if defined(__AVX512F__)
  return _mm512_reduce_add_ps(v);
#else
  for (int half = LANES / 2; half > 0; half /= 2)
    for (int i = 0; i < half; i++) v[i] += v[i + half];
  return v[0];
#endif
}

inline float greatest(Vector v) {
  float best = v[0];
  for (int i = 1; i < LANES; i++) best = v[i] > best ? v[i] : best;
  return best;
}

/** e^x to about 1e-7, with x held to [-87, 88]: x = n ln 2 + r, a polynomial in r (Cephes' expf), times 2^n. */
inline Vector exponential(Vector x) {
  x = x > 88.0f ? splat(88.0f) : x;
  x = x < -87.0f ? splat(-87.0f) : x;
  // Adding and taking off 1.5 * 2^23 rounds to the nearest whole number.
  const Vector magic = splat(12582912.0f);
  const Vector n = (x * 1.44269504088896341f + magic) - magic;
  Vector r = x - n * 0.693359375f;
  r = r - n * -2.1219444e-4f;
  Vector p = splat(1.98756915e-4f) * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + (r + 1.0f);
  const Integers bits = (__builtin_convertvector(n, Integers) + 127) << 23;
  Vector power;
  std::memcpy(&power, &bits, sizeof power);
  return p * power;
}

}  // namespace prorl
