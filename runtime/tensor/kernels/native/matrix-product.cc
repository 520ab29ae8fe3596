// Products of matrices that do not fit the caches, cut as Goto and van de Geijn 2008 (doi:10.1145/1356052.1356053) do:
// blocks of k so that a panel of b stays in the nearest cache while it meets all rows, tiles of c in registers.
#include "matrix-product.h"

#include <algorithm>

#include "panels.h"
#include "pool.h"

namespace prorl {
namespace {

/** Most of k that is summed before a tile of c goes back to memory. */
constexpr long DEPTH = 2048;
/** Most tiles of rows that one piece of work packs. */
constexpr long HEIGHT = 10;
/** Pieces of work there should be, so that threads end together. */
constexpr long PIECES = 8;
/** Numbers that are moved sooner than another thread is told of them. */
constexpr long SMALL = 16384;

long ceil(long count, long size) { return (count + size - 1) / size; }

/** Cuts `count` into as few even runs of at most `most` as it takes. */
struct Cut {
  long count, pieces;
  Cut(long count, long most) : count(count), pieces(ceil(count, most)) {}
  long at(long i) const { return count * i / pieces; }
};

/** Rows of a for tiles, each of them packed: tile t begins at `to + cut.at(t) * k`. */
void packRows(Matrix a, long k, const Cut& cut, long t, float* to) {
  const long row = cut.at(t), rows = cut.at(t + 1) - row;
  // The columns of the transpose are a's rows.
  packColumns({a.data + row * a.row, a.column, a.row}, k, rows, rows, to + row * k);
}

/** c (+)= a b for some columns: `panel(j)` is the j-th panel of b, at the first of these k. */
template <typename Panel>
void block(long m, long n, long k, Matrix a, const Panel& panel, float* c, long rowOfC, bool add) {
  const long panels = ceil(n, PANEL);
  const Cut tiles(m, TILE), heights(tiles.pieces, HEIGHT);
  const auto multiplyTiles = [&](long from, long to, long first, long last, const float* packed) {
    const int lines = to - from > 2 ? 0 : to - from == 1 ? 2 : 1;
    for (long j = first; j < last; j++) {
      const float *columns = panel(j), *ahead = lines == 0 ? columns : panel(std::min(j + 1, panels - 1));
      for (long t = from; t < to; t++)
        tile(tiles.at(t + 1) - tiles.at(t), std::min<long>(PANEL, n - j * PANEL), k,
             packed + (tiles.at(t) - tiles.at(from)) * k, columns, c + tiles.at(t) * rowOfC + j * PANEL, rowOfC, add,
             ahead + (t - from) * lines * 16 * k, lines);
    }
  };
  if (heights.pieces >= PIECES) {
    forEach(heights.pieces, [&](long piece) {
      const long from = heights.at(piece), to = heights.at(piece + 1);
      float* packed = scratch((tiles.at(to) - tiles.at(from)) * k);
      for (long t = from; t < to; t++) packRows(a, k, tiles, t, packed - tiles.at(from) * k);
      multiplyTiles(from, to, 0, panels, packed);
    });
    return;
  }
  // Few rows: they are packed once for all, and columns are cut too.
  float* packed = scratch(m * k, Place::rows);
  if (m * k < SMALL)
    for (long t = 0; t < tiles.pieces; t++) packRows(a, k, tiles, t, packed);
  else
    forEach(tiles.pieces, [&](long t) { packRows(a, k, tiles, t, packed); });
  const long across = std::min(panels, ceil(PIECES, heights.pieces));
  forEach(heights.pieces * across, [&](long piece) {
    const long from = heights.at(piece / across), to = heights.at(piece / across + 1);
    multiplyTiles(from, to, panels * (piece % across) / across, panels * (piece % across + 1) / across,
                  packed + tiles.at(from) * k);
  });
}

}  // namespace

long packedSize(long k, long n) { return ceil(n, PANEL) * k * PANEL; }

void packMatrix(Matrix b, long k, long n, float* packed) {
  forEach(ceil(n, PANEL), [&](long j) {
    // The room past the end of a panel is the next one's, which another thread may have packed: whole rows only.
    packColumns({b.data + j * PANEL * b.column, b.row, b.column}, k, std::min<long>(PANEL, n - j * PANEL), PANEL,
                packed + j * k * PANEL);
  });
}

void packedProduct(long m, long n, long k, Matrix a, const float* packed, float* c, bool add) {
  const Cut depths(k, DEPTH);
  for (long d = 0; d < depths.pieces; d++) {
    const long from = depths.at(d);
    block(m, n, depths.at(d + 1) - from, {a.data + from * a.column, a.row, a.column},
          [=](long j) { return packed + (j * k + from) * PANEL; }, c, n, add || d > 0);
  }
}

}  // namespace prorl
