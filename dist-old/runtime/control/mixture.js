import { ExitCode, ProrlError } from "../errors.js";
import { advance, levelsOf, passRate, startStanding, weightFactor, } from "./curriculum.js";
import { RandomStream, randomStream } from "./random.js";
import { valueAt } from "./schedule.js";
/**
 * Draws tasks by scheduled weight from a stream of its own. Each draw takes one number of the
 * stream, whatever the batch size: with weights that stand still, 2 x 8 draws are the same as 16.
 */
export class MixtureSampler {
    name;
    mixture;
    stream;
    drawn;
    asked;
    levels;
    standings;
    /** `name` and `seed` name the stream; stages that draw from the same mixture share its sampler. */
    constructor(name, mixture, seed) {
        this.name = name;
        this.mixture = mixture;
        this.stream = randomStream(seed, 'mixture', name);
        this.drawn = mixture.entries.map(() => 0);
        this.asked = mixture.entries.map(() => 0);
        this.levels = mixture.entries.map(levelsOf);
        this.standings = this.levels.map(startStanding);
    }
    /**
     * The share of each entry at the coming step, summing to 1. An entry counts from the step
     * numbered `from` up to, not including, the step numbered `until`.
     * Throws ProrlError where no entry has a weight, or one is negative or not finite.
     */
    requested(at) {
        const step = at.steps + 1;
        const weights = this.mixture.entries.map((entry, i) => {
            if (step < entry.from || (entry.until !== null && step >= entry.until))
                return 0;
            const weight = valueAt(entry.weight, at);
            if (weight >= 0 && Number.isFinite(weight))
                return weight * this.factor(i);
            throw new ProrlError(`mixture '${this.name}': the weight of '${entry.name}' is ${weight} at step ${step}`, {
                exitCode: ExitCode.pipeline,
                hint: 'Weights are relative and must be 0 or more at every step: mend the schedule of this weight.',
            });
        });
        const total = weights.reduce((a, b) => a + b, 0);
        if (total > 0)
            return weights.map((weight) => weight / total);
        const names = this.mixture.entries.map((entry) => entry.name).join(', ');
        throw new ProrlError(`mixture '${this.name}' draws nothing at step ${step}: every weight is 0 (${names})`, {
            exitCode: ExitCode.pipeline,
            hint: `Give at least one of its tasks a weight above 0 at step ${step}, or start one earlier.`,
        });
    }
    /** The tasks of a step's prompts, in order. */
    draw(count, at) {
        const shares = this.requested(at);
        const last = shares.findLastIndex((share) => share > 0);
        return Array.from({ length: count }, () => {
            let rest = this.stream.next();
            // Shares that sum to a hair below 1 leave the remainder to the last entry that has a weight.
            let index = shares.findIndex((share) => (rest -= share) < 0);
            if (index < 0)
                index = last;
            shares.forEach((share, i) => (this.asked[i] = (this.asked[i] ?? 0) + share));
            const nth = this.drawn[index] ?? 0;
            this.drawn[index] = nth + 1;
            const entry = this.mixture.entries[index];
            const moves = this.mixture.curriculum !== null && entry.levels !== null;
            return { entry, index, nth, level: moves ? (this.standings[index]?.level ?? null) : null };
        });
    }
    /**
     * Takes what the prompts of a step came to, in the order in which they were drawn, and moves levels.
     * Without a curriculum nothing happens.
     */
    observe(outcomes) {
        const { curriculum, entries } = this.mixture;
        if (curriculum === null)
            return [];
        const posedAt = this.standings.map(({ level }) => level);
        const moves = [];
        for (const { index, passRate: rate } of outcomes) {
            const [before, levels] = [this.standings[index], this.levels[index]];
            if (before === undefined || levels === undefined)
                throw new RangeError(`no entry ${index}`);
            const outcome = { level: posedAt[index] ?? before.level, passRate: rate };
            const after = advance(curriculum, levels, before, outcome);
            this.standings[index] = after;
            if (after.level === before.level)
                continue;
            const recent = [...before.recent, rate].slice(-curriculum.window);
            moves.push({
                entry: entries[index]?.name ?? '',
                from: before.level,
                to: after.level,
                passRate: passRate(curriculum, { level: before.level, recent }) ?? rate,
            });
        }
        return moves;
    }
    /** Where each entry of an adaptive mixture stands: its level, and its pass rate once a window is full. */
    standing() {
        const { curriculum, entries } = this.mixture;
        if (curriculum === null)
            return [];
        return entries.map(({ name }, i) => {
            const standing = this.standings[i];
            const last = this.levels[i]?.last ?? standing.level;
            return {
                name,
                level: standing.level,
                last,
                passRate: passRate(curriculum, standing),
                factor: this.factor(i),
            };
        });
    }
    factor(index) {
        const { curriculum } = this.mixture;
        const [levels, standing] = [this.levels[index], this.standings[index]];
        if (curriculum === null || levels === undefined || standing === undefined)
            return 1;
        return weightFactor(curriculum, levels, standing);
    }
    /** Requested and realised shares over the run so far; zeros before the first draw. */
    shares() {
        const total = Math.max(1, this.drawn.reduce((a, b) => a + b, 0));
        return this.mixture.entries.map(({ name }, i) => {
            const drawn = this.drawn[i] ?? 0;
            return { name, drawn, requested: (this.asked[i] ?? 0) / total, realised: drawn / total };
        });
    }
    state() {
        const counts = this.mixture.entries.map(({ name }, i) => [
            name,
            { drawn: this.drawn[i] ?? 0, requested: this.asked[i] ?? 0 },
        ]);
        const standings = this.mixture.entries.map(({ name }, i) => [name, this.standings[i]]);
        return {
            stream: this.stream.state(),
            entries: Object.fromEntries(counts),
            curriculum: this.mixture.curriculum === null ? null : Object.fromEntries(standings),
        };
    }
    /** Goes on exactly where the state was taken. Throws ProrlError where it is of another mixture. */
    restore(state) {
        const names = this.mixture.entries.map((entry) => entry.name);
        if (names.length !== Object.keys(state.entries).length ||
            !names.every((name) => Object.hasOwn(state.entries, name))) {
            throw new ProrlError(`the saved draws of mixture '${this.name}' are of other tasks than the pipeline's`, {
                exitCode: ExitCode.pipeline,
                hint: 'Resume with the graph that lies in the run folder.',
            });
        }
        this.stream = RandomStream.restore(state.stream);
        this.drawn = names.map((name) => state.entries[name]?.drawn ?? 0);
        this.asked = names.map((name) => state.entries[name]?.requested ?? 0);
        this.standings = names.map((name, i) => state.curriculum?.[name] ?? startStanding(this.levels[i]));
    }
}
/**
 * What the draws of a step tell of each entry, keyed as metrics: its realised share (`share.ENTRY`), the share
 * that its weight asked for (`share.ENTRY.requested`), and in an adaptive mixture the level that it was drawn at
 * (`curriculum.ENTRY.level`).
 */
export function drawMetrics(sampler, draws, requested) {
    const { entries } = sampler.mixture;
    const levels = sampler.standing().filter(({ name }) => entries.some((e) => e.name === name && e.levels));
    return {
        ...Object.fromEntries(entries.flatMap(({ name }, index) => [
            [
                `share.${name}`,
                draws.filter((draw) => draw.index === index).length / Math.max(1, draws.length),
            ],
            [`share.${name}.requested`, requested[index] ?? 0],
        ])),
        ...Object.fromEntries(levels.map(({ name, level }) => [`curriculum.${name}.level`, level])),
    };
}
