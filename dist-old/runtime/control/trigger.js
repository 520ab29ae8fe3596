/**
 * Evaluates one trigger at every step of a stage and remembers what it must in between.
 *
 * All parts are read at every step, whether or not the others already decide the outcome. Only
 * finite readings enter averages, windows and bests. A comparison with NaN, or with a metric that
 * has no reading, is false, `!=` too (so that its `not` is true).
 */
export class TriggerEvaluator {
    memory = [];
    check;
    constructor(trigger) {
        this.check = this.compile(trigger);
    }
    /** To be called once for every step of the stage. */
    evaluate(at) {
        return this.check(at);
    }
    /** The windows of `plateau`, `falls` and `rises` start again: nothing read so far counts for them. */
    restartWindows() {
        for (const part of this.memory)
            if (part.part === 'window')
                clear(part);
    }
    /** Forgets everything. */
    restart() {
        for (const part of this.memory)
            clear(part);
    }
    state() {
        return structuredClone(this.memory);
    }
    /** Goes on where the state was taken. Throws RangeError where it is another trigger's. */
    restore(state) {
        if (state.length !== this.memory.length || state.some((part, i) => part.part !== this.memory[i]?.part)) {
            throw new RangeError('this is the memory of another trigger');
        }
        this.memory.forEach((part, i) => Object.assign(part, structuredClone(state[i])));
    }
    compile(trigger) {
        switch (trigger.op) {
            case 'compare':
                return this.compare(trigger);
            case 'and':
                return this.together(trigger.of, (outcomes) => outcomes.every(({ holds }) => holds));
            case 'or':
                return this.together(trigger.of, (outcomes) => outcomes.some(({ holds }) => holds));
            case 'not': {
                const inner = this.compile(trigger.of);
                return (at) => {
                    const { holds, values } = inner(at);
                    return { holds: !holds, values };
                };
            }
            case 'sustained': {
                const memory = this.remember({ part: 'sustained', count: 0 });
                const inner = this.compile(trigger.of);
                return (at) => {
                    const { holds, values } = inner(at);
                    memory.count = holds ? memory.count + 1 : 0;
                    return { holds: memory.count >= trigger.steps, values };
                };
            }
            case 'every':
                return ({ stageSteps }) => ({
                    holds: stageSteps > 0 && stageSteps % trigger.steps === 0,
                    values: { 'stage.steps': stageSteps },
                });
            case 'reached':
                return ({ stageSteps, stageTokens }) => {
                    const count = trigger.unit === 'steps' ? stageSteps : stageTokens;
                    return { holds: count >= trigger.count, values: { [`stage.${trigger.unit}`]: count } };
                };
            case 'plateau':
                return this.plateau(trigger);
            case 'falls':
            case 'rises':
                return this.moved(trigger);
            case 'not_finite':
                // Only this step's own reading counts: a NaN of long ago, carried along, is no news.
                return ({ readings }) => {
                    const value = readings.last(trigger.metric);
                    const holds = readings.isFresh(trigger.metric) && value !== undefined && !Number.isFinite(value);
                    return { holds, values: known(trigger.metric, value) };
                };
        }
    }
    together(of, decide) {
        const checks = of.map((trigger) => this.compile(trigger));
        return (at) => {
            const outcomes = checks.map((check) => check(at));
            const holds = decide(outcomes);
            const told = holds ? outcomes.filter((outcome) => outcome.holds) : outcomes;
            return { holds, values: Object.assign({}, ...told.map(({ values }) => values)) };
        };
    }
    compare({ left, by, right }) {
        const a = this.reading(left);
        const b = typeof right === 'number' ? null : this.reading(right);
        return (at) => {
            const x = a(at);
            const y = b === null ? right : b(at);
            const values = {
                ...known(nameOf(left), x),
                ...(typeof right === 'number' ? {} : known(nameOf(right), y)),
            };
            return { holds: x !== undefined && y !== undefined && compares(x, by, y), values };
        };
    }
    reading(reading) {
        const { metric } = reading;
        if (reading.of === 'last')
            return ({ readings }) => readings.last(metric);
        if (reading.of === 'best')
            return ({ readings }) => readings.best(metric);
        const { span } = reading;
        if (span === undefined || !(span >= 1))
            throw new RangeError(`ema of ${metric}: a span of at least 1 step is needed`);
        const memory = this.remember({ part: 'average', value: null });
        return ({ readings }) => {
            const x = readings.last(metric);
            if (x !== undefined && Number.isFinite(x)) {
                memory.value = memory.value === null ? x : memory.value + (2 / (span + 1)) * (x - memory.value);
            }
            return memory.value ?? undefined;
        };
    }
    plateau({ metric, over, unit, gainBelow }) {
        const memory = this.remember({ part: 'window', window: [], before: null });
        return ({ readings }) => {
            push(memory, readings, metric, unit, over);
            const { window, before } = memory;
            if (before === null)
                return { holds: false, values: known(metric, readings.last(metric)) };
            const best = Math.max(...window);
            const values = {
                ...known(metric, readings.last(metric)),
                [`${metric} (best of last ${over})`]: best,
                [`${metric} (best before)`]: before,
            };
            return { holds: best - before < gainBelow, values };
        };
    }
    moved({ op, metric, by, over, unit }) {
        const memory = this.remember({ part: 'window', window: [], before: null });
        return ({ readings }) => {
            push(memory, readings, metric, unit, over + 1);
            const first = memory.window[0];
            const last = memory.window[over];
            if (first === undefined || last === undefined)
                return { holds: false, values: known(metric, readings.last(metric)) };
            const change = op === 'falls' ? first - last : last - first;
            return {
                holds: change > by,
                values: { [metric]: last, [`${metric} (${over} ${unit} before)`]: first },
            };
        };
    }
    remember(memory) {
        this.memory.push(memory);
        return memory;
    }
}
/**
 * Adds a reading to a window of at most `size`. Counted in evaluations, it is added where the step
 * gave one; counted in steps, the last reading is added at every step.
 */
function push(memory, readings, metric, unit, size) {
    const x = readings.last(metric);
    if (x === undefined || !Number.isFinite(x))
        return;
    if (unit === 'evaluations' && !readings.isFresh(metric))
        return;
    memory.window.push(x);
    if (memory.window.length <= size)
        return;
    const left = memory.window.shift();
    memory.before = memory.before === null ? left : Math.max(memory.before, left);
}
function clear(part) {
    if (part.part === 'sustained')
        part.count = 0;
    else if (part.part === 'average')
        part.value = null;
    else
        Object.assign(part, { window: [], before: null });
}
function compares(x, by, y) {
    if (Number.isNaN(x) || Number.isNaN(y))
        return false;
    switch (by) {
        case '>':
            return x > y;
        case '>=':
            return x >= y;
        case '<':
            return x < y;
        case '<=':
            return x <= y;
        case '==':
            return x === y;
        case '!=':
            return x !== y;
    }
}
function nameOf(reading) {
    if (reading.of === 'last')
        return reading.metric;
    return reading.of === 'best' ? `best(${reading.metric})` : `ema(${reading.metric}, ${reading.span} steps)`;
}
function known(name, value) {
    return value === undefined ? {} : { [name]: value };
}
