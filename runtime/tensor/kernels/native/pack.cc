// Weights are packed by an operation of its own, once for many products.
#include "matrix-product.h"
#include "memory.h"
#include "op.h"
#include "panels.h"

namespace prorl {
/** The panels of b or, where `transposed`, of its transpose. */
void pack(Call& call) {
  const bool transposed = *call.integers(1);
  const long k = call.length(0, transposed ? 1 : 0), n = call.length(0, transposed ? 0 : 1);
  call.expect(k > 0 && n > 0, 0, "is empty");
  const long size = packedSize(k, n);
  float* packed = call.output(0, {size / (k * PANEL), k, PANEL});
  useLargePages(packed, size);
  const long row = call.length(0, 1);
  packMatrix(transposed ? Matrix{call.floats(0), 1, row} : Matrix{call.floats(0), row, 1}, k, n, packed);
}

}  // namespace prorl
