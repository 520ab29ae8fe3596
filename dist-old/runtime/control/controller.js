import { ExitCode, ProrlError } from "../errors.js";
import { stagePlan } from "../graph/resolve.js";
import { auditMetric } from "../graph/metrics.js";
import { KlCoefficient } from "./adaptive-kl.js";
import { Auditor } from "./audit.js";
import { ordinal } from "./numbers.js";
import { Readings } from "./readings.js";
import { valueAt } from "./schedule.js";
import { TriggerEvaluator } from "./trigger.js";
/**
 * Decides from metrics alone what happens after each step: guard, reset, change of stage,
 * checkpoint, in this order. The run loop and `prorl test` use the same one.
 *
 * Time never goes back. After a guard's rollback the step still counts, with its tokens; what it
 * read is withdrawn from averages, windows and counters, as its updates are; how often guards and
 * resets fired, cooldowns and the rate scale stay. Nothing else is decided at such a step.
 */
export class Controller {
    graph;
    readings = new Readings();
    plan = null;
    guards = [];
    resets = [];
    transitions = [];
    auditors;
    kept = {};
    scale = 1;
    kl = new KlCoefficient(null, { steps: 0, tokens: 0, metrics: {} });
    stepsDone = 0;
    tokensDone = 0;
    stageStart = { steps: 0, tokens: 0 };
    /** The graph must be valid, as `readGraph` returns it. */
    constructor(graph) {
        this.graph = graph;
        this.auditors = graph.nodes.flatMap((node) => (node.kind === 'audit' ? [new Auditor(node)] : []));
        this.enter(graph.stages[0]?.id ?? null);
    }
    /** The stage under way; null when the run is done. */
    get stage() {
        return this.plan;
    }
    get done() {
        return this.plan === null;
    }
    /** Steps done, over the whole pipeline. */
    get steps() {
        return this.stepsDone;
    }
    /** The number of the coming step; the first is 1. */
    get step() {
        return this.stepsDone + 1;
    }
    get tokens() {
        return this.tokensDone;
    }
    get stageSteps() {
        return this.stepsDone - this.stageStart.steps;
    }
    get stageTokens() {
        return this.tokensDone - this.stageStart.tokens;
    }
    /** The product of what the guards have scaled the rate by. */
    get rateScale() {
        return this.scale;
    }
    /** Where schedules are read for the coming step. */
    get point() {
        return { steps: this.stepsDone, tokens: this.tokensDone, metrics: this.readings.all() };
    }
    /** The learning rate of the coming step: its schedule, times the guards' scale, times k / warmup at the stage's k-th step while k < warmup. */
    rate() {
        if (this.plan === null)
            throw new RangeError('the run is done: there is no coming step');
        const { rate, warmup } = this.plan.update.config.optimizer;
        const warm = warmup > 0 ? Math.min(1, (this.stageSteps + 1) / warmup) : 1;
        return valueAt(rate, this.point) * this.scale * warm;
    }
    /** The KL coefficient of the coming step; null without a KL term. */
    klCoefficient() {
        return this.kl.value(this.point);
    }
    /** The evaluations that belong to a step: after every N-th of the pipeline. */
    evaluationsDue(step = this.step) {
        return this.graph.nodes.filter((node) => node.kind === 'evaluate' && this.concerns(node) && step % node.config.every === 0);
    }
    /** Takes the base evaluation, before the first step. It gives metrics a first value; windows do not count it. */
    begin(metrics) {
        if (this.stepsDone > 0)
            throw new RangeError('the base evaluation comes before the first step');
        this.readings.take(metrics);
    }
    /** Takes a step's outcome and decides. The controller then stands before the next step, possibly of the next stage. */
    observe({ metrics, tokens }) {
        const plan = this.plan;
        if (plan === null)
            throw new RangeError('the run is done: no step can follow');
        const mayRollBack = this.guards.some(({ node }) => node.config.rollback);
        const before = mayRollBack ? this.snapshot() : null;
        this.stepsDone += 1;
        this.tokensDone += tokens;
        const audited = this.audit(metrics);
        this.readings.take({ ...metrics, ...this.kl.readings(), ...audited.figures });
        const at = {
            readings: this.readings,
            stageSteps: this.stageSteps,
            stageTokens: this.stageTokens,
        };
        // Every trigger is read before anything is done, so that none misses a step.
        const read = (watches) => watches.map((w) => [w, w.trigger.evaluate(at)]);
        const [guards, resets, transitions] = [read(this.guards), read(this.resets), read(this.transitions)];
        const decisions = [
            ...audited.decisions,
            ...guards.flatMap(([watch, outcome]) => this.guard(watch, outcome)),
        ];
        const stop = decisions.findIndex(({ kind }) => kind === 'stop');
        if (stop >= 0)
            return decisions.slice(0, stop + 1);
        if (before !== null && decisions.some((decision) => decision.kind === 'guard' && decision.rollback)) {
            this.withdraw(before);
            // What a rolled-back policy showed is no finding.
            return decisions.filter(({ kind }) => kind !== 'audit');
        }
        this.kl.take(metrics['kl.mean']);
        decisions.push(...resets.flatMap(([watch, outcome]) => this.reset(watch, outcome)));
        const checkpoints = this.checkpoints();
        const change = transitions.flatMap(([watch, outcome]) => this.transition(plan, watch, outcome))[0];
        if (change === undefined)
            return [...decisions, ...checkpoints];
        return [
            ...decisions,
            ...this.resetsAt('end', plan),
            change,
            ...this.resetsAt('start', this.plan),
            ...checkpoints,
        ];
    }
    /** What the audits find, as decisions and as the metrics that triggers read. */
    audit(metrics) {
        const figures = {};
        const decisions = this.auditors.flatMap((auditor) => {
            const finding = auditor.take(metrics);
            if (finding === null)
                return [];
            const { metric, against } = auditor.node.config;
            figures[auditMetric(metric)] = finding.divergence;
            const values = { [metric]: finding.metric, [against]: finding.against };
            return [{ kind: 'audit', node: auditor.node, values, finding }];
        });
        return { figures, decisions };
    }
    guard(watch, { holds, values }) {
        if (!holds)
            return [];
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
    reset(watch, { holds, values }) {
        const { node, firedAt } = watch;
        const { cooldown, atMost } = node.config;
        const cooling = firedAt !== null && this.stepsDone < firedAt + cooldown;
        if (!holds || cooling || (atMost !== null && watch.fired >= atMost))
            return [];
        this.fire(watch);
        watch.trigger.restartWindows();
        return [{ kind: 'reset', node, values, cooldownUntil: this.stepsDone + cooldown, fired: watch.fired }];
    }
    /**
     * The resets of a stage that begins or ends. As the first stage begins there is nothing to renew: its
     * reference is being made, its optimizer has no moments yet.
     */
    resetsAt(moment, plan) {
        const due = plan?.resets.filter(({ config }) => config.when === moment) ?? [];
        const { stepsDone: cooldownUntil } = this;
        return due.map((node) => ({ kind: 'reset', node, values: {}, cooldownUntil, fired: 1 }));
    }
    transition(plan, { node }, { holds, values }) {
        if (!holds)
            return [];
        const next = this.graph.stages.findIndex(({ id }) => id === plan.id) + 1;
        const to = this.graph.stages[next]?.id ?? null;
        this.enter(to);
        return [{ kind: 'transition', node, values, from: plan.id, to }];
    }
    checkpoints() {
        const due = this.graph.nodes.filter((node) => node.kind === 'checkpoint' && this.concerns(node) && this.stepsDone % node.config.every === 0);
        return due.map((node) => {
            const metric = node.config.keepBestBy;
            const value = metric === null ? undefined : this.readings.last(metric);
            const values = metric === null || value === undefined ? {} : { [metric]: value };
            // A reading carried over from an earlier step is not one of this policy.
            const fresh = metric !== null && this.readings.isFresh(metric) && value !== undefined && Number.isFinite(value);
            const best = fresh && value > (this.kept[node.id] ?? Number.NEGATIVE_INFINITY);
            if (best)
                this.kept[node.id] = value;
            return { kind: 'checkpoint', node, values, best };
        });
    }
    fire(watch) {
        watch.fired += 1;
        watch.firedAt = this.stepsDone;
    }
    snapshot() {
        return {
            readings: this.readings.state(),
            memories: this.watches().map(({ trigger }) => trigger.state()),
            audits: this.auditors.map((auditor) => auditor.state()),
        };
    }
    /** Undoes what a rolled-back step left in readings and triggers; the guards that fired have started afresh. */
    withdraw(before) {
        this.readings.restore(before.readings);
        this.auditors.forEach((auditor, i) => {
            const saved = before.audits[i];
            if (saved !== undefined)
                auditor.restore(saved);
        });
        this.watches().forEach((watch, i) => {
            if (watch.firedAt !== this.stepsDone)
                watch.trigger.restore(before.memories[i] ?? []);
        });
    }
    concerns(node) {
        return node.stage === null || node.stage === this.plan?.id;
    }
    watches() {
        return [...this.guards, ...this.resets, ...this.transitions];
    }
    enter(stage) {
        this.plan = stage === null ? null : stagePlan(this.graph, stage);
        this.stageStart = { steps: this.stepsDone, tokens: this.tokensDone };
        this.kl = new KlCoefficient(this.plan, this.point);
        this.guards = this.plan?.guards.map((node) => watch(node, node.config.when)) ?? [];
        this.resets = this.plan?.resets.filter(isConditional).map((node) => watch(node, node.config.when)) ?? [];
        this.transitions =
            this.plan === null ? [] : [watch(this.plan.transition, this.plan.transition.config.until)];
    }
    state() {
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
            watches: Object.fromEntries(this.watches().map(({ node, trigger, fired, firedAt }) => [
                node.id,
                { fired, firedAt, memory: trigger.state() },
            ])),
            kept: { ...this.kept },
            audits: Object.fromEntries(this.auditors.map((auditor) => [auditor.node.id, auditor.state()])),
        };
    }
    /** Goes on exactly where the state was taken. Throws ProrlError where it is damaged or another graph's; the controller is then unusable. */
    restore(state) {
        try {
            this.load(state);
        }
        catch (cause) {
            throw new ProrlError('the saved state of the controls does not belong to this graph, or is damaged', {
                exitCode: ExitCode.pipeline,
                hint: 'Resume from an earlier checkpoint, with the graph that lies in the run folder.',
                cause,
            });
        }
    }
    load(state) {
        if (state.format !== 'prorl-control/1')
            throw new RangeError(`format ${String(state.format)}`);
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
        for (const auditor of this.auditors) {
            const saved = state.audits[auditor.node.id];
            if (saved === undefined)
                throw new RangeError(`nothing saved for ${auditor.node.id}`);
            auditor.restore(saved);
        }
        const watches = this.watches();
        if (Object.keys(state.watches).length !== watches.length)
            throw new RangeError('other guards and resets');
        for (const watch of watches) {
            const saved = state.watches[watch.node.id];
            if (saved === undefined)
                throw new RangeError(`nothing saved for ${watch.node.id}`);
            watch.fired = saved.fired;
            watch.firedAt = saved.firedAt;
            watch.trigger.restore(saved.memory);
        }
    }
}
function isConditional(node) {
    return typeof node.config.when !== 'string';
}
function watch(node, when) {
    return { node, trigger: new TriggerEvaluator(when), fired: 0, firedAt: null };
}
