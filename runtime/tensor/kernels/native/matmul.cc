#include "op.h"
#include "product.h"

namespace prorl {

/** c = a b. */
void matmul(Call& call) {
  const long m = call.length(0, 0), k = call.length(0, 1), n = call.length(1, 1);
  product(m, n, k, {call.floats(0), k, 1}, {call.floats(1), n, 1}, call.output(0, {m, n}));
}

/** c = a b^T. */
void matmulTransposed(Call& call) {
  const long m = call.length(0, 0), k = call.length(0, 1), n = call.length(1, 0);
  product(m, n, k, {call.floats(0), k, 1}, {call.floats(1), 1, k}, call.output(0, {m, n}));
}

}  // namespace prorl
