import type { Machine } from '../machine.ts';
import type { SizeName } from '../sizes.ts';
import type { Spread } from '../spread.ts';
import type { Floor } from './floor.ts';

/** Rounds of one kind of work on both sides, one after the other in turns. */
export interface Comparison {
  /** Of each round, in seconds. */
  readonly prorl: readonly number[];
  readonly peer: readonly number[];
  /** The peer's time over prorl's, round by round: above 1, prorl is faster. */
  readonly ratio: Spread;
  /** Response tokens of one round. */
  readonly tokens: number;
}

export interface SizeReport {
  readonly size: SizeName;
  readonly parameters: number;
  readonly prompts: number;
  readonly samples: number;
  readonly promptTokens: number;
  readonly maxTokens: number;
  readonly rollout: Comparison;
  readonly update: Comparison;
  readonly step: Comparison;
  /** Peak resident memory in MiB of processes that did nothing but steps. */
  readonly memory: { readonly prorl: number; readonly peer: number };
  /** The greatest relative difference of the two sides' gradient norms on the same tokens and weights. */
  readonly gradNormDifference: number;
  /** Operations of the step's parts, and the time that they take at `Report.flops`. */
  readonly floor: Floor;
  readonly floorSeconds: number;
  readonly settings: { readonly prorl: string; readonly torch: string; readonly trl: string };
}

/** What `npm run bench:peers` found. */
export interface Report {
  readonly machine: Machine;
  readonly date: string;
  /** float32 matrix products of 1024 x 1024, operations a second: torch's best and the native backend's best. */
  readonly matmul: { readonly torch: number; readonly prorl: number };
  /** The greater of the two: what the floor is computed with. */
  readonly flops: number;
  readonly sizes: readonly SizeReport[];
}
