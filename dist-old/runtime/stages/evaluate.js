import { passAtK, randomStream } from "../control/index.js";
import { levelSettings } from "../graph/index.js";
import { drawHeldout } from "../tasks/draw.js";
import { rollout } from "./rollout.js";
import { makePrompt } from "./sample.js";
import { OWN_VERIFIERS, Scoring } from "./score.js";
import { mean } from "./statistics.js";
/**
 * Draws a suite's problems, each entry's from a stream of its own: they depend on the seed, the suite's name
 * and the entry alone. `weights` are the mixture's at step 0, which share out the problems.
 */
export async function drawSuite(name, suite, mixture, weights, from) {
    const counts = shareOut(suite.problems, weights);
    const short = [];
    const prompts = [];
    for (const [index, entry] of mixture.entries.entries()) {
        const wanted = counts[index] ?? 0;
        const task = from.tasks(entry);
        const random = randomStream(from.seed, 'evaluate', name, entry.name);
        const levels = levelSettings(entry);
        const even = levels.map(() => 1);
        const shares = shareOut(wanted, even).slice(0, Math.max(1, wanted));
        const problems = [];
        for (const [level, settings] of levels.entries()) {
            const drawn = await drawHeldout(task, settings, shares[level] ?? 0, random, problems);
            problems.push(...drawn.problems);
        }
        if (problems.length < wanted)
            short.push({ entry: entry.name, wanted, found: problems.length });
        prompts.push(...problems.map((problem) => makePrompt(entry.name, task, problem, from.tokenizer)));
    }
    const domains = new Map();
    for (const { name: entry, domain } of mixture.entries) {
        if (domain !== null)
            domains.set(domain, [...(domains.get(domain) ?? []), entry]);
    }
    const entries = mixture.entries.map((entry) => entry.name);
    return { name, suite, entries, domains, prompts, short };
}
/**
 * Shares a number of problems out by weight, largest remainders first and at least one each. An entry
 * without weight gets 1/n of the problems; the rest goes to the others by weight.
 */
export function shareOut(problems, weights) {
    const n = weights.length;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const without = weights.filter((weight) => weight === 0).length;
    const weighted = (n - without) / n;
    const exact = weights.map((weight) => problems * (weight === 0 ? 1 / n : (weight / total) * weighted));
    const counts = exact.map((share) => Math.max(1, Math.floor(share)));
    const byRemainder = exact
        .map((share, index) => ({ index, remainder: share - Math.floor(share) }))
        .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
    let left = problems - counts.reduce((sum, count) => sum + count, 0);
    for (const { index } of byRemainder) {
        if (left <= 0)
            break;
        counts[index] = (counts[index] ?? 0) + 1;
        left -= 1;
    }
    return counts;
}
/**
 * Samples every problem of the suite and measures pass@1, the unbiased pass@k, response length and the
 * share of truncated responses. The sampling stream is the same at every evaluation: the figures are a
 * function of the policy, and change between two evaluations because the policy did. Throws VerifierFailure where
 * a verifier fails: a figure of fewer responses would not be comparable.
 */
export async function evaluate(model, held, seed, maxSequences, onProgress) {
    const { samples, temperature, topP, maxTokens } = held.suite;
    const random = randomStream(seed, 'evaluate', held.name, 'sampling');
    const settings = { samples, temperature, topP, maxTokens, maxSequences };
    const scoring = new Scoring(OWN_VERIFIERS);
    const groups = await rollout(model, held.prompts, settings, random, {
        onProgress: (done) => onProgress?.(done, held.prompts.length),
        onResponse: (g, s, response) => scoring.begin(g, s, held.prompts[g], response),
    });
    const { groups_G: scored } = await scoring.finish(groups);
    const ks = [...new Set([1, ...held.suite.passAt])].sort((a, b) => a - b);
    const tasks = {};
    for (const entry of held.entries) {
        const own = scored.filter((group) => group.prompt.entry === entry);
        tasks[entry] = { ...measure(own, ks), problems: own.length };
    }
    const domains = {};
    for (const [domain, entries] of held.domains) {
        const own = scored.filter((group) => entries.includes(group.prompt.entry));
        domains[domain] = { ...measure(own, ks), problems: own.length };
    }
    return { all: measure(scored, ks), tasks, domains };
}
/** pass@k of a set of problems is the mean over problems of each one's unbiased estimate. */
function measure(groups, ks) {
    const figures = {};
    for (const k of ks) {
        figures[`pass@${k}`] = mean(groups.map(({ verdicts_S }) => {
            const correct = verdicts_S.filter((verdict) => verdict.correct).length;
            return passAtK(verdicts_S.length, correct, k);
        }));
    }
    const responses = groups.flatMap((group) => group.responses_S);
    figures['length'] = mean(responses.map((response) => response.tokens.length));
    figures['truncated'] = mean(responses.map((response) => (response.truncated ? 1 : 0)));
    return figures;
}
/** The measurements under the names by which triggers and schedules know them (`SUITE.pass@K`, `SUITE.ENTRY.pass@K`, `SUITE.domain.DOMAIN.pass@K`). */
export function suiteReadings(suite, measured) {
    const readings = {};
    const scopes = [[suite, measured.all]].concat(Object.entries(measured.tasks).map(([entry, figures]) => [`${suite}.${entry}`, figures]), Object.entries(measured.domains).map(([of, figures]) => [`${suite}.domain.${of}`, figures]));
    for (const [scope, figures] of scopes) {
        for (const [name, value] of Object.entries(figures)) {
            if (name !== 'problems')
                readings[`${scope}.${name}`] = value;
        }
    }
    return readings;
}
