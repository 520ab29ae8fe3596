import type { ResetNode } from '../graph/nodes.ts';
import type { Trigger } from '../graph/trigger.ts';
import { TriggerEvaluator } from './trigger.ts';

/** A node that waits for its trigger. */
export interface Watch<N> {
  readonly node: N;
  readonly trigger: TriggerEvaluator;
  fired: number;
  /** The last step at which it did. */
  firedAt: number | null;
}

/** A reset that a condition fires; the others happen as their stage begins or ends. */
export type ConditionalReset = ResetNode & { config: { when: Trigger } };

export function isConditional(node: ResetNode): node is ConditionalReset {
  return typeof node.config.when !== 'string';
}

export function watch<N>(node: N, when: Trigger): Watch<N> {
  return { node, trigger: new TriggerEvaluator(when), fired: 0, firedAt: null };
}
