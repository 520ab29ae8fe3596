import { ExitCode, ProrlError } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import type { CheckpointNode, EvaluateNode, GuardNode, ResetNode, TransitionNode } from '../graph/nodes.ts';
import { stagePlan, type StagePlan } from '../graph/resolve.ts';
import { auditMetric } from '../graph/metrics.ts';
import { KlCoefficient } from './adaptive-kl.ts';
import { Auditor, type AuditState } from './audit.ts';
import type { Decision, Observation } from './decision.ts';
import { ordinal } from './numbers.ts';
import { Readings, type ReadingsState } from './readings.ts';
import { valueAt, type SchedulePoint } from './schedule.ts';
import { StageConditions } from './stage-conditions.ts';
import type { Memory, Outcome, TriggerPoint, Values } from './trigger.ts';
import { isConditional, watch, type ConditionalReset, type Watch } from './watch.ts';

/** All that a controller knows, as JSON. */
export interface ControllerState {
  format: 'prorl-control/1';
  stage: string | null;
  steps: number;
  tokens: number;
  stageSteps: number;
  stageTokens: number;
  rateScale: number;
  /** The KL coefficient that is moved towards a target; null: the stage has none. */
  klCoefficient: number | null;
  readings: ReadingsState;
  /** By node: the guards, resets and transition of the current stage. */
  watches: Record<string, { fired: number; firedAt: number | null; memory: Memory[] }>;
  /** By checkpoint node: the best reading at a checkpoint so far. */
  kept: Record<string, number>;
  /** By audit node. */
  audits: Record<string, AuditState>;
  /** By stage with a condition. */
  conditions: Record<string, Memory[]>;
}

interface Snapshot {
  readings: ReadingsState;
  memories: Memory[][];
  audits: AuditState[];
  conditions: Record<string, Memory[]>;
}

/**
 * Decides from metrics alone what happens after each step: guard, reset, change of stage,
 * checkpoint, in this order. The run loop and `prorl test` use the same one.
 *
 * Time never goes back. After a guard's rollback the step still counts, with its tokens; what it
 * read is withdrawn from averages, windows and counters, as its updates are; how often guards and
 * resets fired, cooldowns and the rate scale stay. Nothing else is decided at such a step.
 */
export class Controller {
  readonly graph: Graph;
  private readings = new Readings();
  private plan: StagePlan | null = null;
  private guards: Watch<GuardNode>[] = [];
  private resets: Watch<ConditionalReset>[] = [];
  private transitions: Watch<TransitionNode>[] = [];
  private readonly auditors: readonly Auditor[];
  private readonly conditions: StageConditions;
  private kept: Record<string, number> = {};
  private scale = 1;
  private kl = new KlCoefficient(null, { steps: 0, tokens: 0, metrics: {} });
  private stepsDone = 0;
  private tokensDone = 0;
  private stageStart = { steps: 0, tokens: 0 };

  /** The graph must be valid, as `readGraph` returns it. */
  constructor(graph: Graph) {
    this.graph = graph;
    this.auditors = graph.nodes.flatMap((node) => (node.kind === 'audit' ? [new Auditor(node)] : []));
    this.conditions = new StageConditions(graph);
    this.enter(graph.stages[0]?.id ?? null);
  }

  /** The stage under way; null when the run is done. */
  get stage(): StagePlan | null {
    return this.plan;
  }

  get done(): boolean {
    return this.plan === null;
  }

  /** Steps done, over the whole pipeline. */
  get steps(): number {
    return this.stepsDone;
  }

  /** The number of the coming step; the first is 1. */
  get step(): number {
    return this.stepsDone + 1;
  }

  get tokens(): number {
    return this.tokensDone;
  }

  get stageSteps(): number {
    return this.stepsDone - this.stageStart.steps;
  }

  get stageTokens(): number {
    return this.tokensDone - this.stageStart.tokens;
  }

  /** The product of what the guards have scaled the rate by. */
  get rateScale(): number {
    return this.scale;
  }

