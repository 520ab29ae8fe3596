import type { Graph, Stage } from '../graph/graph.ts';
import type { Trigger } from '../graph/trigger.ts';
import type { Decision } from './decision.ts';
import { TriggerEvaluator, type Memory, type Outcome, type TriggerPoint } from './trigger.ts';

type ConditionalStage = Stage & { when: Trigger };

interface Watched {
  readonly stage: ConditionalStage;
  readonly trigger: TriggerEvaluator;
  outcome: Outcome;
}

/**
 * The conditions on which stages are run. Each is read after every step of the run, so that its windows are full when
 * the stage's turn comes; what it says then decides.
 */
export class StageConditions {
  private readonly stages: readonly Stage[];
  private readonly watched: ReadonlyMap<string, Watched>;

  constructor({ stages }: Graph) {
    this.stages = stages;
    this.watched = new Map(
      stages
        .filter(isConditional)
        .map((stage) => [
          stage.id,
          { stage, trigger: new TriggerEvaluator(stage.when), outcome: { holds: false, values: {} } },
        ]),
    );
  }

  /** To be called once for every step; steps and tokens are those of the run. */
  read(at: TriggerPoint): void {
    for (const one of this.watched.values()) one.outcome = one.trigger.evaluate(at);
  }

  /** The first stage from the place `index` on whose condition holds, or that has none; null: the run is done. */
  next(index: number): { to: string | null; decisions: Decision[] } {
    const decisions: Decision[] = [];
    for (const { id } of this.stages.slice(index)) {
      const one = this.watched.get(id);
      if (one === undefined) return { to: id, decisions };
      const { holds, values } = one.outcome;
      decisions.push({ kind: 'condition', stage: one.stage, values, holds });
      if (holds) return { to: id, decisions };
    }
    return { to: null, decisions };
  }

  /** Forgets everything. */
  restart(): void {
    for (const { trigger } of this.watched.values()) trigger.restart();
  }

  /** By stage. */
  state(): Record<string, Memory[]> {
    return Object.fromEntries([...this.watched].map(([id, { trigger }]) => [id, trigger.state()]));
  }

  restore(state: Readonly<Record<string, readonly Memory[]>>): void {
    for (const [id, { trigger }] of this.watched) {
      const saved = state[id];
      if (saved === undefined) throw new RangeError(`nothing saved for the condition of ${id}`);
      trigger.restore([...saved]);
    }
  }
}

function isConditional(stage: Stage): stage is ConditionalStage {
  return stage.when !== null;
}
