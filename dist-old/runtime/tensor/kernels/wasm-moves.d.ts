/**
 * `GatherV2` and `Tile` for the wasm backend, which ships versions that compute an index for every single
 * element. Broadcasting is made of tiles and so, in turn, is `where`. These copy whole runs of memory
 * instead, which is 20 to 80 times faster at a transformer's shapes. As shipped, `Identity`, which every tensor
 * saved for a gradient goes through, copies, and `Slice` first copies the whole of what it slices.
 */
export declare function registerFastMoves(): void;