  /** Where schedules are read for the coming step. */
  get point(): SchedulePoint {
    return { steps: this.stepsDone, tokens: this.tokensDone, metrics: this.readings.all() };
  }

  /** The learning rate of the coming step: its schedule, times the guards' scale, times k / warmup at the stage's k-th step while k < warmup. */
  rate(): number {
    if (this.plan === null) throw new RangeError('the run is done: there is no coming step');
    const { rate, warmup } = this.plan.update.config.optimizer;
    const warm = warmup > 0 ? Math.min(1, (this.stageSteps + 1) / warmup) : 1;
    return valueAt(rate, this.point) * this.scale * warm;
  }

  /** The KL coefficient of the coming step; null without a KL term. */
  klCoefficient(): number | null {
    return this.kl.value(this.point);
  }

  /** The evaluations that belong to a step: after every N-th of the pipeline. */
  evaluationsDue(step: number = this.step): EvaluateNode[] {
    return this.graph.nodes.filter(
      (node): node is EvaluateNode =>
        node.kind === 'evaluate' && this.concerns(node) && step % node.config.every === 0,
    );
  }

  /**
   * Takes the base evaluation, before the first step, and decides which stage begins. It gives metrics a first value;
   * windows do not count it.
   */
  begin(metrics: Readonly<Record<string, number>>): Decision[] {
    if (this.stepsDone > 0) throw new RangeError('the base evaluation comes before the first step');
    this.readings.take(metrics);
    this.conditions.read({ readings: this.readings, stageSteps: 0, stageTokens: 0, began: this.point });
    const { to, decisions } = this.conditions.next(0);
    this.conditions.restart();
    this.enter(to);
    return decisions;
  }

  /** Takes a step's outcome and decides. The controller then stands before the next step, possibly of the next stage. */
  observe({ metrics, tokens }: Observation): Decision[] {
    const plan = this.plan;
    if (plan === null) throw new RangeError('the run is done: no step can follow');
    const mayRollBack = this.guards.some(({ node }) => node.config.rollback);
    const before = mayRollBack ? this.snapshot() : null;
    const began = this.point;
    this.stepsDone += 1;
    this.tokensDone += tokens;
    const audited = this.audit(metrics);
    this.readings.take({ ...metrics, ...this.kl.readings(), ...audited.figures });

    const at: TriggerPoint = {
      readings: this.readings,
      stageSteps: this.stageSteps,
      stageTokens: this.stageTokens,
      began,
    };
    // Every trigger is read before anything is done, so that none misses a step.
    const read = <N>(watches: Watch<N>[]): [Watch<N>, Outcome][] =>
      watches.map((w) => [w, w.trigger.evaluate(at)]);
    const [guards, resets, transitions] = [read(this.guards), read(this.resets), read(this.transitions)];
    this.conditions.read({ ...at, stageSteps: this.stepsDone, stageTokens: this.tokensDone });

    const decisions: Decision[] = [
      ...audited.decisions,
      ...guards.flatMap(([watch, outcome]) => this.guard(watch, outcome)),
    ];
    const stop = decisions.findIndex(({ kind }) => kind === 'stop');
    if (stop >= 0) return decisions.slice(0, stop + 1);
    if (before !== null && decisions.some((decision) => decision.kind === 'guard' && decision.rollback)) {
      this.withdraw(before);
      // What a rolled-back policy showed is no finding.
      return decisions.filter(({ kind }) => kind !== 'audit');
    }
    this.kl.take(metrics['kl.mean']);
    decisions.push(...resets.flatMap(([watch, outcome]) => this.reset(watch, outcome)));
    const checkpoints = this.checkpoints();
    const change = transitions.flatMap(([watch, outcome]) => this.transition(plan, watch, outcome));
    if (change.length === 0) return [...decisions, ...checkpoints];
    return [
      ...decisions,
      ...this.resetsAt('end', plan),
      ...change,
      ...this.resetsAt('start', this.plan),
      ...checkpoints,
    ];
  }

