import type { Segment } from '../batch.ts';

/** How rows attend to each other, and how their channels fall into heads. */
export interface AttentionLayout {
  readonly segments: readonly Segment[];
  readonly heads: number;
  readonly keyValueHeads: number;
  readonly headWidth: number;
}
