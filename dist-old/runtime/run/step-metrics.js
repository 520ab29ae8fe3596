import { klEstimate } from "../stages/kl.js";
import { mean, standardDeviation } from "../stages/statistics.js";
/** What the rollout of a step tells; every response that was judged counts, filtered or not. */
export function rolloutMetrics(of) {
    const responses = of.groups_G.flatMap((group) => group.responses_S);
    const verdicts = of.verdicts_GS.flat();
    const rewards = of.rewards_GS.flat();
    return {
        'reward.mean': mean(rewards),
        'reward.std': standardDeviation(rewards),
        'score.mean': mean(verdicts.map((verdict) => verdict.score)),
        correct: share(verdicts, (verdict) => verdict.correct),
        ...(of.referenceLogps_GST === null || of.kl === null
            ? {}
            : { 'kl.mean': meanKl(of.groups_G, of.referenceLogps_GST, of.kl) }),
        entropy: entropy(responses.map((response) => response.logps)),
        'length.mean': mean(responses.map((response) => response.tokens.length)),
        truncated: share(responses, (response) => response.truncated),
        'groups.kept': share(of.kept_G, (kept) => kept),
    };
}
/** The share of wholly right responses to each prompt that got any, with the place of its entry in the mixture. */
export function passRates({ entries }, groups_G, verdicts_GS) {
    return groups_G.flatMap(({ prompt }, g) => {
        const verdicts_S = verdicts_GS[g] ?? [];
        if (verdicts_S.length === 0)
            return [];
        const index = entries.findIndex(({ name }) => name === prompt.entry);
        return [{ index, passRate: share(verdicts_S, ({ correct }) => correct) }];
    });
}
/**
 * The share of wholly right responses by mixture entry (`task.ENTRY.correct`) and by domain
 * (`domain.DOMAIN.correct`). What was not drawn at the step has no reading.
 */
export function taskMetrics({ entries }, groups_G, verdicts_GS) {
    const by = new Map();
    const add = (name, verdicts_S) => void by.set(name, [...(by.get(name) ?? []), ...verdicts_S]);
    groups_G.forEach(({ prompt }, g) => {
        const verdicts_S = verdicts_GS[g] ?? [];
        if (verdicts_S.length === 0)
            return;
        const domain = entries.find(({ name }) => name === prompt.entry)?.domain ?? null;
        add(`task.${prompt.entry}.correct`, verdicts_S);
        if (domain !== null)
            add(`domain.${domain}.correct`, verdicts_S);
    });
    return Object.fromEntries([...by].map(([name, verdicts]) => [name, share(verdicts, ({ correct }) => correct)]));
}
/**
 * What the updates of a step tell, and the batch that they were made from: shares are taken of its tokens. A step
 * that had nothing to learn from reads 0 throughout.
 */
export function updateMetrics(updates, batch) {
    const total = (of) => updates.reduce((sum, update) => sum + of(update), 0);
    const perUpdate = Math.max(1, updates.length);
    const perToken = Math.max(1, batch.reduce((sum, { response }) => sum + response.length, 0));
    const ratios = updates.map((update) => update.largestRatio);
    return {
        loss: total((update) => update.loss) / perUpdate,
        'grad.norm': total((update) => update.gradNorm) / perUpdate,
        'clip.low': total((update) => update.bounded.low) / perToken,
        'clip.high': total((update) => update.bounded.high) / perToken,
        'clip.dual': total((update) => update.bounded.dual) / perToken,
        'correction.share': batch.reduce((sum, { corrected }) => sum + (corrected?.changed ?? 0), 0) / perToken,
        // Nothing was updated: new and old policy are the same.
        'ratio.max': ratios.length === 0 ? 1 : Math.max(...ratios),
    };
}
function meanKl(groups_G, referenceLogps_GST, estimate) {
    let sum = 0;
    let tokens = 0;
    groups_G.forEach(({ responses_S }, g) => {
        responses_S.forEach(({ logps }, s) => {
            logps.forEach((logp, t) => {
                sum += klEstimate(estimate, logp, referenceLogps_GST[g]?.[s]?.[t] ?? Number.NaN);
            });
            tokens += logps.length;
        });
    });
    return sum / tokens;
}
/**
 * Entropy a token, estimated by -log p of the sampled tokens: unbiased where top_p is 1, since
 * H = E[-log p(y)] for y drawn from p. At the sampling temperature.
 */
function entropy(logps) {
    let sum = 0;
    let tokens = 0;
    for (const one of logps) {
        for (const logp of one)
            sum -= logp;
        tokens += one.length;
    }
    return sum / tokens;
}
function share(items, holds) {
    return items.filter(holds).length / items.length;
}