  /** What the audits find, as decisions and as the metrics that triggers read. */
  private audit(metrics: Readonly<Record<string, number>>): {
    figures: Record<string, number>;
    decisions: Decision[];
  } {
    const figures: Record<string, number> = {};
    const decisions = this.auditors.flatMap((auditor): Decision[] => {
      const finding = auditor.take(metrics);
      if (finding === null) return [];
      const { metric, against } = auditor.node.config;
      figures[auditMetric(metric)] = finding.divergence;
      const values = { [metric]: finding.metric, [against]: finding.against };
      return [{ kind: 'audit', node: auditor.node, values, finding }];
    });
    return { figures, decisions };
  }

  private guard(watch: Watch<GuardNode>, { holds, values }: Outcome): Decision[] {
    if (!holds) return [];
    const { node } = watch;
    const { rollback, scaleRate, atMost, whenText } = node.config;
    if (watch.fired >= atMost) {
      const why = `guard '${whenText}' fired at step ${this.stepsDone} for the ${ordinal(watch.fired + 1)} time; at most ${atMost} are allowed`;
      return [{ kind: 'stop', node, values, rollback, why }];
    }
    this.fire(watch);
    watch.trigger.restart();
    this.scale *= scaleRate;
    return [{ kind: 'guard', node, values, rollback, rateScale: this.scale, fired: watch.fired }];
  }

  private reset(watch: Watch<ConditionalReset>, { holds, values }: Outcome): Decision[] {
    const { node, firedAt } = watch;
    const { cooldown, atMost } = node.config;
    const cooling = firedAt !== null && this.stepsDone < firedAt + cooldown;
    if (!holds || cooling || (atMost !== null && watch.fired >= atMost)) return [];
    this.fire(watch);
    watch.trigger.restartWindows();
    return [{ kind: 'reset', node, values, cooldownUntil: this.stepsDone + cooldown, fired: watch.fired }];
  }

  /**
   * The resets of a stage that begins or ends. As the first stage begins there is nothing to renew: its
   * reference is being made, its optimizer has no moments yet.
   */
  private resetsAt(moment: 'start' | 'end', plan: StagePlan | null): Decision[] {
    const due = plan?.resets.filter(({ config }) => config.when === moment) ?? [];
    const { stepsDone: cooldownUntil } = this;
    return due.map((node) => ({ kind: 'reset', node, values: {}, cooldownUntil, fired: 1 }));
  }

  private transition(
    plan: StagePlan,
    { node }: Watch<TransitionNode>,
    { holds, values }: Outcome,
  ): Decision[] {
    if (!holds) return [];
    const place = this.graph.stages.findIndex(({ id }) => id === plan.id);
    const { to, decisions } = this.conditions.next(place + 1);
    this.enter(to);
    return [...decisions, { kind: 'transition', node, values, from: plan.id, to }];
  }

  private checkpoints(): Decision[] {
    const due = this.graph.nodes.filter(
      (node): node is CheckpointNode =>
        node.kind === 'checkpoint' && this.concerns(node) && this.stepsDone % node.config.every === 0,
    );
    return due.map((node) => {
      const metric = node.config.keepBestBy;
      const value = metric === null ? undefined : this.readings.last(metric);
      const values: Values = metric === null || value === undefined ? {} : { [metric]: value };
      // A reading carried over from an earlier step is not one of this policy.
      const fresh =
        metric !== null && this.readings.isFresh(metric) && value !== undefined && Number.isFinite(value);
      const best = fresh && value > (this.kept[node.id] ?? Number.NEGATIVE_INFINITY);
      if (best) this.kept[node.id] = value;
      return { kind: 'checkpoint', node, values, best };
    });
  }

  private fire(watch: Watch<unknown>): void {
    watch.fired += 1;
    watch.firedAt = this.stepsDone;
  }

  private snapshot(): Snapshot {
    return {
      readings: this.readings.state(),
      memories: this.watches().map(({ trigger }) => trigger.state()),
      audits: this.auditors.map((auditor) => auditor.state()),
      conditions: this.conditions.state(),
    };
  }

