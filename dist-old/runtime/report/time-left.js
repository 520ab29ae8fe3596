import { numeric } from "./format.js";
/** Steps whose time counts: about the last twenty. */
const memory = 0.1;
/** How long a run still takes, from a moving average of its steps and of each suite's evaluations. */
export class TimeLeft {
    before = null;
    stepSeconds = null;
    evaluationSeconds = new Map();
    speed = null;
    evaluations;
    constructor(graph) {
        this.evaluations = graph.nodes
            .filter((node) => node.kind === 'evaluate')
            .map(({ config }) => config);
    }
    get tokensPerSecond() {
        return this.speed;
    }
    take(event) {
        // What lies between two attempts of a run is no time of work.
        const took = this.before === null || event.event === 'resume' ? null : event.seconds - this.before;
        this.before = event.seconds;
        if (took === null)
            return;
        if (event.event === 'step') {
            this.stepSeconds = average(this.stepSeconds, took);
            const tokens = numeric(event.metrics['tokens.sampled']);
            const seconds = numeric(event.metrics['time.step']);
            if (tokens > 0 && seconds > 0)
                this.speed = average(this.speed, tokens / seconds);
        }
        else if (event.event === 'evaluate') {
            this.evaluationSeconds.set(event.suite, average(this.evaluationSeconds.get(event.suite) ?? null, took));
        }
    }
    /** Seconds from a step to the end; null before the first step is done. */
    left(step, bound) {
        if (this.stepSeconds === null)
            return null;
        let seconds = Math.max(0, bound - step) * this.stepSeconds;
        for (const { suite, every } of this.evaluations) {
            const due = Math.floor(bound / every) - Math.floor(step / every);
            // Every suite is measured once more after the last step.
            const final = bound % every === 0 ? 0 : 1;
            seconds += (due + final) * (this.evaluationSeconds.get(suite) ?? 0);
        }
        return seconds;
    }
}
function average(old, value) {
    return old === null ? value : old + memory * (value - old);
}
