import { numeric } from "./format.js";
import { TimeLeft } from "./time-left.js";
/** Step metrics whose curves a report draws. */
const drawn = [
    'reward.mean',
    'kl.mean',
    'entropy',
    'length.mean',
    'loss',
    'accuracy.token',
    'correct',
];
/** What a reader of a run wants to know at any moment, gathered from its events. */
export class RunProgress {
    start = null;
    /** The last step's event; null before the first. */
    last = null;
    step = 0;
    seconds = 0;
    tokens = 0;
    /** Figures of the base model by suite, and the newest ones. */
    base = new Map();
    newest = new Map();
    /** By metric name; a suite's under `SUITE.pass@1` and `SUITE.domain.DOMAIN.pass@1`. */
    curves = new Map();
    resets = [];
    guards = [];
    time;
    graph;
    bound;
    /** `bound`: the step at which the run ends at the latest; null where nothing bounds it. */
    constructor(graph, bound) {
        this.graph = graph;
        this.bound = bound;
        this.time = new TimeLeft(graph);
    }
    get steps() {
        return this.bound;
    }
    /** The stage at work, its place in the order and their number. */
    get stage() {
        const stages = this.graph.stages;
        const index = Math.max(0, stages.findIndex(({ id }) => id === this.current));
        return {
            id: stages[index]?.id ?? '',
            index,
            of: stages.length,
            kind: stages[index]?.kind ?? 'reinforce',
        };
    }
    current = null;
    /** Final evaluations that say again what was just measured when due. */
    repeats = new Set();
    /** Seconds still to go, evaluations counted in; null where that is unknown. */
    get secondsLeft() {
        return this.bound === null ? null : this.time.left(this.step, this.bound);
    }
    get tokensPerSecond() {
        return this.time.tokensPerSecond;
    }
    /** Takes the next event of the run's record. */
    take(event) {
        this.time.take(event);
        this.step = event.step;
        this.seconds = event.seconds;
        switch (event.event) {
            case 'run.start':
                this.start = event;
                break;
            case 'step':
                this.takeStep(event);
                break;
            case 'evaluate':
                this.takeEvaluation(event);
                break;
            case 'reset':
                this.resets.push(event);
                break;
            case 'guard':
                this.guards.push(event);
                break;
            case 'transition':
                this.current = event.to ?? this.current;
                break;
            case 'curriculum':
            case 'audit':
            case 'checkpoint':
            case 'resume':
            case 'warning':
            case 'run.end':
                break;
        }
    }
    takeStep(event) {
        this.last = event;
        this.tokens = event.tokens;
        this.current = event.stage;
        for (const name of drawn)
            this.draw(name, event.step, event.metrics[name]);
        for (const [name, value] of Object.entries(event.metrics)) {
            if (/^(?:domain\..*\.correct|curriculum\..*\.level)$/.test(name))
                this.draw(name, event.step, value);
        }
    }
    takeEvaluation(event) {
        if (event.phase === 'final' && this.newest.get(event.suite)?.step === event.step)
            this.repeats.add(event);
        if (event.phase === 'base')
            this.base.set(event.suite, event.figures);
        this.newest.set(event.suite, event);
        this.draw(`${event.suite}.pass@1`, event.step, event.figures.all['pass@1']);
        for (const [domain, figures] of Object.entries(event.figures.domains)) {
            this.draw(`${event.suite}.domain.${domain}.pass@1`, event.step, figures['pass@1']);
        }
    }
    draw(name, step, value) {
        if (value === undefined)
            return;
        const curve = this.curves.get(name) ?? { steps: [], values: [] };
        this.curves.set(name, curve);
        // A step done again after a rollback or a resume replaces what it said before.
        while ((curve.steps.at(-1) ?? -1) >= step) {
            curve.steps.pop();
            curve.values.pop();
        }
        curve.steps.push(step);
        curve.values.push(numeric(value));
    }
}
