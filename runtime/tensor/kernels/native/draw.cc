// Tokens are drawn where their probabilities are: a row has as many of these as the vocabulary has tokens.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "op.h"
#include "pool.h"

namespace prorl {
namespace {

/** Rows that are summed side by side: of one alone, each addition would wait for the one before. */
constexpr long ROWS = 4;
/** Probabilities after which a running sum is kept. */
constexpr long BLOCK = 256;

/** Running sums of each row at the ends of its blocks, in the order of tokens: sums[block * ROWS + r]. */
void runningSums(const float* const* rows, long columns, double* sums) {
  double now[ROWS] = {};
  for (long begin = 0; begin < columns; begin += BLOCK) {
    for (long i = begin; i < std::min(columns, begin + BLOCK); i++)
      for (long r = 0; r < ROWS; r++) now[r] += rows[r][i];
    std::copy_n(now, ROWS, sums + begin / BLOCK * ROWS);
  }
}

/** The first token at which the running sum passes `mark`, which is less than the sum of all. */
long pick(const float* p, const double* sums, double mark) {
  long block = 0;
  while (!(sums[block * ROWS] > mark)) block++;
  double sum = block == 0 ? 0 : sums[(block - 1) * ROWS];
  for (long i = block * BLOCK;; i++)
    if ((sum += p[i]) > mark) return i;
}

}  // namespace

/**
 * What `draw` of runtime/model/sampling.ts gives at a temperature above 0 and without a cut, to the bit. p: [rows, columns];
 * draws: [n, 2], of each the row of p and its uniform times 2^32; drawn: [n, 2], the token and its log-probability, which
 * is not a number where the row is not one of probabilities.
 */
void drawTokens(Call& call) {
  const long rows = call.length(0, 0), columns = call.length(0, 1), n = call.length(1, 0);
  const float* p = call.floats(0);
  const int* draws = call.integers(1);
  call.expect(columns > 0, 0, "is empty");
  call.expect(call.size(1) == 2 * n, 1, "has the wrong size");
  for (long a = 0; a < n; a++) call.expect(draws[2 * a] >= 0 && draws[2 * a] < rows, 1, "names a row that is not there");
  float* drawn = call.output(0, {n, 2});
  const long blocks = (columns + BLOCK - 1) / BLOCK;
  forEach((n + ROWS - 1) / ROWS, [=](long group) {
    const float* of[ROWS];
    for (long r = 0; r < ROWS; r++) of[r] = p + draws[2 * std::min(n - 1, group * ROWS + r)] * columns;
    std::vector<double> sums(blocks * ROWS);
    runningSums(of, columns, sums.data());
    for (long r = 0; r < std::min(ROWS, n - group * ROWS); r++) {
      const long a = group * ROWS + r;
      const double total = sums[(blocks - 1) * ROWS + r];
      // Rounding leaves the sum within a thousandth of 1, also over a large vocabulary.
      const bool fine = std::abs(total - 1) < 1e-3;
      const double uniform = static_cast<uint32_t>(draws[2 * a + 1]) / 4294967296.0;
      const long token = fine ? pick(of[r], sums.data() + r, uniform * total) : 0;
      drawn[2 * a] = token;
      drawn[2 * a + 1] = fine ? std::log(of[r][token] / total) : NAN;
    }
  });
}

}  // namespace prorl