  /** Undoes what a rolled-back step left in readings and triggers; the guards that fired have started afresh. */
  private withdraw(before: Snapshot): void {
    this.readings.restore(before.readings);
    this.conditions.restore(before.conditions);
    this.auditors.forEach((auditor, i) => {
      const saved = before.audits[i];
      if (saved !== undefined) auditor.restore(saved);
    });
    this.watches().forEach((watch, i) => {
      if (watch.firedAt !== this.stepsDone) watch.trigger.restore(before.memories[i] ?? []);
    });
  }

  private concerns(node: { stage: string | null }): boolean {
    return node.stage === null || node.stage === this.plan?.id;
  }

  private watches(): Watch<GuardNode | ResetNode | TransitionNode>[] {
    return [...this.guards, ...this.resets, ...this.transitions];
  }

  private enter(stage: string | null): void {
    this.plan = stage === null ? null : stagePlan(this.graph, stage);
    this.stageStart = { steps: this.stepsDone, tokens: this.tokensDone };
    this.kl = new KlCoefficient(this.plan, this.point);
    this.guards = this.plan?.guards.map((node) => watch(node, node.config.when)) ?? [];
    this.resets = this.plan?.resets.filter(isConditional).map((node) => watch(node, node.config.when)) ?? [];
    this.transitions =
      this.plan === null ? [] : [watch(this.plan.transition, this.plan.transition.config.until)];
  }

  state(): ControllerState {
    return {
      format: 'prorl-control/1',
      stage: this.plan?.id ?? null,
      steps: this.stepsDone,
      tokens: this.tokensDone,
      stageSteps: this.stageSteps,
      stageTokens: this.stageTokens,
      rateScale: this.scale,
      klCoefficient: this.kl.adapted,
      readings: this.readings.state(),
      watches: Object.fromEntries(
        this.watches().map(({ node, trigger, fired, firedAt }) => [
          node.id,
          { fired, firedAt, memory: trigger.state() },
        ]),
      ),
      kept: { ...this.kept },
      audits: Object.fromEntries(this.auditors.map((auditor) => [auditor.node.id, auditor.state()])),
      conditions: this.conditions.state(),
    };
  }

  /** Goes on exactly where the state was taken. Throws ProrlError where it is damaged or another graph's; the controller is then unusable. */
  restore(state: unknown): void {
    try {
      this.load(state as ControllerState);
    } catch (cause) {
      throw new ProrlError('the saved state of the controls does not belong to this graph, or is damaged', {
        exitCode: ExitCode.pipeline,
        hint: 'Resume from an earlier checkpoint, with the graph that lies in the run folder.',
        cause,
      });
    }
  }

  private load(state: ControllerState): void {
    if (state.format !== 'prorl-control/1') throw new RangeError(`format ${String(state.format)}`);
    const counts = [state.steps, state.tokens, state.stageSteps, state.stageTokens];
    if (!counts.every((n) => Number.isSafeInteger(n) && n >= 0) || !(state.rateScale > 0))
      throw new RangeError('counts');
    this.enter(state.stage);
    this.stepsDone = state.steps;
    this.tokensDone = state.tokens;
    this.stageStart = { steps: state.steps - state.stageSteps, tokens: state.tokens - state.stageTokens };
    this.scale = state.rateScale;
    this.kl.restore(state.klCoefficient);
    this.kept = { ...state.kept };
    this.readings.restore(state.readings);
    this.conditions.restore(state.conditions);
    for (const auditor of this.auditors) {
      const saved = state.audits[auditor.node.id];
      if (saved === undefined) throw new RangeError(`nothing saved for ${auditor.node.id}`);
      auditor.restore(saved);
    }
    const watches = this.watches();
    if (Object.keys(state.watches).length !== watches.length) throw new RangeError('other guards and resets');
    for (const watch of watches) {
      const saved = state.watches[watch.node.id];
      if (saved === undefined) throw new RangeError(`nothing saved for ${watch.node.id}`);
      watch.fired = saved.fired;
      watch.firedAt = saved.firedAt;
      watch.trigger.restore(saved.memory);
    }
  }
}
